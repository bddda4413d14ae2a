"""A line of a log kept by hand: its day, how long, and what was done."""

import re
from html import unescape
from typing import NamedTuple

from tracker.imports.formats.diary_labels import (
    BETWEEN,
    PERIOD,
    is_name,
    read_label,
    read_labels,
    read_named,
    without_emphasis,
)
from tracker.imports.formats.diary_time import (
    Span,
    has_length,
    leading_range,
    leading_span,
    trailing_range,
    trailing_span,
)
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.dates import is_plausible, read_numbers
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
    r"(?<!\d)(?<![\d.][-\u2013])(?<!\. [-\u2013] )"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1\d{4})(?!\d)",
    re.ASCII,
)
# A period, or a day that is no single one: `12.9.-18.9. `, `1/2/3:`.
_LIKE_DAYS = re.compile(
    r"\d[\d./]{0,12}(?: ?[-\u2013] ?\d[\d./]{0,12}[./]\d[\d./]{0,12}"
    r"|[./]\d[\d./-]{0,12})(?=[ :])",
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
    """A line of a log kept by hand.

    `level` is that of its heading, else PLAIN; `indent` that of its bullet, -1 without
    one; `inset` where blanks go before it. `day` is its day as written, `span` how long
    or None; `leads` where the span comes first.
    """

    level: int
    indent: int
    inset: bool
    day: str
    span: Span | None
    leads: bool

    @property
    def alone(self) -> bool:
        """Whether it has a length or times, and no other text."""
        return self.span is not None and not self.span.note


def read_line(line: str) -> DiaryLine:
    """The content of a line.

    The length of a line without a day is at its beginning, or at a bullet's end.
    """
    if len(line) > MOST:
        return DiaryLine(PLAIN, -1, inset=False, day="", span=None, leads=False)
    marks = _MARKS.match(line.lstrip())
    assert marks is not None  # it also matches nothing
    heading, bullet = marks[1] or "", marks[2]
    content = without_emphasis(unescape(line.lstrip()[marks.end() :]))
    text = _COMMA.sub(", ", " ".join(content.split()))
    level, inset = len(heading) or PLAIN, len(line) - len(line.lstrip())
    indent = inset if bullet else -1
    day, span = (
        read_label(text)
        or read_labels(text)
        or _begins_with_day(text)
        or _begins_with_span(text)
    )
    if not day and heading == "#" and line.lstrip()[1:2].strip():
        return DiaryLine(
            PLAIN, indent, bool(inset), "", None, leads=False
        )  # a line that is commented out
    leads = span is not None
    if not day and not span and not is_sum_name(text):
        span = _span_in(text) if bullet else read_named(text, whole=True)
        span = None if span and _PERIOD_ALONE.fullmatch(span.note) else span
    if not day and not span and heading and not PERIOD.search(text):
        days = list(_FULL_DAY.finditer(text))
        day = days[0][0] if len(days) == 1 else ""
    return DiaryLine(level, indent, bool(inset), day, span, leads=leads)


def _span_in(text: str) -> Span | None:
    """The span in a bullet or after a day: at the end, after a name or after a word."""
    return _span_at_end(text) or read_named(text, whole=False) or _span_after_word(text)


def _span_at_end(text: str) -> Span | None:
    """The span that a text ends with, unless it is the last of a list."""
    span = trailing_span(text, parted=False) or trailing_range(text)
    if span is None:
        return None
    others = _LISTED.split(span.note)[:-1]
    if any(trailing_span(other, parted=False) for other in others):
        return None
    return span


def has_unread_length(line: str) -> bool:
    """Whether a line names a length or times, and no sum."""
    text = _MARKS.sub("", without_emphasis(line[:MOST]).strip(), count=1)
    if is_sum_name(text) or is_sum_name(text.partition(":")[0]):
        return False
    return has_length(text)


def _begins_with_day(text: str) -> tuple[str, Span | None] | None:
    """The day that a text begins with, and its span, if any.

    A period of several days is returned as it is: it is no day.
    """
    words = [] if leading_range(text) else text.split(" ")
    for count in range(min(LONGEST, len(words)), 0, -1):
        first_words = [word for word in words[:count] if word.strip(BETWEEN)]
        day = " ".join(first_words).strip(BETWEEN)
        if not any(map(str.isdigit, day)) or not is_plausible(read_numbers(day)):
            continue
        rest = " ".join(words[count:]).lstrip(BETWEEN)
        if not rest:
            return day, None
        first, _, after = rest.partition(" ")
        if is_weekday(first.strip("().,:").casefold()):
            rest = after.lstrip(BETWEEN)
        span = _span_of_day(rest)
        last_day = first.rstrip(":,")
        if span is None and is_plausible(read_numbers(last_day)):
            day = f"{day} - {last_day}"
            span = leading_span(after) or trailing_span(after)
        if span := span or _span_in(rest):
            return day, span
    like = _LIKE_DAYS.match(text)
    span = _span_after_aside(text[like.end() :].lstrip(BETWEEN)) if like else None
    return (like[0].strip(BETWEEN), span) if like and span else None


def _span_after_word(rest: str) -> Span | None:
    """The span after one word, if it is the only one: `ppo 1h30m notes`."""
    word, _, after = rest.partition(" ")
    span = leading_span(after) if is_name(word) and word.isalpha() else None
    if span is None or not span.length or has_length(span.note):
        return None
    return span._replace(note=f"{word} {span.note}")


def _span_of_day(rest: str) -> Span | None:
    """The span at the beginning of what follows a day.

    After a range of times the length may come last. Two numbers alone are times if the
    second is past noon: `18-23`. A decimal number alone is hours.
    """
    hours = _HOURS.fullmatch(rest)
    if hours:
        first, last = int(hours[1]), int(hours[2])
        if first < last <= HOURS and last > NOON:
            return Span(clock=f"{hours[1]}:00", end_clock=f"{hours[2]}:00")
    if _DECIMAL.fullmatch(rest):
        return Span(f"{rest} h")
    span = _span_after_aside(rest)
    if span is None or not span.clock or span.length:
        return span
    ended = trailing_span(span.note, parted=False)
    return span._replace(length=ended.length, note=ended.note) if ended else span


def _span_after_aside(text: str) -> Span | None:
    """The span at the beginning of a text, or after an aside there.

    `(8h) 5h`, where 8h is the sum so far.
    """
    aside = _ASIDE.match(text)
    after = leading_span(text[aside.end() :]) if aside else None
    return after or leading_span(text)


def _begins_with_span(text: str) -> tuple[str, Span | None]:
    """The day and the span of a text that begins with a span, if it does."""
    span = None if text.startswith("(") else leading_span(text)
    if span is None:
        return "", None
    if span.length and is_plausible(read_numbers(span.note)):
        return span.note, span._replace(note="")
    day, _, rest = span.note.lstrip("(").partition(" ")
    plain_day = day.strip("():,")
    ends_as_day = bool(day) and day[-1] in ":),"
    if span.length and ends_as_day and is_plausible(read_numbers(plain_day)):
        return plain_day, span._replace(note=rest.strip(BETWEEN))
    return "", span
