"""Days in prose, without their weekday, and spans of them."""

from datetime import date

from tracker.text.days import say_day


def say_date(day: date, today: date) -> str:
    """`31 Jan`, with the year where it is not that of `today`."""
    return say_day(day, today).partition(" ")[2]


def say_by(due: date, today: date) -> str:
    """`31 Jan`, `today`, `20 Nov, which has passed`: what stands after `by`."""
    if due == today:
        return "today"
    return f"{say_date(due, today)}{', which has passed' if due < today else ''}"


def between(first: date, last: date, today: date) -> str:
    """`between 3 and 20 Mar`, `between 28 Dec and 4 Feb 2027`, `on 3 Mar` where both are one day."""
    if first == last:
        return f"on {say_date(last, today)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {say_date(last, today)}"
    same_year = last if first.year == last.year else today
    return f"between {say_date(first, same_year)} and {say_date(last, today)}"


def times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def how_many(count: int, one: str) -> str:
    """`1 day`, `3 days`."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"
