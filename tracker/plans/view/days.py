"""Days in sentences, without their weekday, and ranges of days."""

from datetime import date
from typing import TypedDict

from tracker.json_types import Day
from tracker.text.days import say_day


def say_date(day: date, today: date) -> str:
    """`31 Jan`, with the year where it is not that of `today`."""
    return say_day(day, today).partition(" ")[2]


def say_due(due: date, today: date) -> str:
    """`31 Jan`, `today`, `20 Nov, which has passed`: what follows `planned for`."""
    if due == today:
        return "today"
    passed = ", which has passed" if due < today else ""
    return f"{say_date(due, today)}{passed}"


def say_range(first: date, last: date, today: date) -> str:
    """`between 3 and 20 Mar`, `between 28 Dec and 4 Feb 2027`, or `on 3 Mar`."""
    if first == last:
        return f"on {say_date(last, today)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {say_date(last, today)}"
    same_year = last if first.year == last.year else today
    return f"between {say_date(first, same_year)} and {say_date(last, today)}"


def say_times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def say_moves(count: int) -> str:
    """`not moved`, `moved once`."""
    return f"moved {say_times(count)}" if count else "not moved"


class DaySpanData(TypedDict):
    """The first and the last day."""

    since: Day
    until: Day


def span_data(span: tuple[date, date]) -> DaySpanData:
    """The first and the last day as JSON."""
    return {"since": span[0].isoformat(), "until": span[1].isoformat()}
