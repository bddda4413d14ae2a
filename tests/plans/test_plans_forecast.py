"""`forecast`: two ranges of days from one's own weeks, kept, and graded when they come due."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.conftest import Tracker
from tracker.curriculum.rules.items import Item
from tracker.plans.rules.forecast_subject import Subject, default_subjects, find_subject
from tracker.plans.rules.forecasts import (
    ForecastBasis,
    SavedForecast,
    TrackRecord,
    grade_forecasts,
    make_forecast,
)
from tracker.plans.rules.pace import mean_share
from tracker.plans.rules.plans import PlanStatus
from tracker.readiness.rules.records import Facts

HOUR = 3600
MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)


@examples(max_examples=15)
@given(
    st.lists(st.integers(0, 200 * HOUR), min_size=3, max_size=3).map(sorted),
    st.lists(st.integers(0, 40 * HOUR), min_size=8, max_size=26).filter(any),
    st.integers(1, 300),
)
def test_ranges_nest(left, weeks, due):
    """The narrow range lies in the wide one, and the chance of a day is at one with both."""
    subject = Subject("x", "X", (left[0], left[1], left[2]), "", ("x",))

    found = make_forecast(
        subject, ForecastBasis(MONDAY, tuple(weeks)), (), MONDAY + timedelta(days=due)
    )

    assert (
        found.ranges is not None and found.chance is not None and found.due is not None
    )
    (early, late), (first, last) = found.ranges.half, found.ranges.most
    assert MONDAY <= first <= early <= late <= last
    assert found.chance <= 1 or found.due >= first
    assert found.chance >= 9 or found.due <= last


def test_breaks_put_the_end_off():
    """Days off to come push both ranges, by as many days."""
    subject, weeks = Subject("x", "X", (HOUR * 60,) * 3, "", ("x",)), (10 * HOUR,) * 8
    off = make_forecast(subject, ForecastBasis(MONDAY, weeks), (), None).ranges

    assert off and off.most == (MONDAY + 6 * WEEK, MONDAY + 6 * WEEK)


def test_grades_are_of_what_came_due():
    """In range and late are due, also where it is not done yet; what is open, or given up before, is neither."""
    half, most = (MONDAY, MONDAY + WEEK), (MONDAY - WEEK, MONDAY + 2 * WEEK)
    told = [
        SavedForecast(name, MONDAY - 3 * WEEK, half, most, 1)
        for name in ("in", "late", "early", "open", "left")
    ]
    ended = {"in": MONDAY, "late": MONDAY + 3 * WEEK, "early": MONDAY - WEEK}

    left = {"left": MONDAY + WEEK}

    assert grade_forecasts(told, ended, left, MONDAY + WEEK) == TrackRecord(
        due=3, half=1, most=2, open=1
    )
    assert grade_forecasts(told, ended, left, MONDAY + 3 * WEEK) == TrackRecord(
        due=4, half=1, most=2, open=0
    )


def test_giving_up_mends_no_grade():
    """A range that had passed when its subject was given up did not hold, and still counts."""
    told = [SavedForecast("x", MONDAY, (MONDAY, MONDAY), (MONDAY, MONDAY + WEEK), 1)]

    assert grade_forecasts(
        told, {}, {"x": MONDAY + 2 * WEEK}, MONDAY + 3 * WEEK
    ) == TrackRecord(due=1)
    assert (
        grade_forecasts(told, {}, {"x": MONDAY + WEEK}, MONDAY + 3 * WEEK)
        == TrackRecord()
    )


def test_the_share_of_what_lies_still_is_all():
    """What was not begun, or not touched lately, is foreseen as if all hours went to it."""
    assert mean_share([(1, 2), (2, 2)]) == 0.75
    assert mean_share([(0, 4)]) == mean_share([(0, 0)]) == mean_share([]) == 1.0
    assert mean_share([(5, 4)]) == 1.0


def test_ones_own_ratio_scales_the_estimate():
    """What is left of an item is its estimate times the ratio of its kind, less what is done by one's account."""
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

    found = find_subject("x", Facts(items=(item, *done)))

    assert found.left == (45 * HOUR, 67 * HOUR + HOUR // 2, 90 * HOUR)
    assert (
        found.basis
        == "its estimate of 40-80 h, times 1.50, less 25% done (self-reported)"
    )
    assert found.ratio and (found.ratio.kind, found.ratio.count) == ("book", 5)


def test_plans_come_before_what_is_under_way():
    """Without a name it is about all that is planned; else about the three most worked on."""
    items = [
        Item(f"i{n}", "I", "book", "coding", low=1, likely=2, high=3, seconds=n)
        for n in range(5)
    ]
    plan = PlanStatus("p", "P", MONDAY, MONDAY, MONDAY)

    assert default_subjects(
        [plan, PlanStatus("q", "Q", MONDAY, MONDAY, MONDAY, state="kept")], items
    ) == ("p",)
    assert default_subjects([], items) == ("i4", "i3", "i2")


def studied(tracker, weeks, hours="10h", until=MONDAY):
    """So many weeks of study before a Monday, each on its Monday."""
    for n in range(weeks, 0, -1):
        tracker.ok(f"log fastai {hours}", f"{until - n * WEEK}T20:00")


def test_too_few_weeks(tracker):
    """Below eight whole weeks there is no forecast; with a stated pace, that is shown, marked, and not kept."""
    studied(tracker, 7)

    said = tracker("forecast ppo", "2026-11-23T14:30")
    assert (said.code, said.out, said.err) == (
        4,
        "",
        "A forecast needs 8 whole weeks of your log; it has 7.\n"
        "To see dates at a pace you plan: tracker config hours-a-week 12h\n",
    )
    tracker.ok("config hours-a-week 10h")
    assert tracker.ok("forecast ppo") == (
        "ppo, Proximal Policy Optimization Algorithms\n"
        "  No forecast: it needs 8 whole weeks of your log, which has 7.\n"
        "  At the 10 h a week that you plan, it is done between 11 Dec and 8 Feb 2027,\n"
        "  most likely about 1 Jan 2027.\n"
        "  left      25 - 55 - 110 h (low, likely, high): its estimate of 25-110 h\n"
        "  pace      as you set it, not measured from your weeks\n"
    )
    assert tracker.json("forecast ppo")["record"] == {
        "given": 0,
        "held": 0,
        "half": 0,
        "open": 0,
    }


def test_a_forecast(tracker):
    """From eight weeks on there are two ranges, the chance of what is planned, and what all of it rests on."""
    studied(tracker, 8)
    tracker.ok('plan ppo --by "31 jan"', "2026-11-23T14:30")

    assert tracker.ok("forecast ppo") == (
        "ppo, Proximal Policy Optimization Algorithms\n"
        "  5 times in 10 it is done between 29 Dec and 15 Jan 2027; 8 times in 10 between\n"
        "  22 Dec and 24 Jan 2027.\n"
        "  Planned for 31 Jan 2027: on time more than 9 times in 10.\n"
        "  left      25 - 55 - 110 h (low, likely, high): its estimate of 25-110 h\n"
        "  pace      10 h a week (last 8 weeks without breaks), all of it for this\n"
        "Saved, to compare with the day you finish. No past forecast is due yet.\n"
    )
    assert tracker.ok("forecast ppo") == tracker.ok("forecast")


def test_a_plan_whose_day_has_passed_has_no_chance(tracker):
    """That its day has passed is said, with a forecast and at the pace one means to keep; nothing is reckoned of it."""
    tracker.ok("plan ppo --by 2026-09-10", "2026-09-01T12:00")
    tracker.ok("config hours-a-week 10h")
    tracker.ok("log fastai 1h")
    passed = "  Planned for 10 Sep, which has passed.\n"

    assert passed in tracker.ok("forecast ppo", "2026-09-11T12:00")
    studied(tracker, 8)
    assert passed in tracker.ok("forecast ppo", "2026-11-23T14:30")
    assert [
        (each["due"], each["chance"]) for each in tracker.json("forecast")["forecasts"]
    ] == [("2026-09-10", None)]


def test_it_is_kept_once_a_day_and_graded(tracker):
    """Asked twice on a day, one forecast is kept; its grade stands in the open once it comes due."""
    studied(tracker, 8)
    tracker.ok("forecast ppo", "2026-11-23T14:30")
    tracker.ok("forecast ppo", "2026-11-23T20:00")
    tracker.ok("forecast ppo", "2026-11-24T20:00")
    tracker.ok("forecast python-done", "2026-11-24T20:00")
    assert tracker.json("forecast mit-1806")["record"] == {
        "given": 0,
        "held": 0,
        "half": 0,
        "open": 3,
    }

    tracker.ok("done ppo", "2027-01-10T20:00")

    assert tracker.ok("forecast mit-1806").splitlines()[-2:] == [
        "Track record: 2 of 3 past forecasts held (expected: 8 in 10); 2 in the narrow",
        "range (expected: 5 in 10).",
    ]


def test_what_was_given_up_late_is_graded(tracker):
    """Dropped after its range had passed, an item or a milestone stays in the record as not held; before, in none."""
    studied(tracker, 8)
    tracker.ok("forecast ppo", "2026-11-23T14:30")
    tracker.ok("forecast python-done")
    tracker.ok("forecast mit-1806")
    tracker.ok("drop mit-1806")
    tracker.ok("drop ppo", "2028-01-10T20:00")
    tracker.ok("drop python-done")
    studied(tracker, 8, until=date(2028, 1, 10))

    assert tracker.json("forecast stat110", "2028-01-10T20:00")["record"] == {
        "given": 2, "held": 0, "half": 0, "open": 0,
    }  # fmt: skip


def test_a_try_goes_by_what_was_expected(tracker):
    """The hours left of a try are those expected at its start less those spent, and its share that of its item."""
    studied(tracker, 8)
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019 --hours 200-260 --since 2026-11-02",
        "2026-11-23T10:00",
    )
    tracker.ok("log ziegler-2019 5h --on 2026-11-21")

    (found,) = tracker.json("forecast few-hundred-hour-replication")["forecasts"]

    assert found["hours"] == [195, 225, 255]
    assert found["share"] == 0.33
    assert found["ratio"] is None and found["weeks"] == 8


