"""Days with the name of a month, in any order: `12 may`, `Thu 26 Nov 2026`, `May 12th`."""

import re
from datetime import date, datetime

from tracker.errors import Unreadable
from tracker.text.columns import quoted

MONTH_NAMES = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_FULL_DAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_FULL_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = (
    {name.casefold(): at for at, name in enumerate(DAY_NAMES)}
    | {name: at for at, name in enumerate(_FULL_DAYS)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
_MONTHS = {name.casefold() for name in MONTH_NAMES} | {*_FULL_MONTHS, "sept"}
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_YEAR = r"[0-9]{4}"
_BREAKS = r"[\s,./-]+"


def nearest_date(month: int, day: int, today: date, ahead: bool = False) -> date:
    """The latest such day that is not after `today`; with `ahead`, the first that is not before it.

    Raises ValueError where there is no such day in any of nine years (29 February has one).
    """
    years = (
        range(today.year, today.year + 9)
        if ahead
        else range(today.year, today.year - 9, -1)
    )
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found >= today) if ahead else (found <= today):
            return found
    raise ValueError(f"no day {day} in month {month}")


def parse_spoken_day(said: str, today: date, ahead: bool = False) -> date | None:
    """The day that `said`, lower-case, names by a month's name, or None if it holds any other word.

    dateutil puts the words in order, but sees only one month, one number and at most one year of four
    digits, so that there is nothing it could guess. Raises Unreadable for a two-digit year and for a
    weekday that is not that day's; ValueError for a day that does not exist.
    """
    words = [
        word
        for word in re.split(_BREAKS, said)
        if word and word not in ("of", "the", "on")
    ]
    months = [word for word in words if word in _MONTHS]
    numbers = [word for word in words if re.fullmatch(_NUMBER, word)]
    years = [word for word in words if re.fullmatch(_YEAR, word)]
    weekdays = [word for word in words if word in WEEKDAYS]
    known = len(months) + len(numbers) + len(years) + len(weekdays)
    if known != len(words) or len(months) != 1 or len(years) > 1 or len(weekdays) > 1:
        return None
    if len(numbers) == 2 and not years:
        raise Unreadable(
            f"{quoted(said)} has a year of two digits.",
            "Type the year whole, like 12 may 2026.",
        )
    if len(numbers) != 1:
        return None
    day = _ordered(" ".join(word for word in words if word not in WEEKDAYS))
    if not years:
        day = nearest_date(day.month, day.day, today, ahead)
    if weekdays and day.weekday() != WEEKDAYS[weekdays[0]]:
        raise Unreadable(
            f"{quoted(said)} is at odds with itself: {day} is a {_FULL_DAYS[day.weekday()].title()}.",
            f"Type {day}, or the day you mean as YYYY-MM-DD.",
        )
    return day


def _ordered(said: str) -> date:
    """What dateutil reads, in a leap year where none is named; imported here, since it takes 20 ms."""
    from dateutil import parser

    found: datetime = parser.parse(said, default=datetime(2000, 1, 1))
    return found.date()
