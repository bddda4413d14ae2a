"""A line of a log kept by hand: which day it names, how long, and what was done."""

import re
from html import unescape
from typing import NamedTuple

from tracker.imports.formats.diary_labels import (
    BETWEEN,
    PERIOD,
    is_name,
    labelled,
    listed,
    named,
    unmarked,
)
from tracker.imports.formats.diary_time import (
    Span,
    clocks,
    leading,
    mentions,
    trailing,
    trailing_clocks,
)
from tracker.imports.formats.sum_rows import is_sum
from tracker.imports.rules.dates import plausible, read_written
from tracker.imports.rules.months import is_weekday

PLAIN = 7  # the level of what is no heading
# Signs before a text: `## `, `- `, `- [x] `.
_MARKS = re.compile(r"(#{1,6})?\s*((?:[-*+\u2022]\s+)*)(?:\[[ xX]\]\s+)?")
# A comma without a blank between a number and a word: `2h,maths`.
_COMMA = re.compile(r"(?<=\d),(?=[^\W\d])|(?<=[^\W\d]),(?=\d)")
# An aside at the beginning: `(8h) `, `(with Ben) - `.
_ASIDE = re.compile(r"\([^)]*\)\s*[:\u2013\u2014-]*\s*")
# A day with its year inside a text, not the end of a period: `2026-01-21`, `21.1.2026`.
_FULL_DAY = re.compile(
    r"(?<!\d)(?<![\d.][-\u2013])(?<!\. [-\u2013] )(?:\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1\d{4})(?!\d)",
    re.ASCII,
)
# A period, or a day that is no single one: `12.9.-18.9. `, `1/2/3:`.
_LIKE_DAYS = re.compile(
    r"\d[\d./]{0,12}(?: ?[-\u2013] ?\d[\d./]{0,12}[./]\d[\d./]{0,12}|[./]\d[\d./-]{0,12})(?=[ :])",
    re.ASCII,
)
# What stands between the members of a list: `maths, physics and art`.
_LISTED = re.compile(r"[,;+&] | and ")
# A decimal number: `1.5`, `2,25`.
_DECIMAL = re.compile(r"\d{1,2}[.,]\d{1,2}", re.ASCII)
# Two whole hours: `18-23`.
_HOURS = re.compile(r"(\d{1,2}) ?[-\u2013] ?(\d{1,2})", re.ASCII)
# A period and its number: `week 12`.
_PERIOD_ALONE = re.compile(rf"{PERIOD.pattern} ?\d*", re.IGNORECASE)
LONGEST, MOST = 6, 5_000
NOON, HOURS = 12, 24


class DiaryLine(NamedTuple):
    """What a line says. `level`: of its heading, else PLAIN; `indent`: of its bullet, -1 without one.

    `inset`: blanks go before it. `day` is the day it names, as written; `span` how long, or None; `leads`: that comes
    first.
    """

    level: int
    indent: int
    inset: bool
    day: str
    span: Span | None
    leads: bool

    @property
    def alone(self) -> bool:
        """Whether its length or times are all it says."""
        return self.span is not None and not self.span.note


def read_line(line: str) -> DiaryLine:
    """What a line says. The length of a line without a day stands at its beginning, or at a bullet's end."""
    if len(line) > MOST:
        return DiaryLine(PLAIN, -1, inset=False, day="", span=None, leads=False)
    marks = _MARKS.match(line.lstrip())
    heading, bullet, start = (
        (marks[1] or "", marks[2], marks.end()) if marks else ("", "", 0)
    )
    text = _COMMA.sub(", ", " ".join(unmarked(unescape(line.lstrip()[start:])).split()))
    level, inset = len(heading) or PLAIN, len(line) - len(line.lstrip())
    indent = inset if bullet else -1
    day, span = labelled(text) or listed(text) or _dated(text) or _spoken(text)
    if not day and heading == "#" and line.lstrip()[1:2].strip():
        return DiaryLine(
            PLAIN, indent, bool(inset), "", None, leads=False
        )  # a line that is commented out
    leads = span is not None
    if not day and not span and not is_sum(text):
        span = _said(text) if bullet else named(text, whole=True)
        span = None if span and _PERIOD_ALONE.fullmatch(span.note) else span
    if not day and not span and heading and not PERIOD.search(text):
        found = list(_FULL_DAY.finditer(text))
        day = found[0][0] if len(found) == 1 else ""
    return DiaryLine(level, indent, bool(inset), day, span, leads=leads)


