"""`forecast`: two ranges of days from your own weeks, and the track record."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.plans.harness import MONDAY, WEEK, log_weeks
from tracker.curriculum.rules.items import Item
from tracker.plans.rules.forecast_subject import (
    Subject,
    default_subjects,
    find_subject,
    find_target_gaps,
)
from tracker.plans.rules.forecasts import (
    ForecastBasis,
    SavedForecast,
    TrackRecord,
    grade_forecasts,
    make_forecast,
)
from tracker.plans.rules.futures import mean_share
from tracker.plans.rules.plans import PlanStatus
from tracker.readiness.rules.pace import Pace, StudyStretch
from tracker.readiness.rules.records import Facts

HOUR = 3600


def basis_of(weeks: Sequence[int]) -> ForecastBasis:
    """The basis of somebody who logged so many seconds in each whole week."""
    return ForecastBasis(Pace(MONDAY, StudyStretch(MONDAY, MONDAY), tuple(weeks)))


@examples(max_examples=15)
@given(
    st.lists(st.integers(0, 200 * HOUR), min_size=3, max_size=3).map(sorted),
    st.lists(st.integers(0, 40 * HOUR), min_size=8, max_size=26).filter(any),
    st.integers(1, 300),
)
def test_narrow_range_lies_in_wide_range(left, weeks, due):
    """The chance of being on time agrees with both ranges."""
    subject = Subject("x", "X", (left[0], left[1], left[2]), "", ("x",))

    forecast = make_forecast(subject, basis_of(weeks), (), MONDAY + timedelta(days=due))

    assert (
        forecast.ranges is not None
        and forecast.chance is not None
        and forecast.due is not None
    )
    (early, late), (first, last) = forecast.ranges.half, forecast.ranges.most
    assert MONDAY <= first <= early <= late <= last
    assert forecast.chance <= 1 or forecast.due >= first
    assert forecast.chance >= 9 or forecast.due <= last


def test_even_weeks_give_one_day():
    """With even weeks and known hours, both ends of the range are one day."""
    subject, weeks = Subject("x", "X", (HOUR * 60,) * 3, "", ("x",)), (10 * HOUR,) * 8
    off = make_forecast(subject, basis_of(weeks), (), None).ranges

    assert off and off.most == (MONDAY + 6 * WEEK, MONDAY + 6 * WEEK)


def test_record_counts_due_forecasts():
    """A forecast is due when its subject is done or its wide range has passed."""
    half, most = (MONDAY, MONDAY + WEEK), (MONDAY - WEEK, MONDAY + 2 * WEEK)
    forecasts = [
        SavedForecast(name, MONDAY - 3 * WEEK, half, most, 1)
        for name in ("in", "late", "early", "open", "left")
    ]
    ended = {"in": MONDAY, "late": MONDAY + 3 * WEEK, "early": MONDAY - WEEK}

    left = {"left": MONDAY + WEEK}

    assert grade_forecasts(forecasts, ended, left, MONDAY + WEEK) == TrackRecord(
        due=3, half=1, most=2, open=1
    )
    assert grade_forecasts(forecasts, ended, left, MONDAY + 3 * WEEK) == TrackRecord(
        due=4, half=1, most=2, open=0
    )


def test_giving_up_late_counts_as_missed():
    """A range that passed before its subject was given up did not hold."""
    forecasts = [
        SavedForecast("x", MONDAY, (MONDAY, MONDAY), (MONDAY, MONDAY + WEEK), 1)
    ]

    assert grade_forecasts(
        forecasts, {}, {"x": MONDAY + 2 * WEEK}, MONDAY + 3 * WEEK
    ) == TrackRecord(due=1)
    assert (
        grade_forecasts(forecasts, {}, {"x": MONDAY + WEEK}, MONDAY + 3 * WEEK)
        == TrackRecord()
    )


def test_untouched_subject_gets_all_hours():
    """What is not begun, or not touched lately, is forecast as if it gets all hours."""
    assert mean_share([(1, 2), (2, 2)]) == 0.75
    assert mean_share([(0, 4)]) == mean_share([(0, 0)]) == mean_share([]) == 1.0
    assert mean_share([(5, 4)]) == 1.0


def test_own_ratio_scales_the_estimate():
    """The hours left are the estimate times your ratio, less the part done."""
    done = [
        Item(
            f"d{n}",
            "D",
            "book",
            "coding",
            low=1,
            likely=10,
            high=20,
            state="done",
            seconds=15,
        )
        for n in range(5)
    ]
    item = Item(
        "x",
        "X",
        "book",
        "coding",
        low=40 * HOUR,
        likely=60 * HOUR,
        high=80 * HOUR,
        part=1,
        whole=4,
        seconds=9,
    )

    facts = Facts(items=(item, *done))
    subject = find_subject("x", facts, find_target_gaps(facts, None))

    assert subject.left == (45 * HOUR, 67 * HOUR + HOUR // 2, 90 * HOUR)
    assert (
        subject.basis
        == "its estimate of 40-80 h, times 1.50, less 25% done (self-reported)"
    )
    assert subject.ratio and (subject.ratio.kind, subject.ratio.count) == ("book", 5)


def test_plans_come_before_items_in_progress():
    """Without a name it forecasts all plans, else the three items with most hours."""
    items = [
        Item(f"i{n}", "I", "book", "coding", low=1, likely=2, high=3, seconds=n)
        for n in range(5)
    ]
    plan = PlanStatus("p", "P", MONDAY, MONDAY, MONDAY)

    assert default_subjects(
        [plan, PlanStatus("q", "Q", MONDAY, MONDAY, MONDAY, state="kept")], items
    ) == ("p",)
    assert default_subjects([], items) == ("i4", "i3", "i2")


def test_too_few_weeks_show_the_stated_pace(tracker):
    """Below eight whole weeks only the pace you set is shown, and nothing is saved."""
    log_weeks(tracker, 7)

    output = tracker("forecast ppo", "2026-11-23T14:30")
    assert (output.code, output.out, output.err) == (
        4,
        "",
        "A forecast needs 8 whole weeks of your log; it has 7.\n"
        "To see dates at a pace you plan: tracker config hours-a-week 12h\n",
    )
    tracker.ok("config hours-a-week 10h")
    assert tracker.ok("forecast ppo") == (
        "Proximal Policy Optimization Algorithms (ppo)\n"
        "  A forecast needs 8 whole weeks of your log; it has 7.\n"
        "  At the pace that you set, it is done between 11 Dec and 8 Feb 2027, most\n"
        "  likely about 1 Jan 2027.\n"
        "  left      25 - 55 - 110 h (low, likely, high): its estimate of 25-110 h\n"
        "  pace      10 h a week (as you set it), not measured from your weeks\n"
    )
    assert tracker.json("forecast ppo")["record"] == {
        "given": 0,
        "held": 0,
        "half": 0,
        "open": 0,
        "withdrawn": 0,
    }


def test_forecast_shows_ranges_and_basis(tracker):
    """From eight weeks on it shows two ranges, the plan's chance, and the basis."""
    log_weeks(tracker, 8)
    tracker.ok('plan ppo --by "31 jan"', "2026-11-23T14:30")

    assert tracker.ok("forecast ppo") == (
        "Proximal Policy Optimization Algorithms (ppo)\n"
        "  5 times in 10 it is done between 29 Dec and 15 Jan 2027; 8 times in 10 between\n"
        "  22 Dec and 24 Jan 2027.\n"
        "  Planned for 31 Jan 2027: on time more than 9 times in 10.\n"
        "  left      25 - 55 - 110 h (low, likely, high): its estimate of 25-110 h\n"
        "  pace      10 h a week (your average of 8 weeks), all on this\n"
        "Saved, to compare with the day you finish. No past forecast is due yet.\n"
    )
    assert tracker.ok("forecast ppo") == tracker.ok("forecast")


