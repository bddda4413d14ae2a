"""A line of a log kept by hand: its day, how long, and what was done."""

import re
from html import unescape
from typing import NamedTuple

from tracker.imports.formats.diary_blocks import LONGEST, PLAIN, DiaryText
from tracker.imports.formats.diary_days import (
    FULL_DAY,
    LIKE_DAYS,
    days_of_month,
    has_year,
    is_day,
    is_word,
    without_weekday,
)
from tracker.imports.formats.diary_labels import (
    BETWEEN,
    PERIOD,
    is_plan,
    split_label,
    split_labels,
)
from tracker.imports.formats.diary_spans import LineSpans, Span, read_spans
from tracker.imports.formats.diary_time import leading_length
from tracker.imports.formats.length_units import LENGTHS
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.clock_ranges import leading_range
from tracker.imports.rules.lengths import bare_number, read_length
from tracker.imports.rules.signs import simplify_signs

# Signs of bold, slanted and code: `**`, backticks, `_` at the edge of a word; pictures.
_EMPHASIS = re.compile(
    r"[*`]+|(?<![^\W_])_+|_+(?![^\W_])|[\u23e9-\u23ff\u2600-\u27bf\U0001f000-\U0001faff]"
)
# A comma without a blank: `2h,maths`, `30.8.2025,reading`, `9:00-10:00,11:00-12:00`.
_COMMA = re.compile(
    r"\u3001|(?<=\d),(?=[^\W\d]|\d{1,2}:)|(?<=[^\W\d]),(?=\d)|(?<=:\d\d)/(?=\d)"
)
# A length amid letters without blanks: `数学2時間30分`, `读书2个半小时`.
_AMID = re.compile(
    r"(?<![\d.:])\d+(?:\.\d+)?(?:[个個]?半?(?:時間|小[时時]|시간)(?:[半반]|\d+[分분][钟鐘間]?)?"
    r"|[分분][钟鐘間]?)"
)
# A number, or a word that may be one: `2h`, `half an hour`.
_NUMBER = re.compile(r"[\d\u00bc-\u00be\u534a]|\b(?:half|hour|halbe)\b", re.IGNORECASE)
# An aside at the beginning: `(8h) `, `(with Ben) - `.
_ASIDE = re.compile(r"\([^)]*\)\s*[:\u2013\u2014-]*\s*")
# What stands before the day in a heading: `Day 12: `, `Day 12 (`, `Day 12 - `.
_BEFORE_DAY = re.compile(r"(?::| [-\u2013\u2014|]| ?\() ?")
# Noon or midnight in a range: `noon - 1pm`, `11 to noon`.
_NOON = re.compile(
    r"\b(noon|midnight)(?= ?(?:[-\u2013]|to ) ?\d)"
    r"|(?:(?<=\d)|(?<=[ap]m)) ?(?:[-\u2013]|to) ?(noon|midnight)\b",
    re.IGNORECASE,
)
# A number or two without a unit: `1.5`, `18-23`.
_BARE = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?(?: ?[-\u2013] ?\d{1,2})?", re.ASCII)
EDGES = f"{BETWEEN}()[]"
MOST_WORDS = 6


class DiaryLine(NamedTuple):
    """A line of a log kept by hand.

    `day` is its day as written, `spans` how long or None, `text` all of it without
    emphasis, `title` what it says besides the day. `is_label` where a label such as
    `Time:` states the length, `is_bare` where a number without a unit is in its place.
    """

    text: str = ""
    day: str = ""
    spans: LineSpans | None = None
    title: str = ""
    is_label: bool = False
    is_bare: bool = False


def read_line(line: DiaryText) -> DiaryLine:
    """The content of a line."""
    if len(line.text) > LONGEST:
        return DiaryLine(line.text[:LONGEST])
    content = _COMMA.sub(", ", _EMPHASIS.sub("", unescape(line.text)))
    if not _NUMBER.search(content):
        return DiaryLine(" ".join(content.split()))
    text = " ".join(_AMID.sub(r" \g<0> ", content).split())
    text = _NOON.sub(_in_digits, text)
    if is_sum_name(text):
        return DiaryLine(text)
    found = _labelled(text) or _begins_with_period(text)
    found = found or _begins_with_day(text, line)
    if found is None and line.level < PLAIN and not PERIOD.search(text):
        found = _heading_day(text, line)
    if found is None:
        found = _undated(text)
    return found._replace(text=text, day=simplify_signs(found.day))


def _in_digits(noon: re.Match[str]) -> str:
    word = noon[1] or noon[2]
    return noon[0].replace(word, "12pm" if word[0] in "nN" else "12am")


def _labelled(text: str) -> DiaryLine | None:
    """The day or the spans after a label: `Date: 1.2.2026`, `Time: 2 h`, `Hours: 3`.

    Of several labels in a line: `Date: 1.2.2026 Time: 2 h What: reading`.
    """
    labels = split_labels(text)
    parts = {label.part: label.value for label in labels}
    stated = next((parts[part] for part in ("time", *LENGTHS) if part in parts), "")
    day = parts.get("day", "")
    if len(labels) > 1 and "day" in parts and stated and is_day(day or "1.1.2000"):
        spans = read_spans(f"{stated} {text[text.index(labels[-1].name) :]}")
        return DiaryLine(day=day, spans=spans) if spans else None
    label = split_label(text)
    if label is None:
        return None
    if label.part == "day" and is_day(label.value):
        return DiaryLine(day=label.value)
    if label.part != "time" and label.part not in LENGTHS:
        return None
    number, _, note = simplify_signs(label.value).partition(" ")
    unit = LENGTHS.get(label.part)
    if bare_number(number) is not None and (not note or note[0] in "(-"):
        spans = (
            _one(Span(f"{number} {unit}", note=note.strip(BETWEEN))) if unit else None
        )
        return DiaryLine(spans=spans, is_label=True, is_bare=not unit)
    spans = read_spans(label.value)
    if spans is None and unit is not None and read_length(label.value, "") is not None:
        spans = _one(Span(label.value))
    return DiaryLine(spans=spans, is_label=True) if spans and spans.leads else None


