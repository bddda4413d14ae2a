"""Stretches of days: weeks, months, quarters, years, and from one day to another."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.days import DAY_HINT, YEARS, parse_day
from tracker.text.spoken_days import DAY_NAMES, MONTH_NAMES

_WRITTEN = r"([0-9]{4})(?:-([0-9][0-9])|-?w([0-9]{1,2})|-?q([1-4]))?"
_SPOKEN = r"(last|this) (week|month|quarter|year)"
_HINT = 'Type it like 2026-05, 2026-W24, 2026Q2, 2026, "last week" or 2026-02..2026-05.'


class Period(NamedTuple):
    """From `since` to `until`, both days included; None is without end on that side."""

    since: date | None
    until: date | None


def parse_period(text: str, today: date) -> Period:
    """The days that `text` names: a month, an ISO week, a quarter, a year, `last week`, a day, or `A..B` of these.

    `A..` and `..B` are open on one side. Raises Unreadable for a period that ends before it begins
    and for anything left unread.
    """
    said = " ".join(text.casefold().split())
    first, dots, last = (part.strip() for part in said.partition(".."))
    if not first and not last:
        raise Unreadable(f"{quoted(text)} is not a period.", _HINT)
    try:
        since = _one(first, today).since if first else None
        until = _one(last if dots else first, today).until if last or not dots else None
    except Unreadable as error:  # a day with two readings shows them in its hint
        hint = _HINT if error.hint == DAY_HINT else error.hint
        raise Unreadable(f"{quoted(text)} is not a period.", hint) from None
    except (ValueError, OverflowError):
        raise Unreadable(f"{quoted(text)} is not a period.", _HINT) from None
    if since and until and since > until:
        raise Unreadable(f"{quoted(text)} ends before it begins.", _HINT)
    return Period(since, until)


def _one(said: str, today: date) -> Period:
    """One period or day; raises Unreadable or ValueError."""
    if found := re.fullmatch(_SPOKEN, said):
        return _around(found[2], today, found[1] == "last")
    found = re.fullmatch(_WRITTEN, said)
    if not found:
        day = parse_day(said, today)
        return Period(day, day)
    year, month, week, quarter = (int(part or 0) for part in found.groups())
    if year not in YEARS:
        raise ValueError(f"year {year}")
    if found[2]:
        return month_of(date(year, month, 1))
    if found[3]:
        return week_of(date.fromisocalendar(year, week, 1))
    return (
        _quarter_of(date(year, quarter * 3, 1))
        if quarter
        else year_of(date(year, 1, 1))
    )


def _around(unit: str, today: date, last: bool) -> Period:
    """The week, month, quarter or year of `today`, or with `last` the one before it."""
    spans = {
        "week": week_of,
        "month": month_of,
        "quarter": _quarter_of,
        "year": year_of,
    }
    period = spans[unit](today)
    return (
        spans[unit](period.since - timedelta(days=1))
        if last and period.since
        else period
    )


def monday_of(day: date) -> date:
    """The first day of the week that holds `day` (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def week_of(day: date) -> Period:
    """The week that holds `day`, Monday to Sunday (ISO 8601)."""
    monday = monday_of(day)
    return Period(monday, monday + timedelta(days=6))


def month_of(day: date) -> Period:
    """The calendar month that holds `day`."""
    first = day.replace(day=1)
    return Period(
        first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    )


def year_of(day: date) -> Period:
    """The calendar year that holds `day`."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def _quarter_of(day: date) -> Period:
    month = (day.month - 1) // 3 * 3 + 1
    return Period(
        date(day.year, month, 1), month_of(date(day.year, month + 2, 1)).until
    )


def say_period(period: Period) -> str:
    """`Thu 26 Nov 2026`, `May 2026`, `2026`, `23 Nov to 29 Nov 2026`, `since 1 Feb 2026`, `all time`."""
    since, until = period.since, period.until
    if since is None:
        return f"until {_day(until)}" if until else "all time"
    if until is None:
        return f"since {_day(since)}"
    if since == until:
        return f"{DAY_NAMES[since.weekday()]} {_day(since)}"
    if period == year_of(since):
        return str(since.year)
    if period == month_of(since):
        return f"{MONTH_NAMES[since.month - 1]} {since.year}"
    first = (
        _day(since)
        if since.year != until.year
        else f"{since.day} {MONTH_NAMES[since.month - 1]}"
    )
    return f"{first} to {_day(until)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
