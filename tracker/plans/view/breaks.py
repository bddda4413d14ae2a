"""Breaks as text and as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from tracker.json_types import Day
from tracker.plans.rules.breaks import Break
from tracker.text.columns import count_noun, wrap
from tracker.text.days import say_day

NO_BREAKS = 'No breaks are planned. To plan one: tracker break "24 dec" "3 jan"'


class BreakData(TypedDict):
    """Days off; both days are in it."""

    since: Day
    until: Day
    days: int


class BreaksData(TypedDict):
    """Breaks."""

    breaks: list[BreakData]


def break_data(days: Break) -> BreakData:
    """One break's JSON."""
    return {
        "since": days.since.isoformat(),
        "until": days.until.isoformat(),
        "days": days.days,
    }


def breaks_data(breaks: Sequence[Break]) -> BreaksData:
    """Breaks as JSON."""
    return {"breaks": [break_data(days) for days in breaks]}


def breaks_text(today: date, breaks: Sequence[Break]) -> str:
    """All breaks, past ones too."""
    if not breaks:
        return NO_BREAKS
    return "\n".join(f"{say_break(days, today)}{_mark(days, today)}" for days in breaks)


def break_added_text(today: date, breaks: Sequence[Break]) -> str:
    """The break just planned, and what it changes."""
    days = say_break(breaks[0], today)
    effect = "Your weeks, pace and forecasts leave it out."
    return wrap(f"Break planned: {days}. {effect} Undo: tracker undo")


def break_removed_text(today: date, breaks: Sequence[Break]) -> str:
    """The break just removed."""
    return wrap(f"Break removed: {say_break(breaks[0], today)}. Undo: tracker undo")


def say_break(days: Break, today: date) -> str:
    """`Thu 24 Dec to Sun 3 Jan 2027, 11 days`, or one day alone."""
    if days.since == days.until:
        return say_day(days.since, today)
    is_one_year = days.since.year == days.until.year
    since = say_day(days.since, days.until if is_one_year else today)
    until = say_day(days.until, today)
    return f"{since} to {until}, {count_noun(days.days, 'day')}"


def _mark(days: Break, today: date) -> str:
    if days.until < today:
        return " (over)"
    return " (now)" if days.since <= today else ""
