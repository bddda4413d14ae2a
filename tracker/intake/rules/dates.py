"""Days as logs write them. Which number is the day and which the month is decided once for a file, never per row."""

import re
from calendar import isleap
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.intake.rules.months import is_weekday, month_of

DAY_FIRST, MONTH_FIRST = "day-first", "month-first"
YEARS = range(1900, 2200)
_WORD_BEFORE = r"(?:([A-Za-zÀ-ɏЀ-ӿ]{2,12})\.?,? +)?"
_ISO = re.compile(rf"{_WORD_BEFORE}(\d{{4}})([-/.])(\d{{1,2}})\3(\d{{1,2}})\.?", re.ASCII)
_GLUED = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_CHINESE = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_DOTTED = re.compile(rf"{_WORD_BEFORE}(\d{{1,2}})\. ?(\d{{1,2}})(?:\.|\. ?(\d{{4}}|\d\d)\.?)?", re.ASCII)
_PAIR = re.compile(rf"{_WORD_BEFORE}(\d{{1,2}})([-/])(\d{{1,2}})(?:\3(\d{{4}}|\d\d)|-(\d{{4}}|\d\d))?", re.ASCII)
_SHORT = re.compile(r"\d\d-\d\d-\d\d", re.ASCII)
_CLOCKED = re.compile(r"(?: \d\d:\d\d:\d\d)? (\d{4})(?: [+-]\d{4})?$", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+|\d+(?:st|nd|rd|th)?")
_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)?")


class Written(NamedTuple):
    """A day's numbers; `unordered` where the first two could be day and month or month and day. No year: None."""

    year: int | None
    first: int
    second: int
    unordered: bool = False

    def month_and_day(self, order: str) -> tuple[int, int]:
        """Month and day, where `order` says which comes first."""
        return (self.second, self.first) if self.unordered and order == DAY_FIRST else (self.first, self.second)


@lru_cache(maxsize=50_000)
def read_written(text: str) -> Written | None:
    """The numbers of a day, or None where `text` is none.

    `2026-01-21 20260121 21.1.2026 21.1. 21/01/2026 21/1-2026 1/21/26 21 Jan 2026 January 21st Mon 21.1.`, also
    `Wed Jan 21 10:30:00 2026 +0200`; dots put the day first. Without a year, no word but a weekday comes before.
    """
    said = " ".join(text.strip(" \t*_:#|[]<>").split())
    if found := _ISO.fullmatch(said):
        return Written(int(found[2]), int(found[4]), int(found[5]))
    if found := _GLUED.fullmatch(said) or _CHINESE.fullmatch(said):
        return Written(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.fullmatch(said):
        written = Written(_year(found[4]), int(found[3]), int(found[2]))
    elif found := _PAIR.fullmatch(said):
        written = Written(_year(found[5] or found[6]), int(found[2]), int(found[4]), unordered=True)
    else:
        return _named(_CLOCKED.sub(r" \1", said.casefold()))
    return written if written.year or not found[1] or is_weekday(found[1].casefold()) else None


def _named(said: str) -> Written | None:
    """`21 Jan 2026`, `Jan 21, 2026`, `Wed 21st January`: a month's name, a day, perhaps a year and a weekday."""
    words = _WORD.findall(said)
    numbers = [int(found[1]) for word in words if (found := _NUMBERED.fullmatch(word))]
    names = [word for word in words if not word[0].isdigit() and word not in ("of", "de", "the", "den")]
    months = [month for word in names if (month := month_of(word))]
    if len(words) > 6 or len(months) != 1 or not names or len(names) > 2:
        return None
    years = [number for number in numbers if number in YEARS]
    days = [number for number in numbers if number not in YEARS]
    if len(days) != 1 or len(years) > 1 or days[0] > 99:
        return None
    return Written(years[0] if years else None, months[0], days[0])


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def order_of(days: Collection[str], told: str | None) -> str:
    """Whether a file puts the day or the month first, as `told`, else from all of its days together.

    Raises Unreadable where both fit and it makes a difference, or where days seem to begin with a year of two digits.
    """
    if told:
        return told
    _refuse_short_years(days)
    pairs = {(found.first, found.second) for text in days if (found := read_written(text)) and found.unordered}
    day_first = any(first > 12 for first, _ in pairs)
    month_first = any(second > 12 for _, second in pairs)
    if day_first and month_first:
        raise Unreadable(
            "Some of its days are written day first and some month first.",
            "Write them one way, or tell with --dates day-first or --dates month-first; the others are then kept out.",
        )
    if day_first or month_first or all(first == second for first, second in pairs):
        return MONTH_FIRST if month_first else DAY_FIRST
    first, second = next(pair for pair in sorted(pairs) if pair[0] != pair[1])
    raise Unreadable(
        f"Its days can be read in two ways: {first}/{second} is a day in month {second}, or in month {first}.",
        "Add --dates day-first or --dates month-first.",
    )


def _refuse_short_years(days: Iterable[str]) -> None:
    """Raise Unreadable for `18-01-15 18-01-16 18-02-03`: the first number stays and the last one runs."""
    short = sorted(text for text in days if _SHORT.fullmatch(text))
    if len(short) > 2 and len({text[:2] for text in short}) == 1 < len({text[-2:] for text in short}):
        raise Unreadable(
            f"Its days, like {short[0]}, seem to begin with the year.", "Write years with four digits, like 2026-01-15."
        )


def position(year: int, month: int, day: int) -> int:
    """A number that grows with the calendar, for days that may not exist."""
    return year * 372 + month * 31 + day


@dataclass(slots=True)
class Years:
    """The years of days written without one: each is the year that brings the day nearest to the one before it.

    The first stands in `year`; a day with a year sets the course for those that follow.
    """

    year: int
    last: int | None = None

    def of(self, written: Written, order: str) -> int:
        """The year of the file's next day."""
        month, day = written.month_and_day(order)
        year = written.year
        if year is None:
            year = self._nearest(month, day)
        self.last = position(year, month, day)
        return year

    def _nearest(self, month: int, day: int) -> int:
        if self.last is None:
            return self.year
        course, around = self.last, self.last // 372
        return min(range(around - 1, around + 2), key=lambda year: abs(position(year, month, day) - course))


def first_year(days: Sequence[Written], order: str, today: date) -> int:
    """The year to begin with, so that the latest of a file's days without a year is its latest one by `today`.

    Where one of them is 29 February, it is one that has that day.
    """
    years, latest = Years(2000), 0
    for written in days:
        month, day = written.month_and_day(order)
        latest = max(latest, position(years.of(written._replace(year=None), order), month, day))
    behind = latest - position(today.year, today.month, today.day)
    first = 2000 - (-(-behind // 372) if latest else 0)
    return next((year for year in range(first, first - 8, -1) if _leaps(days, order, year)), first)


def _leaps(days: Iterable[Written], order: str, first: int) -> bool:
    """Whether each 29 February lies in a leap year, where the first year is `first`."""
    years = Years(first)
    course = [(years.of(each._replace(year=None), order), each.month_and_day(order)) for each in days]
    return all(isleap(year) for year, day in course if day == (2, 29))


def real_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, or None where there is none between 1900 and 2199."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