def test_passed_plan_has_no_chance(tracker):
    """A plan whose day has passed is named, without a chance."""
    tracker.ok("plan ppo --by 2026-09-10", "2026-09-01T12:00")
    tracker.ok("config hours-a-week 10h")
    tracker.ok("log fastai 1h")
    passed = "  Planned for 10 Sep, which has passed.\n"

    assert passed in tracker.ok("forecast ppo", "2026-09-11T12:00")
    log_weeks(tracker, 8)
    assert passed in tracker.ok("forecast ppo", "2026-11-23T14:30")
    assert [
        (forecast["due"], forecast["chance"])
        for forecast in tracker.json("forecast")["forecasts"]
    ] == [("2026-09-10", None)]


def test_one_forecast_a_day_is_saved_and_graded(tracker):
    """Of one day's forecasts the last is saved; the record counts it once it is due."""
    log_weeks(tracker, 8)
    tracker.ok("forecast ppo", "2026-11-23T14:30")
    tracker.ok("forecast ppo", "2026-11-23T20:00")
    tracker.ok("forecast ppo", "2026-11-24T20:00")
    tracker.ok("forecast python-done", "2026-11-24T20:00")
    assert tracker.json("forecast mit-1806")["record"] == {
        "given": 0,
        "held": 0,
        "half": 0,
        "open": 3,
        "withdrawn": 0,
    }

    tracker.ok("done ppo", "2027-01-10T20:00")

    assert tracker.ok("forecast mit-1806").splitlines()[-2:] == [
        "Track record: 2 of 3 past forecasts held (expected: 8 in 10); 2 in the narrow",
        "range (expected: 5 in 10).",
    ]


