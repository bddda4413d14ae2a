"""The hours a week, and what the plan's hours come to at them."""

from datetime import date, timedelta

import pytest

from tests.conftest import Tracker
from tests.readiness.making import DAY, HOUR
from tracker.readiness.rules.pace import Pace, looked_back, own_pace

ENGINEER = ("reach engineering-two-years", "target software-engineer")


def test_eight_whole_weeks() -> None:
    """The eight weeks looked back upon begin on a Monday, and the week that runs is none of them."""
    assert looked_back(date(2026, 11, 25)) == (date(2026, 9, 28), date(2026, 11, 22))


@pytest.mark.parametrize(
    ("first", "clocks", "pace"),
    [
        (DAY, [40 * HOUR, 40 * HOUR], Pace(10 * HOUR, stated=False)),
        (DAY - timedelta(days=1), [8 * HOUR], Pace(HOUR, stated=False)),
        (DAY + timedelta(days=1), [80 * HOUR], None),
        (DAY, [], None),
        (None, [], None),
    ],
)
def test_own_pace(first: date | None, clocks: list[int], pace: Pace | None) -> None:
    """One's own pace is the average of eight weeks; none is told before there are eight, nor of idle ones."""
    assert own_pace(clocks, first, DAY) == pace


def test_begun_weeks_count_whole() -> None:
    """Whatever does not end with a week takes that week too."""
    assert [Pace(10 * HOUR, stated=True).weeks(hours * HOUR) for hours in (10, 11, 20)] == [1, 2, 2]


def plan(tracker: Tracker) -> str:
    """The last lines of gaps, on one line."""
    return " ".join(tracker.ok("gaps").split("SKILL LEVEL\n")[1].split())


def test_gaps_end_with_the_weeks_it_takes(tracker: Tracker) -> None:
    """The cheapest plan ends with its weeks: at the pace that was set, else at the pace of the last eight weeks."""
    for words in ENGINEER:
        tracker.ok(words)
    told = "Cheapest to the one must: 0.5 - 1.5 - 4 h: engineering-two-years. It takes somebody's word"
    assert plan(tracker) == f"{told} (engineering-two-years). None is certain."

    tracker.ok("log fastai 8h --on 2026-09-28")
    weeks = "At your 1h00m a week, 1.5 h is 2 weeks."
    assert plan(tracker) == f"{told} (engineering-two-years). {weeks} None is certain."
    assert tracker.json("gaps")["pace"] == {"seconds": 3600, "stated": False}

    tracker.ok("config hours-a-week 12h")
    weeks = "At the 12h00m a week you set, 1.5 h is 1 week."
    assert plan(tracker) == f"{told} (engineering-two-years). {weeks} None is certain."


def test_gaps_say_by_what_estimates_were_multiplied(tracker: Tracker) -> None:
    """From five finished items on, gaps says how the person's hours compare with the estimates, over how many."""
    for day, course in enumerate(("learnpython", "fastai", "ng-deep-learning", "mit-1806", "stat110"), start=1):
        tracker.ok(f"log {course} 20h --on 2026-10-{day:02}")
        tracker.ok(f"done {course}")

    text = " ".join(tracker.ok("gaps research-contributor-empirical").split())
    assert "Estimates are counted as your hours were: courses 0.2 times, over 5 finished." in text
