"""Days as logs write them; `day_order` decides which number is the day."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tracker.imports.rules.entries import MOST_CACHED
from tracker.imports.rules.months import is_weekday, month_of
from tracker.imports.rules.signs import simplify_signs

DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day-first", "month-first", "year-first"
ORDERS = (DAY_FIRST, MONTH_FIRST, YEAR_FIRST)
YEARS = range(1900, 2200)
LONGEST, LONGEST_WORD = 80, 13
_CENTURY = 2000
# A number with its ending or sign, a word, or a sign: `21`, `21st`, `1月`, `Jan`, `/`.
_TOKEN = re.compile(
    r"\d+(?:(?:st|nd|rd|th)(?![^\W_])| ?[年년月월日일号號])?|[^\W\d_]+|\W|_"
)
# A clock before a year, and an offset after it: ` 10:30:00 2026 +0200`.
_CLOCKED = re.compile(r" \d\d:\d\d:\d\d (\d{4})(?: [+-]\d{4})?$")
# The kinds of a day's tokens with a word before or a weekday after: `W, n.n.`, `n.n.Y W`.
_FRAME = re.compile(r"(?:(?!M n, n)([MWw])\.?,? )?(.+?)\.?(?:,? ?([MW])\.?)?")
# Words between the parts of a day: `21st of January`.
_FILLERS = frozenset({"of", "de", "the", "den"})
# The kinds of the tokens of a day with a month's name, in the order of the alphabet.
_NAMED = frozenset({"Mn", "MWn", "MYn", "MWYn", "MYnw"})
_MARKS = {"年": "y", "년": "y", "月": "m", "월": "m"}
# What the numbers of a day are, by the kinds of its tokens (see `_kind`): `y`ear, `m`onth
# and `d`ay, or a first and a second that the whole file decides about.
_FORMS = {
    **dict.fromkeys(("Y-n-n", "Y/n/n", "Y.n.n", "ymd", "y m d"), "ymd"),
    **dict.fromkeys(("n.n.n", "n.n.Y", "n-M-n", "n/M/n", "n M n", "n.M n"), "dmy"),
    **dict.fromkeys(("n/n/n", "n/n/Y", "n-n-n", "n-n-Y", "n/n-n", "n/n-Y"), "12y"),
    **dict.fromkeys(("md", "m d"), "md"),
    **dict.fromkeys(("n/n", "n-n"), "12"),
    "n.n": "dm",
    "M n, n": "mdy",
}


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


# `2026-01-21`.
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=MOST_CACHED)
def read_numbers(text: str) -> WrittenDay | None:
    """The numbers of a day, or None where `text` is none, or has other words.

    `2026-01-21 20260121 21.1.2026 21.1. 21/01/2026 21/1-2026 1/21/26 21 Jan 2026
    January 21st Mon 21.1. 2026年1月21日`, also `Wed Jan 21 10:30:00 2026 +0200`. Dots
    put the day first. A weekday may be anywhere; before a year, so may one other word.
    """
    if _ISO_DAY.fullmatch(text):  # nearly all are written so
        return WrittenDay(int(text[:4]), int(text[5:7]), int(text[8:]))
    day_text = _plain_day(text)
    digits = day_text.replace("-", "")
    if (
        len(digits) == 8
        and digits.isdecimal()
        and day_text[4::3] in (digits[4::3], "--")
    ):
        return WrittenDay(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    tokens = _TOKEN.findall(day_text)
    kinds = "".join(map(_kind, tokens))
    frame = _FRAME.fullmatch(kinds)
    form = frame[2] if frame else ""
    fields = _FORMS.get(form.replace("M.", "M").replace(". ", "."), "")
    if not frame or not fields:
        return _named(tokens, kinds)
    if frame[1] and "y" not in fields and not is_weekday(tokens[0]):
        return None
    if frame[3] and not is_weekday(tokens[frame.start(3)]):
        return None
    if fields == "12" and "-" in form and "-" not in text:
        return None  # with an en dash, `3/4` is no day
    return _with_fields(fields, form, tokens[frame.start(2) :])


def _plain_day(text: str) -> str:
    """A text in lower case, with plain signs, without a clock in it or an aside after it.

    It is empty if it is long.
    """
    if len(text) > LONGEST:
        return ""
    plain_text = simplify_signs(text).casefold().strip(" \t*_:#|[]<>")
    day, _, aside = plain_text.rpartition("(")
    is_word = aside.endswith(")") and aside.rstrip(".)").isalpha()
    if day and is_word and len(aside) <= LONGEST_WORD:
        plain_text = day
    return _CLOCKED.sub(r" \1", " ".join(plain_text.split()))


def _kind(token: str) -> str:
    """One letter, or the sign that a token is.

    `Y` is a year of four digits, `n` a number of one or two, `o` one like `21st`; `y`,
    `m` and `d` one before a sign for year, month or day; `M` the name of a month, `W` of
    a weekday, `w` another word, `x` a letter or another number.
    """
    if token.isdecimal() and len(token) > 2:
        return "Y" if int(token) in YEARS else "x"
    if token.isdecimal():
        return "n"
    if token[0].isdecimal():
        return "o" if token[-1] in "tdh" else _MARKS.get(token[-1], "d")
    if not token.isalnum():
        return token
    if month_of(token):
        return "M"
    if is_weekday(token):
        return "W"
    if token in _FILLERS:
        return " "
    return "w" if len(token) > 1 else "x"


def _with_fields(fields: str, form: str, tokens: Sequence[str]) -> WrittenDay | None:
    """The day of `tokens`, whose kinds begin with `form`, where `fields` say what is what."""
    parts = [token for token, kind in zip(tokens, form, strict=False) if kind.isalpha()]
    values = dict(zip(fields, map(_number, parts), strict=True))
    year = _full_year(values.get("y", ""))
    if "y" in values and year is None:
        return None
    if "m" in values:
        return WrittenDay(year, int(values["m"]), int(values["d"]))
    first, second, third = int(values["1"]), int(values["2"]), None
    if len(values.get("y", "")) == 2 and form[1] == form[3]:
        third = int(values["y"])
    return WrittenDay(year, first, second, unordered=True, third=third)


def _number(token: str) -> str:
    """The digits of a number, or of the month that a word names."""
    return "".join(filter(str.isdecimal, token)) or str(month_of(token))


def _full_year(digits: str) -> int | None:
    """2026 for `2026` and for `26`; None for others."""
    if len(digits) not in (2, 4):
        return None
    return int(digits) + (_CENTURY if len(digits) == 2 else 0)


def _named(tokens: Sequence[str], kinds: str) -> WrittenDay | None:
    """A month's name and a day, perhaps with a year and a weekday.

    `21 Jan 2026`, `Jan 21, 2026`, `Wed 21st January`.
    """
    kinds = kinds.replace("o", "n")
    letters = "".join(sorted(filter(str.isalpha, kinds)))
    if letters not in _NAMED or kinds.find("w") > 0:
        return None
    month, day = (int(_number(tokens[kinds.index(kind)])) for kind in "Mn")
    return WrittenDay(
        int(tokens[kinds.index("Y")]) if "Y" in kinds else None, month, day
    )


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
