"""The hours a week, and how many weeks the plan takes."""

from collections.abc import Container
from datetime import date, timedelta

import pytest

from tests.conftest import Tracker
from tests.readiness.builders import HOUR
from tracker.readiness.rules.pace import Pace, average_pace, days_within, full_weeks

ENGINEER = ("reach engineering-two-years", "target software-engineer")


MONDAY, ONE_DAY, ONE_WEEK = date(2026, 11, 23), timedelta(days=1), timedelta(weeks=1)


def last_weeks(first: date, off: Container[date] = ()) -> list[int]:
    """How many weeks ago each of the last three full weeks began."""
    return [
        (MONDAY - each) // ONE_WEEK
        for each in full_weeks(first, MONDAY + 2 * ONE_DAY, off, 3)
    ]


def test_whole_weeks() -> None:
    """Neither this week nor the first session's is whole, unless that began on its Monday."""
    assert last_weeks(MONDAY - 9 * ONE_WEEK) == [3, 2, 1]
    assert last_weeks(MONDAY - 2 * ONE_WEEK) == [2, 1]
    assert last_weeks(MONDAY - 2 * ONE_WEEK + ONE_DAY) == [1]
    assert full_weeks(None, MONDAY, (), 3) == ()


def test_a_planned_break_is_left_out() -> None:
    """A week with four days off is left out for an earlier one.

    With three days off it stays.
    """
    four = days_within(
        [(MONDAY - 2 * ONE_WEEK, MONDAY - 2 * ONE_WEEK + 3 * ONE_DAY)],
        date.min,
        date.max,
    )

    assert last_weeks(MONDAY - 9 * ONE_WEEK, four) == [4, 3, 1]
    assert last_weeks(MONDAY - 9 * ONE_WEEK, sorted(four)[1:]) == [3, 2, 1]


@pytest.mark.parametrize(
    ("weeks", "pace"),
    [
        ([20 * HOUR, 60 * HOUR, *6 * [0]], Pace(10 * HOUR, is_stated=False)),
        ([100] * 8, Pace(60, is_stated=False)),
        ([10 * HOUR] * 7, None),
        ([0] * 8, None),
        ([], None),
    ],
)
def test_average_pace(weeks: list[int], pace: Pace | None) -> None:
    """The pace is the average of eight weeks, to the minute.

    Fewer or idle weeks give none.
    """
    assert average_pace(weeks) == pace


def test_begun_weeks_count_whole() -> None:
    """A begun week counts as a whole one."""
    assert [
        Pace(10 * HOUR, is_stated=True).weeks(hours * HOUR) for hours in (10, 11, 20)
    ] == [1, 2, 2]


def plan(tracker: Tracker) -> str:
    """The last lines of gaps, on one line."""
    return " ".join(tracker.ok("gaps").split("SKILL LEVEL\n")[1].split())


def test_gaps_end_with_the_weeks_it_takes(tracker: Tracker) -> None:
    """The shortest path ends with its weeks, at the pace that was set, else the recent average."""
    for words in ENGINEER:
        tracker.ok(words)
    path = (
        "Shortest path to the one required line: about 1.5 h (0.5-4). "
        "It ends with engineering-two-years. "
        "It needs one letter or review (engineering-two-years)."
    )
    assert plan(tracker) == f"{path} Estimates, not promises."

    tracker.ok("log fastai 8h --on 2026-09-28")
    weeks = "At 1h00m a week (your average) that is about 2 weeks."
    assert plan(tracker) == f"{path} {weeks} Estimates, not promises."
    assert tracker.json("gaps")["pace"] == {"seconds": 3600, "stated": False}

    tracker.ok("log fastai 8h --on 2026-09-21")
    tracker.ok("break 2026-11-02 2026-11-08")
    weeks = "At 2h00m a week (your average) that is about 1 week."
    assert plan(tracker) == f"{path} {weeks} Estimates, not promises."

    tracker.ok("config hours-a-week 12h")
    weeks = "At 12h00m a week (as you set it) that is about 1 week."
    assert plan(tracker) == f"{path} {weeks} Estimates, not promises."


def test_gaps_name_the_ratios(tracker: Tracker) -> None:
    """From five finished items on, `gaps` names the person's ratio and how many items it rests on."""
    for day, course in enumerate(
        ("learnpython", "fastai", "ng-deep-learning", "mit-1806", "stat110"), start=1
    ):
        tracker.ok(f"log {course} 20h --on 2026-10-{day:02}")
        tracker.ok(f"done {course}")

    text = " ".join(tracker.ok("gaps research-contributor-empirical").split())
    assert (
        "Estimates are multiplied by your own ratio: courses 0.2 (5 finished)." in text
    )