def test_late_drops_stay_in_the_record(tracker):
    """Dropped after its range passed, a subject counts as missed; before, not."""
    log_weeks(tracker, 8)
    tracker.ok("forecast ppo", "2026-11-23T14:30")
    tracker.ok("forecast python-done")
    tracker.ok("forecast mit-1806")
    tracker.ok("drop mit-1806")
    tracker.ok("drop ppo", "2028-01-10T20:00")
    tracker.ok("drop python-done")
    log_weeks(tracker, 8, until=date(2028, 1, 10))

    assert tracker.json("forecast stat110", "2028-01-10T20:00")["record"] == {
        "given": 2,
        "held": 0,
        "half": 0,
        "open": 0,
        "withdrawn": 0,
    }


def hours_in_gaps(tracker: Tracker, milestone: str) -> list[float]:
    """The hours of the action of `gaps` that ends with a milestone."""
    return next(
        action["hours"]
        for gap in tracker.json("gaps")["gaps"]
        for action in gap["actions"]
        if action["milestone"] == milestone
    )


def hours_in_next(tracker: Tracker, item: str) -> list[float]:
    """The hours of the action of `next` about an item."""
    actions = tracker.json("next")["actions"]
    return next(action["hours"] for action in actions if action["slug"] == item)


def test_attempt_uses_expected_hours(tracker):
    """An attempt takes the hours expected less those spent, and showing the milestone.

    `forecast` of the milestone says what `gaps` says, of the item what `next` says.
    """
    log_weeks(tracker, 8)
    tracker.ok("target research-contributor-empirical", "2026-11-23T10:00")
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019"
        " --since 2026-11-21 --hours 200-260"
    )
    tracker.ok("log ziegler-2019 5h --on 2026-11-21")
    (forecast,) = tracker.json("forecast ziegler-2019")["forecasts"]
    assert (forecast["hours"], forecast["share"]) == ([195, 225, 255], 0.33)
    assert (
        "left      195 - 225 - 255 h (low, likely, high): the 200-260 h of its attempt,\n"
        "            less 5 h logged\n"
    ) in tracker.ok("forecast ziegler-2019")

    tracker.ok("progress ziegler-2019 55%")

    (item,) = tracker.json("forecast ziegler-2019")["forecasts"]
    (milestone,) = tracker.json("forecast few-hundred-hour-replication")["forecasts"]
    assert item["hours"] == hours_in_next(tracker, "ziegler-2019") == [90, 103.5, 117]
    assert milestone["hours"] == hours_in_gaps(tracker, "few-hundred-hour-replication")
    assert milestone["hours"] > item["hours"]
    assert "ziegler-2019 (55% done, self-reported) and showing it" in " ".join(
        tracker.ok("forecast few-hundred-hour-replication").split()
    )


