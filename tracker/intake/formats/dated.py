"""A line of a log kept by hand: which day it names, how long, and what was done."""

import re
from html import unescape
from typing import NamedTuple

from tracker.intake.formats.headers import no_length, part_of, plain_header
from tracker.intake.formats.measures import LENGTHS
from tracker.intake.formats.spans import Span, clocks, is_length, leading, mentions, trailing
from tracker.intake.formats.sums import is_sum
from tracker.intake.rules.dates import plausible, read_written
from tracker.intake.rules.lengths import bare, read_length
from tracker.intake.rules.months import is_weekday, month_of

PLAIN = 7  # the level of what is no heading
_MARKS = re.compile(r"(#{1,6})?\s*((?:[-*+\u2022]\s+)*)(?:\[[ xX]\]\s+)?")
_EMPHASIS = re.compile(r"[*`]+|(?<![^\W_])_+|_+(?![^\W_])")
_COMMA = re.compile(r"(?<=\d),(?=[^\W\d])|(?<=[^\W\d]),(?=\d)")
_LABELS = re.compile(r"([^\W\d]\w*) ?:")
_LABEL = re.compile(r"([^\W\d][\w ()/]{0,30}?)\s*(?:(?<!\d):|:(?!\d))\s*(\S.*)")
_ASIDE = re.compile(r"\([^)]*\)\s*[:\u2013\u2014-]*\s*")
_BETWEEN = " \t:,;|\u2013\u2014-=Ð"  # the last is a dash of old Macs, read as Windows-1252
_FULL_DAY = re.compile(
    r"(?<!\d)(?<![\d.][-\u2013])(?<!\. [-\u2013] )(?:\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1\d{4})(?!\d)", re.ASCII
)
_LIKE_DAYS = re.compile(
    r"\d[\d./]{0,12}(?: ?[-\u2013] ?\d[\d./]{0,12}[./]\d[\d./]{0,12}|[./]\d[\d./-]{0,12})(?=[ :])", re.ASCII
)
_HOURS = re.compile(r"(\d{1,2}) ?[-\u2013] ?(\d{1,2})", re.ASCII)
_PERIOD = re.compile(r"\b(?:week|viikko|vko|woche|sprint|w/c)\b", re.IGNORECASE)
_PERIOD_ALONE = re.compile(rf"{_PERIOD.pattern} ?\d*", re.IGNORECASE)
LONGEST, MOST = 6, 5_000
NOON, HOURS = 12, 24


class Line(NamedTuple):
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


def read_line(line: str) -> Line:
    """What a line says. The length of a line without a day stands at its beginning, or at a bullet's end."""
    if len(line) > MOST:
        return Line(PLAIN, -1, inset=False, day="", span=None, leads=False)
    marks = _MARKS.match(line.lstrip())
    heading, bullet, start = (marks[1] or "", marks[2], marks.end()) if marks else ("", "", 0)
    text = _COMMA.sub(", ", " ".join(_EMPHASIS.sub("", unescape(line.lstrip()[start:])).split()))
    level, inset = len(heading) or PLAIN, len(line) - len(line.lstrip())
    indent = inset if bullet else -1
    day, span = _labelled(text) or _listed(text) or _dated(text) or _spoken(text)
    if not day and heading == "#" and line.lstrip()[1:2].strip():
        return Line(PLAIN, indent, bool(inset), "", None, leads=False)  # a line that is commented out
    leads = span is not None
    if not day and not span and not is_sum(text):
        span = (trailing(text) if bullet else None) or _named(text, whole=not bullet)
        span = None if span and _PERIOD_ALONE.fullmatch(span.note) else span
    if not day and not span and heading and not _PERIOD.search(text):
        found = list(_FULL_DAY.finditer(text))
        day = found[0][0] if len(found) == 1 else ""
    return Line(level, indent, bool(inset), day, span, leads=leads)


def note_line(line: str) -> str:
    """What a line with a label says of the entry before it."""
    label = _LABEL.fullmatch(_EMPHASIS.sub("", line).strip())
    return label[2].strip() if label and not is_sum(label[1]) and not leading(label[2]) else ""


def _named(text: str, *, whole: bool) -> Span | None:
    """`fastai: 2h`, `ppo: 45 min reading`: a name, and how long; `whole`: nothing comes after that."""
    label = _LABEL.fullmatch(text)
    if not label or not _is_name(label[1]):
        return None
    span = leading(label[2])
    return span._replace(name=label[1]) if span and not (whole and span.note) else None