def test_one_figure_of_what_is_left(tracker):
    """A forecast goes by the part said to be done, to the same hours as `next`; `gaps` adds those of showing it."""
    studied(tracker, 8)
    tracker.ok("target research-contributor-empirical", "2026-11-23T10:00")
    tracker.ok(
        "attempt few-hundred-hour-replication --with ziegler-2019 --since 2026-11-21 --hours 200-260"
    )
    tracker.ok("log ziegler-2019 5h --on 2026-11-21")
    tracker.ok("progress ziegler-2019 55%")

    (found,) = tracker.json("forecast few-hundred-hour-replication")["forecasts"]
    coming = next(
        each
        for each in tracker.json("next")["actions"]
        if each["slug"] == "ziegler-2019"
    )
    takes = (
        tracker.ok("show few-hundred-hour-replication")
        .split("That takes ")[1]
        .split(" h once")[0]
    )
    shown = map(float, takes.split(" - "))
    missing = next(
        action["hours"]
        for each in tracker.json("gaps")["gaps"]
        for action in each["actions"]
        if (each["requirement"], action["slug"])
        == ("one-long-replication", "ziegler-2019")
    )

    assert found["hours"] == coming["hours"] == [90, 103.5, 117]
    assert missing == [
        own + more for own, more in zip(found["hours"], shown, strict=True)
    ]
    assert "by ziegler-2019 (55% done by your account), and showing it\n" in tracker.ok(
        "gaps"
    )