def _one(span: Span) -> LineSpans:
    return LineSpans((span,), leads=True)


def _begins_with_period(text: str) -> DiaryLine | None:
    """The days of one month that a text begins with, as its day, which is none."""
    days = days_of_month(text)
    if not days:
        return None
    rest = text[len(days) :].lstrip(BETWEEN)
    return DiaryLine(day=days, spans=_spans_of_day(rest), title=rest)


def _begins_with_day(text: str, line: DiaryText) -> DiaryLine | None:
    """The day that a text begins with, and its spans, if any.

    A period of several days is returned as it is: it is no day.
    """
    is_long = leading_range(text) or leading_length(
        simplify_signs(text.lstrip(BETWEEN))
    )
    is_due = is_plan(text.partition(":")[0])  # `Due: 3 March 2026`
    words = [] if is_long or is_due else text.split(" ")
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        day = " ".join(word for word in words[:count] if word.strip(BETWEEN))
        day = day.strip(BETWEEN)
        if not (_NUMBER.search(day) and is_day(day)) or is_word(words[count - 1]):
            continue
        after = " ".join(words[count:])
        rest = without_weekday(after.lstrip(BETWEEN))
        dated = _dated(day, rest)
        if line.level == PLAIN and _BARE.fullmatch(day):
            if not rest:
                return DiaryLine(is_bare=True)  # `2.5` is a number rather than a day
            leads = dated and dated.spans and dated.spans.leads
            dated = dated if leads else None
        if dated:
            return dated
        sign = words[count - 1][-1:] + after[:1]
        if _may_have_title(day, line, has_sign=any(map(sign.count, BETWEEN[1:]))):
            return DiaryLine(day=day, title=after.strip(BETWEEN))
    like = LIKE_DAYS.match(text)
    spans = _spans_of_day(text[like.end() :].lstrip(BETWEEN)) if like else None
    if like and spans and spans.leads:
        return DiaryLine(day=like[0].strip(BETWEEN), spans=spans)
    return None


def _dated(day: str, rest: str) -> DiaryLine | None:
    """A line with a day and what follows, if that is nothing or how long."""
    if not rest or (_BARE.fullmatch(rest) and has_year(day)):
        return DiaryLine(day=day, is_bare=bool(rest))
    first, _, after = rest.partition(" ")
    spans, last_day = _spans_of_day(rest), first.rstrip(":,")
    if is_day(last_day) and not (spans and spans.leads):
        spans, day = _spans_of_day(after.lstrip(BETWEEN)), f"{day} - {last_day}"
    return DiaryLine(day=day, spans=spans, title=spans.spans[0].note) if spans else None


def _may_have_title(day: str, line: DiaryText, *, has_sign: bool) -> bool:
    """Whether words after a day are its title: `## 9 April: Backprop`.

    It has a year, or names its month, and is a heading, or a sign parts it from them.
    """
    is_sure = has_year(day) or any(map(str.isalpha, day))
    return is_sure and (line.level < PLAIN or (has_sign and not line.is_bullet))


def _heading_day(text: str, line: DiaryText) -> DiaryLine | None:
    """The day inside a heading that has one: `First exercise (2026-04-09)`."""
    days = list(FULL_DAY.finditer(text))
    for sign in () if days else _BEFORE_DAY.finditer(text):
        before, after = text[: sign.start()], text[sign.end() :]
        named = (
            None
            if is_day(before)
            else _begins_with_day(after.replace(")", "", 1), line)
        )
        if named and _may_have_title(named.day, line, has_sign=True):
            return named._replace(title=f"{before} {named.title}".strip())
    if len(days) != 1:
        return None
    before, after = text[: days[0].start()], text[days[0].end() :]
    title = f"{before.strip(EDGES)} {without_weekday(after.strip())}".strip(EDGES)
    spans = _spans_of_day(after.lstrip(EDGES))
    return DiaryLine(
        day=days[0][0], spans=spans if spans and spans.leads else None, title=title
    )


def _spans_of_day(text: str) -> LineSpans | None:
    """The spans after a day, perhaps after an aside: `(8h) 5h`, where 8h is the sum."""
    aside = _ASIDE.match(text)
    after = read_spans(text[aside.end() :]) if aside else None
    return after if after and after.leads else read_spans(text)


def _undated(text: str) -> DiaryLine:
    """The spans of a line without a day, or with its day after the length."""
    spans = read_spans(text)
    if spans is None or len(spans.spans) > 1:
        return DiaryLine(spans=spans)
    span = spans.spans[0]
    if PERIOD.search(span.note) and not PERIOD.sub("", span.note).strip(" 0123456789"):
        return DiaryLine()  # a sum: `Week 1 (9 h)`
    first, _, rest = span.note.lstrip("(").partition(" ")
    is_parted = first[-1:] in (":", ")", ",")
    for day, note in (
        (span.note, first if is_word(first) else ""),
        (first.strip("():,") if is_parted else "", rest),
    ):
        if spans.leads and any(map(str.isdigit, day)) and is_day(day):
            dated = span._replace(note=note.strip(BETWEEN))
            return DiaryLine(day=day, spans=spans._replace(spans=(dated,)))
    return DiaryLine(spans=spans)
