"""Periods of days: weeks, months, quarters, years, and from one day to another."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.columns import quoted
from tracker.text.days import COUNT_WORDS, DAY_HINT, YEARS, parse_day
from tracker.text.month_days import DAY_NAMES, MONTH_NAMES, MONTHS

# `2026-05`, `2026/5`, `10.2026`.
_MONTH = r"([0-9]{4})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]([0-9]{4})"
# No year stands both before and after.
_ONE_YEAR = r"(?!.*[0-9]{4}.*[0-9]{4})"
# `w47`, `2026-w24`, `week 47`, `q3`, `2026q2`, `q3 2025`.
_NUMBERED = (
    rf"{_ONE_YEAR}(?:([0-9]{{4}})[ /-]?)?(week |wk ?|w ?|q ?)([0-9]{{1,2}})"
    r"(?:[ /-]([0-9]{4}))?"
)
# `oct`, `oct. 2026`, `2026 october`, `oct-2026`.
_NAMED_MONTH = rf"{_ONE_YEAR}(?:([0-9]{{4}})[ /-])?([a-z]+)\.?(?:[ /-]([0-9]{{4}}))?"
# `last week`, `this year`.
_SPOKEN = r"(last|this) (week|month|quarter|year)"
# `last 7 days`, `the last two weeks`, `past 30d`.
_COUNTED = (
    rf"(?:the )?(?:last|past) ([0-9]{{1,4}}|{'|'.join(COUNT_WORDS)}) ?"
    r"(d|days?|w|wks?|weeks?|months?|years?)"
)
# What stands between the two sides: `2026-02..2026-05`, `oct to nov`, `oct - nov`.
_BETWEEN = r"\.{2,3}| (?:to|until|-|\u2013|\u2014) |[\u2013\u2014]"
_HINT = 'Type it like 2026-05, 2026-W24, 2026Q2, 2026, "last week" or 2026-02..2026-05.'


class Period(NamedTuple):
    """The days from `since` to `until`, both included; None is open on that side."""

    since: date | None
    until: date | None


def parse_period(text: str, today: date) -> Period:
    """The days that `text` names.

    `text` is a month (`2026-05`, `oct`), an ISO week (`w47`), a quarter, a year, `last
    week`, `last 7 days` (up to today), a day, or `A..B` of these; `A..`, `since A` and
    `..B` are open on one side. A month, week or quarter without its year is the latest
    that has begun. Raises Unreadable for a period that ends before it begins and for
    anything left over.
    """
    cleaned = " ".join(text.casefold().replace(",", " ").split())
    try:
        period = _parse_sides(cleaned, today)
    except Unreadable as error:  # the hint of a day with two readings shows both
        hint = _HINT if error.hint == DAY_HINT else error.hint
        sides = error.instead if hint != _HINT else ()
        periods = [cleaned.replace(error.typed, str(day)) for day in sides]
        readable = [period for period in periods if _is_period(period, today)]
        raise _period_error(text, today, hint, readable) from None
    except (ValueError, OverflowError):
        raise _period_error(text, today) from None
    if (period.since or date.min) > (period.until or date.max):
        message = f"{quoted(text)} ends before it begins."
        first, last = _split_sides(cleaned)
        swapped = f"{last}..{first}".upper()
        raise Unreadable(message, _HINT, typed=text, instead=[swapped])
    return period


def _period_error(
    text: str, today: date, hint: str = _HINT, instead: Sequence[str] = ()
) -> Unreadable:
    """The error of a `text` that is no period, with periods to type instead."""
    message = f"{quoted(text)} is not a period."
    if not instead:
        hint, instead = _HINT, ["PERIOD"]
    return Unreadable(message, hint, typed=text, instead=instead)


def _is_period(text: str, today: date) -> bool:
    try:
        period = _parse_sides(text, today)
        return (period.since or date.min) <= (period.until or date.max)
    except (Unreadable, ValueError, OverflowError):
        return False


def _split_sides(text: str) -> tuple[str, str]:
    """Both sides of `A..B`; `text` twice where it has one; one is empty if open."""
    if text.startswith("since "):
        return text.removeprefix("since "), ""
    if text.startswith("until "):
        return "", text.removeprefix("until ")
    sides = re.split(_BETWEEN, text.removeprefix("from "), maxsplit=1)
    return sides[0].strip(), sides[-1].strip()


def _parse_sides(text: str, today: date) -> Period:
    """From the first day of one side to the last of the other; one may be empty."""
    first, last = _split_sides(text)
    if not first and not last:
        raise ValueError("a period without a side")
    since = _parse_one(first, today).since if first else None
    until = _parse_one(last, today).until if last else None
    return Period(since, until)


def _parse_one(text: str, today: date) -> Period:
    """One period or day; raises Unreadable or ValueError."""
    if match := re.fullmatch(_SPOKEN, text):
        return _relative_period(match[2], today, last=match[1] == "last")
    if match := re.fullmatch(_COUNTED, text):
        return _last_units(match[1], match[2], today)
    if re.fullmatch("[0-9]{4}", text):
        return year_of(_latest(lambda at: date(at, 1, 1), text, today))
    if match := re.fullmatch(_MONTH, text):
        year, month = match[1] or match[4], int(match[2] or match[3])
        return month_of(_latest(lambda at: date(at, month, 1), year, today))
    if match := re.fullmatch(_NUMBERED, text):
        return _numbered_period(match, today)
    match = re.fullmatch(_NAMED_MONTH, text)
    if match and match[2] in MONTHS:
        year, month = match[1] or match[3], MONTHS[match[2]]
        return month_of(_latest(lambda at: date(at, month, 1), year, today))
    day = parse_day(text, today)
    return Period(day, day)


def _latest(first_in: Callable[[int], date], year: str | None, today: date) -> date:
    """The first day in `year`; without one, the latest that is up to `today`.

    Raises ValueError for a year outside 1900 to 2199 and where there is no such day.
    """
    if year and int(year) not in YEARS:
        raise ValueError(f"year {year}")
    if year:
        return first_in(int(year))
    for candidate in range(today.year + 1, today.year - 8, -1):
        with suppress(ValueError):  # week 53 is not in every year
            if (first := first_in(candidate)) <= today:
                return first
    raise ValueError("no such period")


def _numbered_period(match: re.Match[str], today: date) -> Period:
    """A week or a quarter by its number."""
    number, year = int(match[3]), match[1] or match[4]
    if match[2].startswith("w"):
        monday = _latest(lambda at: date.fromisocalendar(at, number, 1), year, today)
        return week_of(monday)
    return _quarter_of(_latest(lambda at: date(at, number * 3 - 2, 1), year, today))


def _last_units(count: str, unit: str, today: date) -> Period:
    """So many days, weeks, months or years up to `today`; ValueError for none."""
    number = int(count) if count.isdecimal() else COUNT_WORDS.index(count) + 1
    if number == 0:
        raise ValueError("no days")
    if unit.startswith(("d", "w")):
        days = number * 7 if unit.startswith("w") else number
        return Period(today - timedelta(days=days - 1), today)
    months = number * 12 if unit.startswith("y") else number
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    days = min(today.day, _next_month(first).toordinal() - first.toordinal())
    return Period(first + timedelta(days=days), today)


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
    return Period(first, _next_month(first) - timedelta(days=1))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


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
