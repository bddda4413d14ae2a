"""Days and periods at the beginning of a line of a log kept by hand, or inside it."""

import re

from tracker.imports.formats.diary_labels import BETWEEN
from tracker.imports.rules.dates import is_plausible, read_numbers
from tracker.imports.rules.months import is_weekday, month_of
from tracker.imports.rules.signs import simplify_signs

# A day with its year inside a text, not the end of a period: `2026-01-21`, `21.1.2026`.
FULL_DAY = re.compile(
    r"(?<!\d)(?<![\d.][-\u2013])(?<!\. [-\u2013] )"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1\d{4})(?!\d)",
    re.ASCII,
)
# A period by its months' names: `5-6 Oct 2026`, `March 3-5, 2026`, `30 Sep - 2 Oct`.
_DAYS_OF_MONTH = re.compile(
    r"(?:\d{1,2}\.?(?: ([^\W\d_]+)\.?)? ?[-\u2013] ?\d{1,2}\.? ([^\W\d_]+)\b\.?"
    r"|([^\W\d_]+)\.? \d{1,2} ?[-\u2013] ?(?:([^\W\d_]+)\.? )?\d{1,2}\b)(?:,? \d{4}\b)?"
)
# A period, or a day that is no single one: `12.9.-18.9. `, `1/2/3:`.
LIKE_DAYS = re.compile(
    r"\d[\d./]{0,12}(?: ?[-\u2013] ?\d[\d./]{0,12}[./]\d[\d./]{0,12}"
    r"|[./]\d[\d./-]{0,12})(?=[ :])",
    re.ASCII,
)
_EASTERN_DAYS = "月火水木金土日一二三四五六월화수목금토일"


def is_day(text: str) -> bool:
    """Whether a text is a day, and nothing else."""
    return is_plausible(read_numbers(simplify_signs(text)))


def days_of_month(text: str) -> str:
    """The period that a text begins with: `5-6 Oct 2026`; empty for none."""
    period = _DAYS_OF_MONTH.match(text)
    names = filter(None, period.groups()) if period else [""]
    return period[0] if period and all(month_of(n.casefold()) for n in names) else ""


def is_word(text: str) -> bool:
    """Whether a text is a word, and neither a month nor a weekday."""
    word = text.strip(f"{BETWEEN}.()").casefold()
    return word.isalpha() and not (is_weekday(word) or month_of(word))


def has_year(day: str) -> bool:
    """Whether a day as written has its year."""
    written = read_numbers(simplify_signs(day))
    return written is not None and written.year is not None


def without_weekday(text: str) -> str:
    """A text without the weekday that it begins with: `(Mon)`, `Monday, `."""
    word, _, rest = simplify_signs(text).partition(" ")
    name = word.strip("().,:").casefold()
    is_eastern = 0 < len(name) <= 3 and not set(name).isdisjoint(_EASTERN_DAYS)
    if not (is_weekday(name) or is_eastern):
        return text
    return text[len(text) - len(rest) :].lstrip(BETWEEN)
