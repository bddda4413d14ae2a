"""Days as logs write them; `day_order` decides which number is the day."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.imports.rules.months import is_weekday, month_of

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day-first", "month-first", "year-first"
ORDERS = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)
YEARS = range(1900, 2200)
LONGEST = 80
_CENTURY = 2000
# A word before a day, such as a weekday: `Mon, `.
_WORD_BEFORE = r"(?:([A-Za-zÀ-ɏЀ-ӿ]{2,12})\.?,? +)?"
# The year first: `2026-01-21`, `Wed 2026/1/21`, `2026. 1. 21.`.
_ISO = re.compile(
    rf"{_WORD_BEFORE}(\d{{4}})([-/.]) ?(\d{{1,2}})\3 ?(\d{{1,2}})\.?", re.ASCII
)
# `20260121`.
_GLUED = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
# `2026年1月21日`, `1월 21일`.
_SIGNED = re.compile(r"(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
# `21-Jan-26`, `21 Jan 26`.
_SHORT = re.compile(r"(\d{1,2})([- /])([^\W\d_]{3,12})\.?\2(\d\d)", re.ASCII)
# A day and a word, such as a weekday: `21.1. Mon`.
_WORD_AFTER = re.compile(r"(.*\d\.?),? ([^\W\d_]{2,12}\.?)")
# A word in brackets after a day: ` (Mon)`.
_WEEKDAY_AFTER = re.compile(r" ?\([^()\d]{1,12}\)$")
# The day first, with dots: `21.1.2026`, `Mon 21.1.`, `21. 1. 26`.
_DOTTED = re.compile(
    rf"{_WORD_BEFORE}(\d{{1,2}})\. ?(\d{{1,2}})(?:\.|\. ?(\d{{4}}|\d\d)\.?)?", re.ASCII
)
# Two or three numbers in an order to be found: `1/21/26`, `21/1-2026`, `26-01-21`.
_PAIR = re.compile(
    rf"{_WORD_BEFORE}(\d{{1,2}})([-/])(\d{{1,2}})(?:\3(\d{{4}}|\d\d)|-(\d{{4}}|\d\d))?",
    re.ASCII,
)
# A clock, the year and an offset at the end: ` 10:30:00 2026 +0200`.
_CLOCKED = re.compile(r"(?: \d\d:\d\d:\d\d)? (\d{4})(?: [+-]\d{4})?$", re.ASCII)
# A word, or a number: `Jan`, `21`, `21st`.
_WORD = re.compile(r"[^\W\d_]+|\d+(?:st|nd|rd|th)?")
# Words between the parts of a day: `21st of January`.
_FILLERS = frozenset({"of", "de", "the", "den"})
# A number: `21`, `21st`.
_NUMBERED = re.compile(r"(\d+)(?:st|nd|rd|th)?")


class WrittenDay(NamedTuple):
    """The numbers of a day as written; `year` is None where it has none.

    `unordered` where the first two could be day and month or month and day. `third` is
    the last number where it has two digits: the year, or a day after year and month.
    """

    year: int | None
    first: int
    second: int
    unordered: bool = False
    third: int | None = None

    def month_and_day(self, order: str) -> tuple[int, int]:
        """Month and day, where `order` says which comes first."""
        if self.third is not None and order == YEAR_FIRST:
            return self.second, self.third
        if self.unordered and order == DAY_FIRST:
            return self.second, self.first
        return self.first, self.second

    def year_in(self, order: str) -> int | None:
        """The year, which comes first in `year-first`."""
        if self.third is not None and order == YEAR_FIRST:
            return _CENTURY + self.first
        return self.year


@lru_cache(maxsize=50_000)
def read_numbers(text: str) -> WrittenDay | None:
    """The numbers of a day, or None where `text` is none.

    `2026-01-21 20260121 21.1.2026 21.1. 21/01/2026 21/1-2026 1/21/26 21 Jan 2026
    January 21st Mon 21.1.`, also `Wed Jan 21 10:30:00 2026 +0200`. Dots put the day
    first. Before a day without a year, a weekday is the only word.
    """
    if len(text) > LONGEST:
        return None
    day_text = _WEEKDAY_AFTER.sub("", " ".join(text.strip(" \t*_:#|[]<>").split()))
    written = _ordered(day_text)
    if written:
        return written
    if match := _WORD_AFTER.fullmatch(day_text):
        word = match[2].casefold()
        if is_weekday(word) and not month_of(word):
            return read_numbers(match[1])
    written, word = _numbered(day_text)
    if written is None:
        return _named(_CLOCKED.sub(r" \1", day_text.casefold()))
    if written.year or not word or is_weekday(word.casefold()):
        return written
    return None


def _ordered(text: str) -> WrittenDay | None:
    """A day whose form shows which number is which: `2026-01-21`, `21-Jan-26`."""
    if match := _ISO.fullmatch(text):
        return WrittenDay(int(match[2]), int(match[4]), int(match[5]))
    if match := _GLUED.fullmatch(text) or _SIGNED.fullmatch(text):
        return WrittenDay(_year(match[1]), int(match[2]), int(match[3]))
    match = _SHORT.fullmatch(text)
    month = month_of(match[3].casefold()) if match else None
    if match and month:
        return WrittenDay(_year(match[4]), month, int(match[1]))
    return None


def _numbered(text: str) -> tuple[WrittenDay | None, str]:
    """Numbers with dots, slashes or dashes between them, and the word before them.

    `21.1.26`, `Mon 1/21`.
    """
    if match := _DOTTED.fullmatch(text):
        return WrittenDay(_year(match[4]), int(match[3]), int(match[2])), match[1] or ""
    if match := _PAIR.fullmatch(text):
        year = match[5] or match[6]
        third = int(match[5]) if match[5] and len(match[5]) == 2 else None
        numbers = int(match[2]), int(match[4])
        written = WrittenDay(_year(year), *numbers, unordered=True, third=third)
        return written, match[1] or ""
    return None, ""


def _named(text: str) -> WrittenDay | None:
    """A month's name and a day, perhaps with a year and a weekday.

    `21 Jan 2026`, `Jan 21, 2026`, `Wed 21st January`.
    """
    words = _WORD.findall(text)
    numbers = [int(match[1]) for word in words if (match := _NUMBERED.fullmatch(word))]
    names = [word for word in words if not word[0].isdigit() and word not in _FILLERS]
    months = [month for word in names if (month := month_of(word))]
    others = [word for word in names if not month_of(word)]
    if len(words) > 6 or len(months) != 1 or len(others) > 1:
        return None
    years = [number for number in numbers if number in YEARS]
    days = [number for number in numbers if number not in YEARS]
    if len(days) != 1 or days[0] > 99 or len(years) > 1:
        return None
    if years:
        return WrittenDay(years[0], months[0], days[0])
    has_only_weekdays = all(map(is_weekday, others))
    return WrittenDay(None, months[0], days[0]) if has_only_weekdays else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) + (_CENTURY if len(text) == 2 else 0)


def is_plausible(written: WrittenDay | None) -> bool:
    """Whether a day without a year has a month at all: `8.00` is a number."""
    if written is None:
        return False
    if written.year is not None:
        return True
    low, high = sorted((written.first, written.second))
    month = low if written.unordered else written.first
    return low >= 1 and high <= 31 and month <= 12


def real_day(year: int, month: int, day: int) -> date | None:
    """The day of these numbers, or None where there is none between 1900 and 2199."""
    if year not in YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
