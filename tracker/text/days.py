"""Days as people write them."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from tracker.errors import Refused, Unreadable
from tracker.text.columns import quoted
from tracker.text.spoken_days import (
    DAY_NAMES,
    MONTH_NAMES,
    WEEKDAYS,
    nearest_date,
    parse_spoken_day,
)

YEARS = range(1900, 2200)
DAY_HINT = 'Type it like 2026-11-20, yesterday, fri, "2 days ago" or "12 may".'
FUTURE_DAY_HINT = 'Type it like 2027-01-31, tomorrow, fri, "in 3 weeks" or "12 may".'
_NAMED = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}
_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_GLUED = r"([0-9]{4})([0-9][0-9])([0-9][0-9])"
_DOTTED = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
_NUMBERS = r"([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{4}|[0-9]{1,2}))?"
_SHIFTED = r"today ?([+-]) ?([0-9]{1,5})"
_COUNTED = r"(in )?([0-9]{1,5}|an?|one) ?(d|days?|w|weeks?)( ago)?"
_WEEKDAY = r"(?:(last|this|next|on) )?([a-z]+)"
_ORDINAL = r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)"


def parse_day(text: str, today: date, ahead: bool = False) -> date:
    """The day that `text` names, counted from `today`.

    A day without its year or month (`12 may`, `26th`, `fri`) is the latest one, today included; with `ahead`
    (plans, breaks) the next one, today included. `last fri` is before today and `next fri` after it,
    `this fri` lies in the week of today, Monday first. Raises Unreadable for two readings (`10/1`),
    two-digit years, years outside 1900 to 2199, and anything left unread. Later days are read; a rule refuses them.
    """
    said = " ".join(text.casefold().replace(",", " ").split())
    hint = FUTURE_DAY_HINT if ahead else DAY_HINT
    try:
        day = _read(said, today, ahead)
    except (ValueError, OverflowError):
        raise Unreadable(f"There is no day {quoted(text)}.", hint) from None
    if day is None or day.year not in YEARS:
        raise Unreadable(f"{quoted(text)} is not a day.", hint)
    return day


def _read(said: str, today: date, ahead: bool) -> date | None:
    if said in _NAMED:
        return today + timedelta(days=_NAMED[said])
    return (
        _written(said)
        or _counted(said, today)
        or _weekday(said, today, ahead)
        or _ordinal(said, today, ahead)
        or _numbers(said, today, ahead)
        or parse_spoken_day(said, today, ahead)
    )


def _written(said: str) -> date | None:
    """`2026-11-20`, `2026/11/20`, `20261120`, and `20.11.2026`, since dots put the day first."""
    if found := re.fullmatch(_YEAR_FIRST, said):
        return date(int(found[1]), int(found[3]), int(found[4]))
    if found := re.fullmatch(_GLUED, said):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := re.fullmatch(_DOTTED, said):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return None


def _counted(said: str, today: date) -> date | None:
    """`2 days ago`, `a week ago`, `in 3 days`, `today-2`, `today+2`."""
    if found := re.fullmatch(_SHIFTED, said):
        return today + timedelta(days=int(found[1] + found[2]))
    found = re.fullmatch(_COUNTED, said)
    if not found or bool(found[1]) == bool(found[4]):
        return None
    number = int(found[2]) if found[2].isdecimal() else 1
    days = number * (7 if found[3].startswith("w") else 1)
    return today + timedelta(days=days if found[1] else -days)


def _weekday(said: str, today: date, ahead: bool) -> date | None:
    found = re.fullmatch(_WEEKDAY, said)
    if not found or found[2] not in WEEKDAYS:
        return None
    which, offset = found[1], WEEKDAYS[found[2]] - today.weekday()
    if which == "this":
        return today + timedelta(days=offset)
    if which == "next" or (ahead and which != "last"):
        return today + timedelta(days=offset % 7 or (7 if which == "next" else 0))
    return today - timedelta(days=-offset % 7 or (7 if which == "last" else 0))


def _ordinal(said: str, today: date, ahead: bool) -> date | None:
    """`26th`: in this month or the nearest one that has such a day."""
    found = re.fullmatch(_ORDINAL, said)
    if not found:
        return None
    number, months = int(found[1]), today.year * 12 + today.month - 1
    for step in range(4):
        year, month = divmod(months + (step if ahead else -step), 12)
        try:
            day = date(year, month + 1, number)
        except ValueError:
            continue
        if (day >= today) if ahead else (day <= today):
            return day
    return None


def _numbers(said: str, today: date, ahead: bool) -> date | None:
    """Two or three short numbers: read only where there is one way to read them, and no two-digit year."""
    found = re.fullmatch(_NUMBERS, said)
    if not found:
        return None
    readings = _readings([int(part) for part in found.groups() if part], today, ahead)
    if not readings:
        return None
    if len(readings) == 1 and not (found[3] and len(found[3]) < 4):
        return readings[0]
    ways = " or ".join(day.isoformat() for day in readings)
    raise Unreadable(
        f"{quoted(said)} can be read in more than one way.", f"Type {ways}."
    )


def _readings(parts: list[int], today: date, ahead: bool) -> list[date]:
    """Every day that day-month, month-day or year-month-day order makes of `parts`, earliest first."""
    ways: list[Callable[[], date]]
    if len(parts) == 2:
        ways = [lambda: nearest_date(parts[1], parts[0], today, ahead)]
        ways += [lambda: nearest_date(parts[0], parts[1], today, ahead)]
    else:
        first, second, third = parts
        year = third if third > 99 else 2000 + third
        ways = [lambda: date(year, second, first), lambda: date(year, first, second)]
        ways += [lambda: date(2000 + first, second, third)]
    found = set()
    for way in ways:
        try:
            found.add(way())
        except ValueError:
            continue
    return sorted(found)


def say_day(day: date, today: date) -> str:
    """`Thu 26 Nov`, with the year where it is not that of `today`: `Thu 26 Nov 2025`."""
    said = f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def check_not_future(day: date, today: date, instead: str) -> None:
    """Raises Refused for a day after `today`; `instead` says what to type."""
    if day > today:
        raise Refused(
            f"{say_day(day, today)} is in the future; today is {say_day(today, today)}.",
            instead,
        )
