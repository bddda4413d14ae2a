"""Periods of days: weeks, months, quarters, years, and from one day to another."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.days import DAY_HINT, YEARS, parse_day
from tracker.text.month_days import DAY_NAMES, MONTH_NAMES

# `2026`, `2026-05`, `2026-w24`, `2026q2`.
_NUMBERED = r"([0-9]{4})(?:-([0-9][0-9])|-?w([0-9]{1,2})|-?q([1-4]))?"
# `last week`, `this year`.
_SPOKEN = r"(last|this) (week|month|quarter|year)"
_HINT = 'Type it like 2026-05, 2026-W24, 2026Q2, 2026, "last week" or 2026-02..2026-05.'


class Period(NamedTuple):
    """The days from `since` to `until`, both included; None is open on that side."""

    since: date | None
    until: date | None


def parse_period(text: str, today: date) -> Period:
    """The days that `text` names.

    `text` is a month, an ISO week, a quarter, a year, `last week`, a day, or `A..B` of
    these; `A..` and `..B` are open on one side. Raises Unreadable for a period that
    ends before it begins and for anything left over.
    """
    cleaned = " ".join(text.casefold().split())
    first, dots, last = (part.strip() for part in cleaned.partition(".."))
    try:
        period = _parse_sides(first, last if dots else first, today)
    except Unreadable as error:  # the hint of a day with two readings shows both
        hint = _HINT if error.hint == DAY_HINT else error.hint
        sides = error.instead if hint != _HINT else ()
        periods = [text.replace(error.typed, str(day)) for day in sides]
        raise _period_error(text, today, hint, periods) from None
    except (ValueError, OverflowError):
        raise _period_error(text, today) from None
    if period.since and period.until and period.since > period.until:
        message = f"{quoted(text)} ends before it begins."
        swapped = f"{last}..{first}".upper()
        raise Unreadable(message, _HINT, typed=text, instead=[swapped])
    return period


def _period_error(
    text: str, today: date, hint: str = _HINT, instead: Sequence[str] = ()
) -> Unreadable:
    """The error of a `text` that is no period, with periods to type instead."""
    last_month = today.replace(day=1) - timedelta(days=1)
    message = f"{quoted(text)} is not a period."
    periods = instead or [f"{last_month:%Y-%m}"]
    return Unreadable(message, hint, typed=text, instead=periods)


def _parse_sides(first: str, last: str, today: date) -> Period:
    """From the first day of `first` to the last of `last`; one of them may be empty."""
    if not first and not last:
        raise ValueError("a period without a side")
    since = _parse_one(first, today).since if first else None
    until = _parse_one(last, today).until if last else None
    return Period(since, until)


def _parse_one(text: str, today: date) -> Period:
    """One period or day; raises Unreadable or ValueError."""
    if match := re.fullmatch(_SPOKEN, text):
        return _relative_period(match[2], today, last=match[1] == "last")
    match = re.fullmatch(_NUMBERED, text)
    if not match:
        day = parse_day(text, today)
        return Period(day, day)
    year, month, week, quarter = (int(part or 0) for part in match.groups())
    if year not in YEARS:
        raise ValueError(f"year {year}")
    if match[2]:
        return month_of(date(year, month, 1))
    if match[3]:
        return week_of(date.fromisocalendar(year, week, 1))
    if quarter:
        return _quarter_of(date(year, quarter * 3, 1))
    return year_of(date(year, 1, 1))


def _relative_period(unit: str, today: date, last: bool) -> Period:
    """The week, month, quarter or year of `today`, or with `last` the one before it."""
    periods: dict[str, Callable[[date], Period]] = {
        "week": week_of,
        "month": month_of,
        "quarter": _quarter_of,
        "year": year_of,
    }
    period = periods[unit](today)
    if last and period.since:
        return periods[unit](period.since - timedelta(days=1))
    return period


def week_start(day: date) -> date:
    """The first day of the week of `day` (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def week_of(day: date) -> Period:
    """The week of `day`, Monday to Sunday (ISO 8601)."""
    monday = week_start(day)
    return Period(monday, monday + timedelta(days=6))


def month_of(day: date) -> Period:
    """The calendar month of `day`."""
    first = day.replace(day=1)
    next_first = (first + timedelta(days=31)).replace(day=1)
    return Period(first, next_first - timedelta(days=1))


def year_of(day: date) -> Period:
    """The calendar year of `day`."""
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def _quarter_of(day: date) -> Period:
    month = (day.month - 1) // 3 * 3 + 1
    last_month = month_of(date(day.year, month + 2, 1))
    return Period(date(day.year, month, 1), last_month.until)


def say_period(period: Period) -> str:
    """The period in words.

    For example `Thu 26 Nov 2026`, `May 2026`, `2026`, `23 Nov to 29 Nov 2026`,
    `since 1 Feb 2026`, `until 1 Feb 2026`, `all time`.
    """
    since, until = period.since, period.until
    if since is None:
        return f"until {_say_date(until)}" if until else "all time"
    if until is None:
        return f"since {_say_date(since)}"
    if since == until:
        return f"{DAY_NAMES[since.weekday()]} {_say_date(since)}"
    if period == year_of(since):
        return str(since.year)
    if period == month_of(since):
        return f"{MONTH_NAMES[since.month - 1]} {since.year}"
    first = _say_date(since)
    if since.year == until.year:
        first = f"{since.day} {MONTH_NAMES[since.month - 1]}"
    return f"{first} to {_say_date(until)}"


def _say_date(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