def _said(text: str) -> Span | None:
    """How long, in a bullet or after a day: at the end, after a name, or after one word."""
    return _at_end(text) or named(text, whole=False) or _after_word(text)


def _at_end(text: str) -> Span | None:
    """A length or a range of times that a text ends with, unless it is one of a list."""
    span = trailing(text, parted=False) or trailing_clocks(text)
    return (
        span
        if span
        and not any(
            trailing(part, parted=False) for part in _LISTED.split(span.note)[:-1]
        )
        else None
    )


def names_length(line: str) -> bool:
    """Whether a line names a length or times, and no sum."""
    text = _MARKS.sub("", unmarked(line[:MOST]).strip(), count=1)
    return mentions(text) and not is_sum(text) and not is_sum(text.partition(":")[0])


def _dated(text: str) -> tuple[str, Span | None] | None:
    """A text that begins with a day: alone, or with its length or times. A period is no day, and is told as such."""
    words = [] if clocks(text) else text.split(" ")
    for count in range(min(LONGEST, len(words)), 0, -1):
        said = " ".join(word for word in words[:count] if word.strip(BETWEEN)).strip(
            BETWEEN
        )
        if not any(map(str.isdigit, said)) or not plausible(read_written(said)):
            continue
        rest = " ".join(words[count:]).lstrip(BETWEEN)
        if not rest:
            return said, None
        first, _, after = rest.partition(" ")
        if is_weekday(first.strip("().,:").casefold()):
            rest = after.lstrip(BETWEEN)
        span = _of_day(rest)
        if span is None and plausible(read_written(first.rstrip(":,"))):
            said, span = (
                f"{said} - {first.rstrip(':,')}",
                leading(after) or trailing(after),
            )
        if span := span or _said(rest):
            return said, span
    like = _LIKE_DAYS.match(text)
    span = _past_aside(text[like.end() :].lstrip(BETWEEN)) if like else None
    return (like[0].strip(BETWEEN), span) if like and span else None


def _after_word(rest: str) -> Span | None:
    """How long, after one word: `ppo 1h30m notes`, where no other length is named."""
    word, _, after = rest.partition(" ")
    span = leading(after) if is_name(word) and word.isalpha() else None
    return (
        span._replace(note=f"{word} {span.note}")
        if span and span.length and not mentions(span.note)
        else None
    )


def _of_day(rest: str) -> Span | None:
    """How long, at the beginning of what follows a day; after a range of times the length may come last.

    Two numbers and nothing else are times where the last is past noon: `18-23`; a decimal number alone is hours.
    """
    if (
        (hours := _HOURS.fullmatch(rest))
        and int(hours[1]) < int(hours[2]) <= HOURS
        and int(hours[2]) > NOON
    ):
        return Span(clock=f"{hours[1]}:00", end_clock=f"{hours[2]}:00")
    if _DECIMAL.fullmatch(rest):
        return Span(f"{rest} h")
    span = _past_aside(rest)
    if span is None or not span.clock or span.length:
        return span
    ended = trailing(span.note, parted=False)
    return span._replace(length=ended.length, note=ended.note) if ended else span


def _past_aside(text: str) -> Span | None:
    """What a text begins with, after an aside where that comes first: `(8h) 5h`, where 8h is the sum so far."""
    aside = _ASIDE.match(text)
    return (leading(text[aside.end() :]) if aside else None) or leading(text)


def _spoken(text: str) -> tuple[str, Span | None]:
    """A text that begins with a length or times, its day perhaps after that."""
    span = None if text.startswith("(") else leading(text)
    if span is None:
        return "", None
    if span.length and plausible(read_written(span.note)):
        return span.note, span._replace(note="")
    said, _, rest = span.note.lstrip("(").partition(" ")
    if (
        said
        and span.length
        and said[-1:] in ":),"
        and plausible(read_written(said.strip("():,")))
    ):
        return said.strip("():,"), span._replace(note=rest.strip(BETWEEN))
    return "", span
