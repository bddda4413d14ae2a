"""Days with the name of a month, in any order: `12 may`, `Thu 26 Nov 2026`."""

import re
from datetime import date, datetime

from tracker.errors import Unreadable
from tracker.text.columns import quoted

FULL_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_FULL_DAYS = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
MONTH_NAMES = tuple(name[:3].title() for name in FULL_MONTHS)
DAY_NAMES = tuple(name[:3].title() for name in _FULL_DAYS)
# How a weekday is written -> its number, Monday 0.
WEEKDAYS = (
    {name[:3]: number for number, name in enumerate(_FULL_DAYS)}
    | {name: number for number, name in enumerate(_FULL_DAYS)}
    | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
)
# How a month is written -> its number, January 1.
MONTHS = (
    {name[:3]: number for number, name in enumerate(FULL_MONTHS, 1)}
    | {name: number for number, name in enumerate(FULL_MONTHS, 1)}
    | {"sept": 9}
)
# A day of a month: `12`, `26th`.
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?"
# `2026`.
_YEAR = r"[0-9]{4}"
# What stands between words: blanks, `12-may`, `Nov 26, 2026`, nothing in `14nov`.
_BREAKS = r"[\s,./-]+|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z]{3})"
_FILL_WORDS = ("", "of", "the", "on")


def nearest_date(month: int, day: int, today: date, ahead: bool = False) -> date:
    """The latest such day up to `today`; with `ahead`, the first one from `today` on.

    Raises ValueError where none of nine years has such a day (29 February is in one).
    """
    step = 1 if ahead else -1
    for year in range(today.year, today.year + 9 * step, step):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if (candidate >= today) if ahead else (candidate <= today):
            return candidate
    raise ValueError(f"no day {day} in month {month}")


def parse_spoken_day(text: str, today: date, ahead: bool = False) -> date | None:
    """The day that `text`, lower-case, names by a month's name; None for other words.

    dateutil puts the words in order, but sees only one month, one number and at most
    one year of four digits, so that there is nothing to guess. Raises Unreadable for a
    two-digit year and for a wrong weekday, ValueError for a day that does not exist.
    """
    words = [word for word in re.split(_BREAKS, text) if word not in _FILL_WORDS]
    months = [word for word in words if word in MONTHS]
    numbers = [word for word in words if re.fullmatch(_NUMBER, word)]
    years = [word for word in words if re.fullmatch(_YEAR, word)]
    weekdays = [word for word in words if word in WEEKDAYS]
    parts = len(months) + len(numbers) + len(years) + len(weekdays)
    if parts != len(words) or len(months) != 1:
        return None
    if len(years) > 1 or len(weekdays) > 1:
        return None
    if len(numbers) == 2 and not years and numbers[1].isdecimal():
        hint = "Type the full year, like 12 may 2026."
        message = f"{quoted(text)} has a two-digit year."
        full = f"{numbers[0]} {months[0]} 20{numbers[1]:0>2}"
        _parse_ordered(full)  # raises ValueError for a day that does not exist
        raise Unreadable(message, hint, typed=text, instead=[full])
    if len(numbers) != 1:
        return None
    day = _parse_ordered(" ".join([*numbers, *months, *years]))
    if not years:
        day = nearest_date(day.month, day.day, today, ahead)
    if weekdays:
        check_weekday(text, day, weekdays[0])
    return day


def check_weekday(text: str, day: date, weekday: str) -> None:
    """Raises Unreadable where `day` is not the weekday that `text` names."""
    if day.weekday() == WEEKDAYS[weekday]:
        return
    actual = _FULL_DAYS[day.weekday()].title()
    raise Unreadable(
        f"{quoted(text)} has the wrong weekday: {day} is a {actual}.",
        f"Type {day}, or another day like 2026-11-20.",
        typed=text,
        instead=[day.isoformat()],
    )


def _parse_ordered(text: str) -> date:
    """The day that dateutil reads; in a leap year where `text` names no year."""
    from dateutil import parser  # 20 ms, so only for such days

    moment: datetime = parser.parse(text, default=datetime(2000, 1, 1))
    return moment.date()