def test_an_experiment_goes_by_its_phases(tracker):
    """What is left of a bounded experiment are the hours of its phases less those spent."""
    studied(tracker, 8)
    tracker.ok("attempt conceptual-fit-test --with elk-report", "2026-11-23T10:00")
    tracker.ok("log elk-report 10h")

    assert tracker.json("forecast conceptual-fit-test")["forecasts"][0]["hours"] == [
        90,
        90,
        90,
    ]


def test_refused(tracker):
    """What has no end to foresee is refused, with the reason; a name that is none is not found."""
    studied(tracker, 8)
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
        ("nonsense", 3, "'nonsense' is not the name of an item or milestone."),
    ):
        said = tracker(f"forecast {name}")
        assert (said.code, said.out, said.err.splitlines()[0]) == (code, "", why)


def test_nothing_to_foresee(tracker):
    """Without a name, a plan, or anything under way there is nothing to foresee; a plan without hours is remarked."""
    studied(tracker, 8)
    tracker.ok("done fastai", "2026-11-23T14:30")
    tracker.ok("add own-notes --title 'My notes' --track alignment")
    tracker.ok("plan own-notes --by 2027-01-31")

    said = tracker("forecast")

    assert (said.code, said.out) == (4, "")
    assert "own-notes has no estimate" in said.err
    assert "Nothing with an estimate is planned or in progress." in said.err


def test_what_only_showing_is_left_of(tracker: Tracker) -> None:
    """A milestone whose skills are held takes the hours of showing it, on one's own word as with something to see."""
    tracker.ok("config hours-a-week 10h")
    for evidence in ("", " --evidence repo:git.example/tf"):
        tracker.ok(f"reach transformer-in-pytorch{evidence}")
        assert (
            "left      1 - 4 - 12 h (low, likely, high): only showing it is left"
            in tracker.ok("forecast basic-dl-done")
        )
