"""Days as people write them."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tracker.errors import Refused, Unreadable
from tracker.limits import USUAL_YEARS
from tracker.text.columns import quoted
from tracker.text.month_days import (
    DAY_NAMES,
    MONTH_NAMES,
    WEEKDAYS,
    check_weekday,
    parse_spoken_day,
)
from tracker.text.numeric_days import parse_numeric_day

YEARS = range(1900, 2200)
DAY_HINT = 'Type it like 2026-11-20, yesterday, fri, "2 days ago" or "12 may".'
FUTURE_DAY_HINT = 'Type it like 2027-01-31, tomorrow, fri, "in 3 weeks" or "12 may".'
_DAYS_FROM_TODAY = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "yday": -1,
    "ystd": -1,
    "tonight": 0,
    "last night": -1,
    "last evening": -1,
    "tmrw": 1,
}
COUNT_WORDS = ("one", "two", "three", "four", "five", "six")
# `today-2`, `today + 1`.
_SHIFTED = r"today ?([+-]) ?([0-9]{1,5})"
# `2 days ago`, `two days ago`, `a week ago`, `in 3 weeks`.
_COUNTED = (
    rf"(in )?([0-9]{{1,5}}|an?|{'|'.join(COUNT_WORDS)}) ?(d|days?|w|weeks?|wks?)( ago)?"
)
# `this morning`, `yesterday evening`, `fri night`: the day before the space.
_PART_OF_DAY = r"(.+) (?:morning|afternoon|evening|night)"
# `fri`, `Tue.`, `last tuesday`.
_WEEKDAY = r"(?:(last|this|next) )?([a-z]+)\.?"
# `fri 20.11.`, `Sat. 2026-11-14`.
_WEEKDAY_AND_DAY = r"([a-z]+)\.? ([0-9].*)"
# `26th`, `the 1st`, `26.`.
_ORDINAL = r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th|\.)"


class NoSuchDay(Unreadable):
    """A day that no calendar has: `31.11.`."""


def parse_day(text: str, today: date, ahead: bool = False) -> date:
    """The day that `text` names, counted from `today`.

    A day without its year or month (`12 may`, `26th`, `fri`) is the latest one up to
    today; with `ahead` (plans, breaks) the first one from today on. `last fri` is
    before today, `next fri` after it, and `this fri` is in today's week, Monday first.
    Later days are read here and refused by a rule. Raises Unreadable for two readings
    (`10/1`), two-digit years, years outside 1900 to 2199, and anything left over;
    NoSuchDay for one that no calendar has.
    """
    cleaned = " ".join(text.casefold().replace(",", " ").split()).removeprefix("on ")
    hint = FUTURE_DAY_HINT if ahead else DAY_HINT
    try:
        day = _parse(cleaned, today, ahead)
    except (ValueError, OverflowError):
        message = f"There is no day {quoted(text)}."
        raise NoSuchDay(message, hint, typed=text, instead=["DAY"]) from None
    except Unreadable as error:
        error.typed = text
        raise
    if day is not None and day.year in YEARS:
        return day
    message = f"{quoted(text)} is not a day."
    raise Unreadable(message, hint, typed=text, instead=["DAY"])


def _parse(text: str, today: date, ahead: bool) -> date | None:
    if text in _DAYS_FROM_TODAY:
        return today + timedelta(days=_DAYS_FROM_TODAY[text])
    if match := re.fullmatch(_PART_OF_DAY, text):
        day = "today" if match[1] == "this" else match[1]
        return _parse(day, today, ahead)
    return (
        parse_numeric_day(text, today, ahead)
        or _parse_counted(text, today)
        or _parse_weekday(text, today, ahead)
        or _parse_ordinal(text, today, ahead)
        or _parse_with_weekday(text, today, ahead)
        or parse_spoken_day(text, today, ahead)
    )


def _parse_counted(text: str, today: date) -> date | None:
    """`2 days ago`, `a week ago`, `in 3 days`, `today-2`, `today+2`."""
    if match := re.fullmatch(_SHIFTED, text):
        return today + timedelta(days=int(match[1] + match[2]))
    match = re.fullmatch(_COUNTED, text)
    if not match or bool(match[1]) == bool(match[4]):
        return None
    number = int(match[2]) if match[2].isdecimal() else 1
    if match[2] in COUNT_WORDS:
        number = COUNT_WORDS.index(match[2]) + 1
    if match[3].startswith("w"):
        number *= 7
    return today + timedelta(days=number if match[1] else -number)


def _parse_weekday(text: str, today: date, ahead: bool) -> date | None:
    match = re.fullmatch(_WEEKDAY, text)
    if not match or match[2] not in WEEKDAYS:
        return None
    which = match[1]
    offset = WEEKDAYS[match[2]] - today.weekday()
    if which == "this":
        return today + timedelta(days=offset)
    if which == "next":
        return today + timedelta(days=offset % 7 or 7)
    if which == "last":
        return today - timedelta(days=-offset % 7 or 7)
    if ahead:
        return today + timedelta(days=offset % 7)
    return today - timedelta(days=-offset % 7)


def _parse_with_weekday(text: str, today: date, ahead: bool) -> date | None:
    """`fri 20.11.`, `Sat 14th`; raises Unreadable for another weekday."""
    match = re.fullmatch(_WEEKDAY_AND_DAY, text)
    if not match or match[1] not in WEEKDAYS:
        return None
    day = parse_numeric_day(match[2], today, ahead)
    day = day or _parse_ordinal(match[2], today, ahead)
    if day is not None:
        check_weekday(text, day, match[1])
    return day


def _parse_ordinal(text: str, today: date, ahead: bool) -> date | None:
    """`26th`: in this month or the nearest one that has such a day."""
    match = re.fullmatch(_ORDINAL, text)
    if not match:
        return None
    this_month = today.year * 12 + today.month - 1
    for step in range(4):
        year, month = divmod(this_month + (step if ahead else -step), 12)
        try:
            day = date(year, month + 1, int(match[1]))
        except ValueError:
            continue
        if (day >= today) if ahead else (day <= today):
            return day
    return None


def say_day(day: date, today: date) -> str:
    """`Thu 26 Nov`, with the year if it is not that of `today`: `Thu 26 Nov 2025`.

    With the year too where the clock may be wrong: it shows 1970 without a battery.
    """
    text = f"{DAY_NAMES[day.weekday()]} {day.day} {MONTH_NAMES[day.month - 1]}"
    is_plain = day.year == today.year and day.year in USUAL_YEARS
    return text if is_plain else f"{text} {day.year}"


def say_ago(day: date, today: date) -> str:
    """`yesterday`, `9 days ago`, `10 weeks ago`; empty for today and later."""
    days = (today - day).days
    if days < 2:
        return "yesterday" if days == 1 else ""
    return f"{days} days ago" if days < 14 else f"{days // 7} weeks ago"


def check_not_future(
    day: date, today: date, instead: str, without: Sequence[str] = ()
) -> None:
    """Raises Refused for a day after `today`; `instead` says what to type.

    `without` is the option of the day, if today is meant where it is left out.
    """
    if day <= today:
        return
    message = f"{say_day(day, today)} is in the future"
    message = f"{message}; today is {say_day(today, today)}."
    raise Refused(message, instead, without=without)
