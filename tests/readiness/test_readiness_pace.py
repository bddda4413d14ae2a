"""The hours a week: measured since the person last began, else as they set them."""

from collections.abc import Container, Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.readiness.builders import HOUR
from tracker.readiness.rules.pace import (
    MOST_WEEKS,
    Pace,
    StudyStretch,
    days_within,
    find_stretch,
    full_weeks,
    week_seconds,
)
from tracker.readiness.rules.pace_sentences import say_pace

ENGINEER = ("reach engineering-two-years", "target software-engineer")
MONDAY, ONE_DAY, ONE_WEEK = date(2026, 11, 23), timedelta(days=1), timedelta(weeks=1)
DAYS_AGO = st.lists(st.integers(0, 500), min_size=1, max_size=30, unique=True)
HOURS = st.lists(st.integers(0, 40 * HOUR), min_size=8, max_size=MOST_WEEKS).filter(any)


def stretch_of(
    days_ago: Sequence[int], off: Container[date] = frozenset()
) -> StudyStretch | None:
    """The present stretch of sessions so many days before a Monday."""
    days = [MONDAY - n * ONE_DAY for n in sorted(days_ago)]
    return find_stretch(days, MONDAY, off)


def pace_of(weeks: Sequence[int], stated: int | None = None) -> Pace:
    """The pace of somebody who logged today and in these whole weeks."""
    return Pace(MONDAY, StudyStretch(date(2020, 1, 6), MONDAY), tuple(weeks), stated)


