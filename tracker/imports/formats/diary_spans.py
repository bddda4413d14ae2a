"""How long the things in a line took: one length or several, perhaps with their sum."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tracker.imports.formats.diary_labels import (
    BETWEEN,
    is_name,
    is_of_others,
    split_label,
)
from tracker.imports.formats.diary_time import Mention, find_mentions
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.text.amounts import say_amount

_OPENING = f"{BETWEEN}([>~#\u2192"
_CLOSING = f"{_OPENING}.)]"
_EDGES = f"{BETWEEN}#>"
# A number without a unit before a length or times: `1.5 - ` of `1.5 - 9:00-10:30`.
_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d{1,2})? ?[-\u2013:|]? ?")
# What stands between two entries of a line: `, `, ` + `, ` and `.
_COMMA = r"(?:[,;+&/|\u3001]|\b(?:and|und|ja|et|og|och|y)\b)"
_LAST_COMMA = re.compile(rf"\s*{_COMMA}\s*$", re.IGNORECASE)
_FIRST_COMMA = re.compile(rf"\s*{_COMMA}\s*", re.IGNORECASE)
# What makes a length a part of another: `2h maths, of which 45m ppo`.
_PART_OF = re.compile(
    r"\b(?:of (?:which|that|it|them)|incl|thereof|davon|inkl|dont|joista)|其中|うち",
    re.IGNORECASE,
)
# What is between the last part and its sum: `, total `, ` (`, ` = `.
_LAST_WORDS = re.compile(r"(?:,[^,]*|[\s=([>\u2192-]+)$")


class Span(NamedTuple):
    """A length as written, or a start and an end (empty while open), or both.

    `name` is the text before it and a colon; `note` is the rest of the text.
    """

    length: str = ""
    clock: str = ""
    end_clock: str = ""
    note: str = ""
    name: str = ""


class LineSpans(NamedTuple):
    """How long the things in a line took: a span for each.

    `leads` where nothing is before them. `has_more` where the line names a length
    besides. A `fault` says why they are no entries.
    """

    spans: tuple[Span, ...]
    leads: bool
    has_more: bool = False
    fault: str = ""


class _Pieces(NamedTuple):
    """A text cut up: its mentions, and the texts before, between and after them."""

    mentions: list[Mention]
    texts: list[str]


def read_spans(text: str) -> LineSpans | None:
    """The spans of a text; None where it has none, or it is not clear of what.

    `1h30m maths, 45m ppo` is two. `8:00-10:00, 12:00-15:00 (5h)` is two with their sum.
    `2h maths, of which 45m ppo` is one, and names a length besides.
    """
    pieces, fault = _without_sum(_with_lengths(_cut(text)))
    if not pieces.mentions:
        return None
    has_more = len(pieces.mentions) > 1
    if has_more and (spans := _list(pieces)):
        return spans._replace(fault=fault)
    first = pieces.mentions[0]
    line = _single(
        first, pieces.texts[0], text[first.end :] if has_more else pieces.texts[1]
    )
    is_clear = line and (line.leads or line.spans[0].name or not has_more)
    return line._replace(has_more=has_more, fault=fault) if line and is_clear else None


def _cut(text: str) -> _Pieces:
    mentions = find_mentions(text)
    starts = [0, *(mention.end for mention in mentions)]
    ends = [*(mention.start for mention in mentions), len(text)]
    texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return _Pieces(mentions, texts)


def _with_lengths(pieces: _Pieces) -> _Pieces:
    """Each range of times joined with the length beside it: `10:00-16:00 (6h)`."""
    joined = _Pieces([], pieces.texts[:1])
    for mention, after in zip(pieces.mentions, pieces.texts[1:], strict=True):
        words = joined.texts[-1].strip(_OPENING)
        is_end = not after.strip(_CLOSING)
        if joined.mentions and _are_one(
            joined.mentions[-1],
            mention,
            is_beside=not words
            and (is_end or bool(mention.clock) or after.lstrip()[0] in _CLOSING),
            are_all=is_end and len(pieces.mentions) == 2,
        ):
            last = joined.mentions.pop()
            times = last if last.clock else mention
            length = last.length or mention.length
            joined.mentions.append(
                times._replace(start=last.start, end=mention.end, length=length)
            )
            joined.texts[-1] = f"{words} {after}" if words else after
        else:
            joined.mentions.append(mention)
            joined.texts.append(after)
    return joined


def _are_one(
    last: Mention, mention: Mention, *, is_beside: bool, are_all: bool
) -> bool:
    """Whether a range and a length are of one stretch: beside, or around its words."""
    if bool(last.clock) == bool(mention.clock) or (last.clock and last.length):
        return False
    return is_beside or (are_all and bool(last.clock))


def _without_sum(pieces: _Pieces) -> tuple[_Pieces, str]:
    """The pieces without the sum that the line states, and a fault if that is wrong."""
    (mentions, texts), fault = pieces, ""
    times = [mention for mention in mentions if mention.clock]
    stated = [mention for mention in times if mention.length]
    if len(mentions) == len(times) > 1 and len(stated) == 1:
        parts = [mention._replace(length="") for mention in mentions]
        total, own = stated[0], parts[mentions.index(stated[0])]
        if own.seconds == total.seconds:
            return pieces, ""
    elif len(mentions) > 2 and not mentions[-1].clock and _is_sum(texts[-2], texts[-1]):
        *parts, total = mentions
        *texts, last, after = texts
        after = "" if is_sum_name(after.strip(_CLOSING)) else after.lstrip(_CLOSING)
        texts.append(f"{_LAST_WORDS.sub('', last)} {after}")
    elif len(mentions) > 2 and not mentions[0].clock and _is_sum_before(texts[1]):
        total, *parts = mentions
        texts = [texts[0], *texts[2:]]
    else:
        return pieces, ""
    together = sum(part.seconds or 0 for part in parts)
    if together != total.seconds:
        fault = f"its sum of {total.length} is not that of its parts, {say_amount(together)}"
    return _Pieces(parts, texts), fault


def _is_sum(before: str, after: str) -> bool:
    """Whether the last length is a sum: ` = 3h`, ` (3h)`, `, total 3h`, `, 3h in all`."""
    words = before.rpartition(",")[2].strip(_CLOSING)
    names = words, after.strip(_CLOSING)
    is_bracket = before.rstrip()[-1:] in ("(", "[") and after.lstrip()[:1] in (")", "]")
    return (
        is_bracket or before.rstrip()[-1:] in "=>\u2192" or any(map(is_sum_name, names))
    )


def _is_sum_before(after: str) -> bool:
    """Whether the first length is a sum: `3h: `, `3h (`, `3h = `, `3h in total: `."""
    words = after.strip(_OPENING)
    return (
        bool(after.strip())
        and (not words or is_sum_name(words))
        and after.rstrip()[-1] in ":(=["
    )


def _list(pieces: _Pieces) -> LineSpans | None:
    """The spans of a text that lists lengths alone, or times alone, with commas."""
    mentions, (before, *between, after) = pieces
    are_alike = len({bool(mention.clock) for mention in mentions}) == 1
    if not are_alike or any(map(_PART_OF.search, (*between, after))):
        return None
    name, before = _name_before(before)
    are_bare = bool(mentions[0].clock)  # blanks alone may be between times
    if not before.strip(_OPENING) and all(
        _LAST_COMMA.search(text) or (are_bare and not text.strip()) for text in between
    ):
        notes = [*(_LAST_COMMA.sub("", text) for text in between), after]
        notes = _filled(notes[::-1])[::-1]
    elif not after.strip(_CLOSING) and all(map(_FIRST_COMMA.match, between)):
        notes = _filled([before, *(_FIRST_COMMA.sub("", text) for text in between)])
    else:
        return None
    spans = [
        _span(mention, note, name)
        for mention, note in zip(mentions, notes, strict=True)
    ]
    return LineSpans(tuple(spans), leads=not (name or before.strip(_OPENING)))


def _filled(notes: Iterable[str]) -> list[str]:
    """Notes, of which a blank one is that before it."""
    filled = [""]
    for note in notes:
        filled.append(note if note.strip(_CLOSING) else filled[-1])
    return filled[1:]


def _single(mention: Mention, before: str, after: str) -> LineSpans | None:
    """The span of a mention that leads, has a name before it, or ends its text."""
    number = _NUMBER.fullmatch(before.lstrip(_OPENING))
    if number and number[0]:
        before = ""
        if not mention.clock:
            mention = mention._replace(length=f"{number[0]}{mention.length}")
    name, words = _name_before(before)
    label = split_label(words)
    if label and is_of_others(label.name):
        return None
    if not words.strip(_OPENING):
        return LineSpans((_span(mention, after, name),), leads=not name)
    if not after.strip(_CLOSING) and (mention.length or mention.end_clock):
        return LineSpans((_span(mention, words, name),), leads=False)
    word = words.strip()
    if word.isalpha() and is_name(word) and mention.length:
        return LineSpans(
            (_span(mention, f"{word} {after.strip()}", name),), leads=False
        )
    return None


def _name_before(text: str) -> tuple[str, str]:
    """The name before a colon, and the text after it; the name is empty without one."""
    label = split_label(text)
    return (label.name, label.value) if label and is_name(label.name) else ("", text)


def _span(mention: Mention, note: str, name: str) -> Span:
    """A span with its note: without the signs at its edges, or half a pair of brackets."""
    note = note.strip(_EDGES)
    if note.startswith((")", "]")):
        note = note[1:].strip(_EDGES)
    if note.endswith(("(", ")")) and note.count("(") != note.count(")"):
        note = note[:-1].rstrip(_EDGES)
    note = note if any(map(str.isalnum, note)) else ""
    return Span(mention.length, mention.clock, mention.end_clock, note, name)