def test_an_experiment_takes_its_own_hours(tracker):
    """The hours left of an experiment are those of its phases less those spent.

    Neither the item's estimate nor a part that is done changes them.
    """
    log_weeks(tracker, 8)
    tracker.ok("target research-lead-theoretical", "2026-11-23T10:00")
    tracker.ok("attempt conceptual-fit-test --with elk-report")
    tracker.ok("log elk-report 10h")
    tracker.ok("progress elk-report 80%")

    (item,) = tracker.json("forecast elk-report")["forecasts"]
    (milestone,) = tracker.json("forecast conceptual-fit-test")["forecasts"]

    assert item["hours"] == [90, 90, 90]
    assert item["hours"] == hours_in_next(tracker, "elk-report")
    assert milestone["hours"] == hours_in_gaps(tracker, "conceptual-fit-test")
    assert milestone["hours"] == [90.5, 91.5, 94]


def test_milestones_take_the_hours_of_gaps(tracker):
    """Of each milestone that `gaps` leads to, `forecast` says the same hours."""
    log_weeks(tracker, 8)
    tracker.ok("target research-contributor-empirical", "2026-11-23T14:30")
    tracker.ok(
        "reach replication-done --with ppo --evidence repo:https://git.example/ppo"
    )
    tracker.ok("rate python strong")
    actions = [
        action for gap in tracker.json("gaps")["gaps"] for action in gap["actions"]
    ]
    hours: dict[str, list[float]] = {}
    for action in actions:
        hours.setdefault(action["milestone"], action["hours"])
    hours.pop(None, None)

    assert len(hours) > 5
    for slug, expected in hours.items():
        if expected == [0, 0, 0]:
            assert tracker(f"forecast {slug}").code == 4
        else:
            (forecast,) = tracker.json(f"forecast {slug}")["forecasts"]
            assert (slug, forecast["hours"]) == (slug, expected)


def test_what_needs_an_offer_says_so(tracker):
    """The hours left of what somebody else must offer name the offer."""
    tracker.ok("config hours-a-week 10h")

    text = " ".join(tracker.ok("forecast software-internship").split())

    assert "once you have an employer's offer" in text


def test_unknown_hours_are_refused(tracker):
    """What is done, endless or without an estimate is refused with the reason."""
    log_weeks(tracker, 8)
    tracker.ok("done fastai", "2026-11-23T14:30")
    tracker.ok("add own-notes --title 'My notes' --track alignment")
    tracker.ok("progress ppo 100%")

    for name, code, why in (
        ("fastai", 4, "fastai is done since 2026-11-23."),
        (
            "axrp-podcast",
            4,
            "axrp-podcast is of the kind podcast, which never ends: there is no day to",
        ),
        (
            "own-notes",
            4,
            "own-notes has no estimate, so its hours left are not known.",
        ),
        (
            "ppo",
            4,
            "Nothing is left of ppo, by its estimate of 25-110 h, less 100% done",
        ),
        ("nonsense", 3, "There is no item or milestone called 'nonsense'."),
    ):
        output = tracker(f"forecast {name}")
        assert (output.code, output.out, output.err.splitlines()[0]) == (code, "", why)


def test_nothing_to_forecast(tracker):
    """Without anything to forecast it is refused; a plan without hours is named."""
    log_weeks(tracker, 8)
    tracker.ok("done fastai", "2026-11-23T14:30")
    tracker.ok("add own-notes --title 'My notes' --track alignment")
    tracker.ok("plan own-notes --by 2027-01-31")

    output = tracker("forecast")

    assert (output.code, output.out) == (4, "")
    assert "own-notes has no estimate" in output.err
    assert "Nothing with an estimate is planned or in progress." in output.err


def test_only_showing_is_left(tracker: Tracker) -> None:
    """The post about a replication that is shown takes the hours of writing it."""
    tracker.ok("config hours-a-week 10h")
    tracker.ok(
        "reach replication-done --with ppo --evidence repo:https://git.example/ppo"
    )

    text = tracker.ok("forecast replication-post")

    assert "5 - 12 - 35 h (low, likely, high): only showing it is left" in text