def last_weeks(first: date, off: Container[date] = ()) -> list[int]:
    """How many weeks ago each of the last three full weeks began."""
    mondays = full_weeks(first, MONDAY + 2 * ONE_DAY, off, 3)
    return [(MONDAY - each) // ONE_WEEK for each in mondays]


def test_whole_weeks() -> None:
    """Neither this week nor the first session's is whole, unless that began on its Monday."""
    assert last_weeks(MONDAY - 9 * ONE_WEEK) == [3, 2, 1]
    assert last_weeks(MONDAY - 2 * ONE_WEEK) == [2, 1]
    assert last_weeks(MONDAY - 2 * ONE_WEEK + ONE_DAY) == [1]
    assert len(full_weeks(MONDAY - 60 * ONE_WEEK, MONDAY, ())) == MOST_WEEKS


def test_a_planned_break_is_left_out() -> None:
    """A week with four days off is left out for an earlier one.

    With three days off it stays.
    """
    first = MONDAY - 2 * ONE_WEEK
    four = days_within([(first, first + 3 * ONE_DAY)], date.min, date.max)

    assert last_weeks(MONDAY - 9 * ONE_WEEK, four) == [4, 3, 1]
    assert last_weeks(MONDAY - 9 * ONE_WEEK, sorted(four)[1:]) == [3, 2, 1]


def test_week_seconds() -> None:
    """A week has the seconds of its seven days; an idle one has none."""
    seconds = {MONDAY: 1, MONDAY + 6 * ONE_DAY: 2, MONDAY + ONE_WEEK: 4}

    assert week_seconds([MONDAY - ONE_WEEK, MONDAY], seconds) == (0, 3)


def test_a_stretch_begins_after_more_than_eight_weeks() -> None:
    """Eight weeks without a session are part of a stretch; a day more begins another."""
    assert stretch_of([]) is None
    assert stretch_of([10, 3]) == StudyStretch(
        MONDAY - 10 * ONE_DAY, MONDAY - 3 * ONE_DAY
    )
    assert stretch_of([3, 3 + 56]) == StudyStretch(
        MONDAY - 59 * ONE_DAY, MONDAY - 3 * ONE_DAY
    )
    assert stretch_of([3, 3 + 57]) == StudyStretch(
        MONDAY - 3 * ONE_DAY, MONDAY - 3 * ONE_DAY, before=MONDAY - 60 * ONE_DAY
    )


def test_a_stretch_is_over_after_more_than_eight_weeks() -> None:
    """The same holds from the last session until today."""
    stretches = [stretch_of([days]) for days in (56, 57)]

    assert [each and each.is_over for each in stretches] == [False, True]


@given(DAYS_AGO, st.integers(57, 3000))
def test_an_old_session_changes_no_stretch(days_ago: list[int], earlier: int) -> None:
    """A session more than eight weeks before all others is not in the stretch."""
    now, then = (
        stretch_of(days_ago),
        stretch_of([*days_ago, max(days_ago) + earlier]),
    )

    assert now and then
    assert now._replace(before=None) == then._replace(before=None)
    assert then.before is not None


@given(DAYS_AGO, DAYS_AGO)
def test_no_session_of_a_stretch_follows_a_gap(
    days_ago: list[int], off_ago: list[int]
) -> None:
    """Days of breaks do not count in a gap; without them no gap in it is longer than eight weeks."""
    off = frozenset(MONDAY - n * ONE_DAY for n in off_ago)
    stretch = stretch_of(days_ago, off)
    assert stretch

    days = sorted(MONDAY - n * ONE_DAY for n in days_ago)
    gaps = {
        (a, b): (b - a).days - sum(a < day < b for day in off)
        for a, b in pairwise(days)
    }
    assert all(gap <= 56 for (a, _), gap in gaps.items() if a >= stretch.since)
    assert [gap > 56 for (_, b), gap in gaps.items() if b == stretch.since] in (
        [],
        [True],
    )


@given(DAYS_AGO)
def test_a_planned_break_never_cuts(days_ago: list[int]) -> None:
    """If all days without a session are in breaks, there is one stretch, not over."""
    every_day = frozenset(MONDAY - n * ONE_DAY for n in range(501))

    assert stretch_of(days_ago, every_day) == StudyStretch(
        MONDAY - max(days_ago) * ONE_DAY, MONDAY - min(days_ago) * ONE_DAY
    )


@pytest.mark.parametrize(
    ("weeks", "measured"),
    [
        ([20 * HOUR, 60 * HOUR, *6 * [0]], 10 * HOUR),
        ([10 * HOUR] * 4 + [20 * HOUR] * 12, 17 * HOUR + 1800),
        ([100] * 8, 600),
        ([10 * HOUR] * 7, None),
        ([0] * 8, None),
        ([], None),
    ],
)
def test_the_average_of_eight_weeks_or_more(
    weeks: list[int], measured: int | None
) -> None:
    """The pace is the average of all weeks, to ten minutes.

    Fewer than eight, or idle ones, give none; then it is what the person set.
    """
    assert pace_of(weeks).seconds == measured
    pace = pace_of(weeks, stated=12 * HOUR)
    assert pace.seconds == (measured or 12 * HOUR)
    assert pace.is_stated == (measured is None)


@given(HOURS)
def test_a_pace_is_near_the_average(weeks: list[int]) -> None:
    """It differs from the average by five minutes at most, and is never nothing."""
    measured = pace_of(weeks).measured

    assert measured and measured % 600 == 0
    assert measured == 600 or abs(measured - sum(weeks) / len(weeks)) <= 300


def test_a_new_stretch_is_named() -> None:
    """What it rests on names the day of a new start, until half a year has passed."""
    stretch = StudyStretch(date(2026, 9, 3), MONDAY, before=date(2026, 5, 25))

    assert [
        say_pace(Pace(MONDAY, each, (HOUR,) * count, 12 * HOUR))
        for each, count in (
            (stretch, 11),
            (stretch, MOST_WEEKS),
            (stretch._replace(before=None), 11),
            (stretch, 7),
        )
    ] == [
        "1 h a week (your average of 11 weeks since Thu 3 Sep; before that nothing"
        " for 14 weeks)",
        "1 h a week (your average of the last 26 weeks)",
        "1 h a week (your average of 11 weeks)",
        "12 h a week (as you set it)",
    ]


def total(tracker: Tracker) -> str:
    """What gaps says of all required lines together, on one line."""
    text = " ".join(tracker.ok("gaps").split())
    return text[text.rindex(" required") :].partition(" Know one of these already?")[0]


def test_gaps_end_with_the_weeks_it_takes(tracker: Tracker) -> None:
    """All that is required ends with the weeks it takes, at the average pace, else at the one set."""
    for words in ENGINEER:
        tracker.ok(words)
    path = (
        " required line: about 1.5 h (0.5-4), if your claims hold. "
        "Needs: one letter or review (engineering-two-years)."
    )
    assert total(tracker) == f"{path} Estimates, not promises."

    tracker.ok("config hours-a-week 12h")
    weeks = "At 12 h a week (as you set it) that is about 1 week."
    assert total(tracker) == f"{path} {weeks} Estimates, not promises."
    assert tracker.json("gaps")["pace"] == {
        "seconds": 12 * HOUR,
        "stated": True,
        "weeks": 0,
        "since": None,
        "last": None,
        "before": None,
    }

    tracker.ok("log fastai 8h --on 2026-09-28")
    weeks = "At 1 h a week (your average of 8 weeks) that is about 2 weeks."
    assert total(tracker) == f"{path} {weeks} Estimates, not promises."

    tracker.ok("log fastai 8h --on 2026-09-21")
    tracker.ok("break 2026-11-02 2026-11-08")
    weeks = "At 2 h a week (your average of 8 weeks) that is about 1 week."
    assert total(tracker) == f"{path} {weeks} Estimates, not promises."


def test_an_hour_of_two_years_ago_changes_no_pace(tracker: Tracker) -> None:
    """One imported hour of two years ago makes no pace of years: it is named, not counted."""
    for words in ENGINEER:
        tracker.ok(words)
    for weeks_ago in range(1, 10):
        tracker.ok(f"log fastai 2h --on {MONDAY - weeks_ago * ONE_WEEK}")
    before = tracker.json("gaps")["pace"]
    tracker.ok("log fastai 1h --on 2024-11-20")

    pace = tracker.json("gaps")["pace"]

    assert pace == before | {"before": "2024-11-20"}
    assert pace["seconds"] == 2 * HOUR
    assert (
        "At 2 h a week (your average of 9 weeks since Mon 21 Sep; before that nothing"
        " for 95 weeks) that is about 1 week."
    ) in total(tracker)


def test_idle_people_are_told_their_last_session(tracker: Tracker) -> None:
    """After more than eight idle weeks there is no pace: the last session is named."""
    for words in ENGINEER:
        tracker.ok(words)
    for weeks_ago in range(9, 20):
        tracker.ok(f"log fastai 2h --on {MONDAY - weeks_ago * ONE_WEEK}")
    last = "Last session Mon 21 Sep, 9 weeks ago."
    assert total(tracker).endswith(
        f"{last} Estimates, not promises. "
        "To see dates at a pace you plan: tracker config hours-a-week 12h"
    )

    tracker.ok("config hours-a-week 12h")
    weeks = "At 12 h a week (as you set it) that is about 1 week."
    assert total(tracker).endswith(f"{last} {weeks} Estimates, not promises.")


def test_a_tiny_pace_makes_no_date(tracker: Tracker) -> None:
    """Where it would take more than ten years, no weeks are counted."""
    tracker.ok("target research-contributor-empirical")
    for weeks_ago in (1, 9):
        tracker.ok(f"log fastai 5m --on {MONDAY - weeks_ago * ONE_WEEK + ONE_DAY}")

    assert (
        "At 10m a week (your average of 8 weeks) that is more than ten years."
        in total(tracker)
    )


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