def _is_name(text: str) -> bool:
    """Whether a text may name what was done: no sum, plan, break, period, or part of an entry."""
    words = plain_header(text).split()
    other = is_sum(text) or no_length(words) or _PERIOD.search(text) or part_of(text) not in ("", "project")
    return not other and not any(is_weekday(word) or month_of(word) for word in words[:1])


def names_length(line: str) -> bool:
    """Whether a line names a length or times, and no sum."""
    text = _MARKS.sub("", _EMPHASIS.sub("", line[:MOST]).strip(), count=1)
    return mentions(text) and not is_sum(text) and not is_sum(text.partition(":")[0])


def _labelled(text: str) -> tuple[str, Span | None] | None:
    """`Date: 1.2.2026`, `Time: 2 h`, `Hours: 3`: a day, or a length that is all there is."""
    label = _LABEL.fullmatch(text)
    part = part_of(label[1]) if label else ""
    if not label or is_sum(label[1]):
        return None
    if part == "day" and plausible(read_written(label[2])):
        return label[2], None
    if part == "time" or part in LENGTHS:
        if (found := clocks(label[2])) and not found.note:
            return "", found
        said = f"{label[2]} {LENGTHS.get(part) or 'h'}" if bare(label[2]) is not None else label[2]
        if is_length(said) or (part in LENGTHS and read_length(said, "") is not None):
            return "", Span(said)
    return None


def _listed(text: str) -> tuple[str, Span | None] | None:
    """`Date: 1.2.2026 Time: 2 h What: reading`, where the day may be left blank."""
    found = list(_LABELS.finditer(text))
    if len(found) < 2:
        return None
    ends = [*(each.start() for each in found[1:]), len(text)]
    parts = {part_of(each[1]): text[each.end() : end].strip(_BETWEEN) for each, end in zip(found, ends, strict=True)}
    length = next((parts[part] for part in ("time", *LENGTHS) if part in parts), "")
    if "day" not in parts or not length or (parts["day"] and not plausible(read_written(parts["day"]))):
        return None
    span = leading(length)
    return (parts["day"], span._replace(note=f"{span.note} {text[found[-1].start() :]}".strip())) if span else None


def _dated(text: str) -> tuple[str, Span | None] | None:
    """A text that begins with a day: alone, or with its length or times. A period is no day, and is told as such."""
    words = [] if clocks(text) else text.split(" ")
    for count in range(min(LONGEST, len(words)), 0, -1):
        said = " ".join(word for word in words[:count] if word.strip(_BETWEEN)).strip(_BETWEEN)
        if not any(map(str.isdigit, said)) or not plausible(read_written(said)):
            continue
        rest = " ".join(words[count:]).lstrip(_BETWEEN)
        if not rest:
            return said, None
        first, _, after = rest.partition(" ")
        if is_weekday(first.strip("().,:").casefold()):
            rest = after.lstrip(_BETWEEN)
        span = _of_day(rest)
        if span is None and plausible(read_written(first.rstrip(":,"))):
            said, span = f"{said} - {first.rstrip(':,')}", leading(after) or trailing(after)
        if span := span or trailing(rest, parted=False) or _after_word(rest):
            return said, span
    like = _LIKE_DAYS.match(text)
    span = _past_aside(text[like.end() :].lstrip(_BETWEEN)) if like else None
    return (like[0].strip(_BETWEEN), span) if like and span else None


def _after_word(rest: str) -> Span | None:
    """How long, after one word that follows a day: `ppo 1h30m notes`, where no other length is named."""
    word, _, after = rest.partition(" ")
    if named := _named(rest, whole=False):
        return named
    span = leading(after) if _is_name(word) and word.isalpha() else None
    return span._replace(note=f"{word} {span.note}") if span and span.length and not mentions(span.note) else None


def _of_day(rest: str) -> Span | None:
    """How long, at the beginning of what follows a day; after a range of times the length may come last.

    Two numbers and nothing else are times where the last is past noon: `18-23`.
    """
    if (hours := _HOURS.fullmatch(rest)) and int(hours[1]) < int(hours[2]) <= HOURS and int(hours[2]) > NOON:
        return Span(clock=f"{hours[1]}:00", end_clock=f"{hours[2]}:00")
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
    if said and span.length and said[-1:] in ":)," and plausible(read_written(said.strip("():,"))):
        return said.strip("():,"), span._replace(note=rest.strip(_BETWEEN))
    return "", span
