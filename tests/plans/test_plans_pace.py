"""One pace on all screens: `gaps`, `week`, `plan` and `forecast`."""

from datetime import date

from hypothesis import Phase, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.conftest import NOW, Tracker
from tests.plans.harness import MONDAY, WEEK, log_weeks

HOURS_BY_WEEKS_AGO = st.dictionaries(
    st.integers(0, 40), st.integers(1, 20), min_size=1, max_size=12
)
LAST = "Last session Mon 3 Aug, 16 weeks ago."
SET_PACE = "To see dates at a pace you plan: tracker config hours-a-week 12h"


def weeks_ago(number: int) -> date:
    """The Monday of so many weeks ago."""
    return MONDAY - number * WEEK


@examples(max_examples=8, phases=[Phase.generate])
@given(HOURS_BY_WEEKS_AGO, st.booleans(), st.integers(0, 20))
def test_one_pace_on_all_screens(
    tracker: Tracker, hours: dict[int, int], is_set: bool, off: int
) -> None:
    """All screens say the same pace and the same source, for any history."""
    tracker.db.unlink(missing_ok=True)
    tracker.ok("target software-engineer", NOW)
    tracker.ok("plan ppo --by 2027-06-01")
    tracker.ok(f"break {weeks_ago(off + 3)} {weeks_ago(off)}")
    for number, amount in hours.items():
        tracker.ok(f"log fastai {amount}h --on {weeks_ago(number)}")
    if is_set:
        tracker.ok("config hours-a-week 12h")

    pace = tracker.json("gaps")["pace"]

    assert tracker.json("week")["pace"] == tracker.json("plan")["pace"] == pace
    if pace["seconds"] is None:
        assert tracker("forecast ppo").code == 4
        return
    forecast = tracker.json("forecast ppo")
    assert forecast["pace"] == pace
    assert pace["stated"] == (forecast["forecasts"][0]["half"] is None)
    plan, *others = (
        " ".join(tracker.ok(command).split())
        for command in ("plan", "gaps", "forecast")
    )
    sentence = plan.partition("Pace: ")[2].partition(").")[0]
    gaps, made = (sentence in text for text in others)
    assert sentence and gaps and made


def test_plan_says_the_pace(tracker: Tracker) -> None:
    """It says the pace with a new start."""
    log_weeks(tracker, 9)
    tracker.ok("plan ppo --by 2027-06-01", NOW)
    tracker.ok("log fastai 1h --on 2024-11-20")
    pace = (
        "Pace: 10 h a week (your average of 9 weeks since Mon 21 Sep; before that nothing\n"
        "for 95 weeks).\n"
    )

    assert tracker.ok("plan").endswith(pace)
    assert pace not in tracker.ok("plan fastai")


def test_idle_people_are_told_their_last_session(tracker: Tracker) -> None:
    """After eight idle weeks `plan` names the last session and how to set a pace."""
    log_weeks(tracker, 9, until=weeks_ago(15))
    tracker.ok("plan ppo --by 2027-06-01", NOW)

    assert f"{LAST} {SET_PACE}" in " ".join(tracker.ok("plan").split())
    refused = tracker("forecast ppo")
    assert (refused.code, refused.err) == (
        4,
        f"There is no pace to forecast from. {LAST}\n{SET_PACE}\n",
    )

    tracker.ok("config hours-a-week 12h")
    stated = f"{LAST} Pace: 12 h a week (as you set it)."
    assert stated in " ".join(tracker.ok("plan").split())
    assert f"There is no pace to forecast from. {LAST}" in " ".join(
        tracker.ok("forecast ppo").split()
    )


def test_a_planned_break_makes_nobody_idle(tracker: Tracker) -> None:
    """Twelve weeks of which most are a planned break begin nothing anew."""
    log_weeks(tracker, 9, until=weeks_ago(10))
    tracker.ok(f"break {weeks_ago(10)} {weeks_ago(2)}", NOW)

    assert tracker.json("week")["pace"] == {
        "seconds": 8 * 3600 + 600,
        "stated": False,
        "weeks": 11,
        "since": "2026-07-13",
        "last": "2026-09-07",
        "before": None,
    }


def test_a_new_start_needs_eight_weeks_again(tracker: Tracker) -> None:
    """After a gap, a forecast is refused until the new stretch has eight whole weeks."""
    log_weeks(tracker, 20, until=weeks_ago(22))
    log_weeks(tracker, 7)

    refused = tracker("forecast ppo", NOW)
    assert (refused.code, refused.err.splitlines()[:2]) == (
        4,
        [
            "A forecast needs 8 whole weeks of your log; it has 7 since Mon 5 Oct; before",
            "that nothing for 16 weeks.",
        ],
    )
    tracker.ok("config hours-a-week 12h")
    assert tracker.json("forecast ppo")["forecasts"][0]["half"] is None
    log_weeks(tracker, 1)
    assert tracker.json("forecast ppo", "2026-11-30T12:00")["forecasts"][0]["half"]
