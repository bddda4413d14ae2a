"""`break`: planned days off, which are no gap."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.plans.rules.breaks import Break, day_after, days_off, days_until

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def break_of(start: int, length: int) -> Break:
    """A break that begins `start` days after MONDAY and has `length` days more."""
    since = MONDAY + DAY * start
    return Break(since, since + DAY * length)


BREAKS = st.lists(
    st.builds(break_of, st.integers(-40, 200), st.integers(0, 30)), max_size=4
)


@given(BREAKS, st.integers(0, 400))
def test_day_after_and_days_until_agree(breaks: list[Break], days: int) -> None:
    """The day N working days after today is N working days away, and not in a break."""
    day = day_after(MONDAY, days, breaks)

    assert days_until(MONDAY, day, breaks) == days
    assert days == 0 or day not in days_off(breaks, MONDAY, day)


def test_break_days_are_not_counted() -> None:
    """The third day after Monday, with Tuesday and Wednesday off, is Saturday."""
    assert (
        day_after(MONDAY, 3, [Break(MONDAY + DAY, MONDAY + 2 * DAY)])
        == MONDAY + 5 * DAY
    )


def test_break_is_planned_listed_removed(tracker):
    """A day without a year is the next one; the list marks past and current breaks."""
    assert tracker.ok('break "24 dec" "3 jan"') == (
        "Break planned: Thu 24 Dec to Sun 3 Jan 2027, 11 days. Your weeks, pace and\n"
        "forecasts leave it out. Undo: tracker undo\n"
    )
    tracker.ok("break 2026-11-20 2026-11-25")
    tracker.ok("break 2026-08-01 2026-08-01")
    assert tracker.ok("break") == (
        "Sat 1 Aug (over)\n"
        "Fri 20 Nov to Wed 25 Nov, 6 days (now)\n"
        "Thu 24 Dec to Sun 3 Jan 2027, 11 days\n"
    )
    assert tracker.ok("break 2026-11-20 2026-11-25 --remove") == (
        "Break removed: Fri 20 Nov to Wed 25 Nov, 6 days. Undo: tracker undo\n"
    )
    assert tracker.json("break")["breaks"] == [
        {"since": "2026-08-01", "until": "2026-08-01", "days": 1},
        {"since": "2026-12-24", "until": "2027-01-03", "days": 11},
    ]


def test_no_breaks(tracker):
    """An empty list says how to plan a break."""
    assert (
        tracker.ok("break")
        == 'No breaks are planned. To plan one: tracker break "24 dec" "3 jan"\n'
    )


@pytest.mark.parametrize(
    ("command", "code", "why"),
    [
        (
            "break 2027-01-03 2026-12-24",
            2,
            "A break from 2027-01-03 to 2026-12-24 ends before it begins.",
        ),
        ("break 2026-12-24", 2, "A break needs its last day too."),
        ("break --remove", 2, "--remove needs the days of the break."),
        (
            "break 2026-12-01 2026-12-10",
            4,
            "A break from 2026-12-10 to 2026-12-12 is already planned.",
        ),
        (
            "break 2026-12-10 2026-12-11 --remove",
            3,
            "There is no break from 2026-12-10 to 2026-12-11.",
        ),
    ],
)
def test_invalid_breaks_are_refused(tracker, command, code, why):
    """A break that cannot be is refused, and nothing is written."""
    tracker.ok("break 2026-12-10 2026-12-12")
    before = tracker.json("break")

    output = tracker(command)

    assert (output.code, output.out, output.err.splitlines()[0]) == (code, "", why)
    assert tracker.json("break") == before


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        (
            'break "20 nov" "30 nov"',
            "Type the year too: tracker break 2026-11-20 2026-11-30",
        ),
        (
            'break "3 jan" "24 dec"',
            "Type the first day first: tracker break 2026-12-24 2027-01-03",
        ),
        (
            "break tomorrow today",
            "Type the first day first: tracker break 2026-11-23 2026-11-24",
        ),
        (
            "break 2028-02-29 2028-02-28",
            "Type the first day first: tracker break 2028-02-28 2028-02-29",
        ),
    ],
)
def test_hint_for_reversed_days_works(tracker, command, hint):
    """The hint for reversed days is a command that works as it is."""
    output = tracker(command)

    assert (output.code, output.err.splitlines()[-1]) == (2, hint)
    tracker.ok(hint.partition("tracker ")[2])


def test_undo_and_redo(tracker):
    """A removed break is back after undo, and gone after redo."""
    tracker.ok("break 2026-12-10 2026-12-12")
    before = tracker.json("break")
    tracker.ok("break 2026-12-10 2026-12-12 --remove")
    tracker.ok("undo")
    assert tracker.json("break") == before
    tracker.ok("redo")
    assert tracker.json("break")["breaks"] == []


def test_days_off_reduce_the_aim(tracker):
    """Days off take their share of the week's aim away."""
    tracker.ok("config hours-a-week 14h")
    tracker.ok("log fastai 3h", "2026-12-22T20:00")
    tracker.ok("break 2026-12-24 2027-01-03")

    assert tracker.ok("week", "2026-12-26T12:00").splitlines()[:3] == [
        "Sat 26 Dec 2026. This week 3h00m (aim 6 h, 4 days off).",
        "  Mon -   Tue 3h00m ▆▆▆   Wed -   Thu off   Fri off   Sat off",
        "  3h00m  fastai  3h00m of 45-130 h",
    ]
    assert "Break: Thu 24 Dec to Sun 3 Jan 2027, 11 days." in tracker.ok("week")
    assert tracker.json("week")["meant"] == 6 * 3600


def test_week_off_has_no_aim(tracker):
    """A week of days off is called a break and has no aim."""
    tracker.ok("config hours-a-week 14h")
    tracker.ok("log fastai 3h")
    tracker.ok("break 2026-12-21 2027-01-03")

    assert tracker.ok("week", "2026-12-23T12:00").splitlines()[0] == (
        "Wed 23 Dec 2026. Nothing logged this week yet (last week nothing, usually 45m; a"
    )
