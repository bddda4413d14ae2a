"""Lengths and ranges of times inside a line or a cell: `2h 30 min`, `9:00-10:30`."""

import re
from typing import NamedTuple

from tracker.imports.rules import clock_ranges
from tracker.imports.rules.clock_ranges import has_range
from tracker.imports.rules.lengths import read_length

# A bracket without a blank before it: `maths(2h)`.
_GLUED = re.compile(r"(?<=\w)\(")
# A length with a bound, or two: `<2h`, `2-3 hours`, `noin 1-2 h`.
_BOUNDS = re.compile(
    r"(?:[<>] ?|(?:~ ?|noin )?\d+(?:[.,]\d+)? ?(?:[-\u2013\u2014]|to) ?)"
    r"(\d+(?:[.,]\d+)?\+? ?[^\W\d_]+)",
    re.IGNORECASE,
)
_ENDS = " .;,)]"
# A length in doubt: `2h?`.
_DOUBTED = re.compile(r"(\d+(?:[.,]\d+)? ?[^\W\d_]+)\?")
# A number without a unit before a range: `1.5 - ` of `1.5 - 9:00-10:30`.
_NUMBER = re.compile(r"(?!\d+:\d)\d{1,2}(?:[.,]\d{1,2})? ?[-\u2013:|] ?")
# The same at the end of a text.
_BOUNDS_LAST = re.compile(rf"{_BOUNDS.pattern}[{re.escape(_ENDS)}]*$", re.IGNORECASE)
_BETWEEN = " \t:,;|\u2013\u2014-"
_OPENING, _CLOSING = f"{_BETWEEN}(", ":,;|)\u2013\u2014-="
# What separates a length from the words before it: `maths - `, `maths (`.
_PARTED = re.compile(r"[-\u2013\u2014:,;(|~\u2248\[]\s*$")
# A number with a word after it: `2h`, `1.5 hours`, `3 students`.
_MENTION = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)? ?[^\W\d_]+")
LONGEST, UNPARTED, NEAR = 5, 2, 60


class Span(NamedTuple):
    """A length as written, or a start and an end (empty while open), or both.

    `name` is the text before it and a colon; `note` is the rest of the text.
    """

    length: str = ""
    clock: str = ""
    end_clock: str = ""
    note: str = ""
    name: str = ""


def leading_span(text: str) -> Span | None:
    """The span that a text begins with: a range, a length, or both; None for neither.

    A number without a unit before a range says the same, and is left out.
    """
    text = text.lstrip(_OPENING)
    if span := leading_range(text):
        length, rest = _length(span.note.lstrip(f"{_OPENING}>"))
        if length and rest.strip()[:1] in ("", *_CLOSING):
            return span._replace(length=length, note=_rest(rest))
        return span
    length, rest = _length(text)
    if not length:
        number = _NUMBER.match(text)
        return leading_range(text[number.end() :]) if number else None
    after = leading_range(rest.lstrip(_OPENING))
    if after:
        return after._replace(length=length)
    return Span(length, note=_rest(rest))


def trailing_span(text: str, *, parted: bool = True) -> Span | None:
    """The length that a text ends with.

    `parted`: only if a dash, a colon, a bracket or the like is before it.
    """
    text = _GLUED.sub(" (", text)
    words = text.rstrip(_ENDS).split(" ")
    for count in range(min(LONGEST, len(words) - 1), 0, -1):
        length = " ".join(words[-count:]).lstrip("([")
        before = " ".join(words[:-count])
        cut = before + (" (" if words[-count][:1] in "([~" else "")
        can_follow = _PARTED.search(cut) or (not parted and count <= UNPARTED)
        if can_follow and is_length(length):
            return Span(length, note=before.strip(_OPENING))
    match = _BOUNDS_LAST.search(text, max(0, len(text) - NEAR))
    if match and is_length(match[1]) and _PARTED.search(text[: match.start()]):
        return Span(match[0].rstrip(_ENDS), note=text[: match.start()].strip(_OPENING))
    return None


def trailing_range(text: str) -> Span | None:
    """The range of times with both ends that a text ends with: `ppo 20:00-21:30`."""
    words = text.rstrip(_ENDS).split(" ")
    for count in range(min(LONGEST, len(words) - 1), 0, -1):
        span = leading_range(" ".join(words[-count:]).lstrip("(["))
        if span and span.end_clock and not span.note:
            return span._replace(note=" ".join(words[:-count]).strip(_OPENING))
    return None


def leading_range(text: str) -> Span | None:
    """The range of times that a text begins with; None where there is none."""
    found = clock_ranges.leading_range(text)
    if found is None:
        return None
    return Span(clock=found.start, end_clock=found.end, note=_rest(found.rest))


def _rest(text: str) -> str:
    """The rest of a text, without the signs at its edges or half a pair of brackets."""
    rest = text.strip(_BETWEEN)
    if rest.startswith(")"):
        rest = rest[1:].strip(_BETWEEN)
    if rest.endswith(("(", ")")) and rest.count("(") != rest.count(")"):
        return rest[:-1].rstrip(_BETWEEN)
    return rest


def is_length(text: str) -> bool:
    """Whether a text is a length with its unit, of a minute or more, or zero.

    `9:30` may be a time of day.
    """
    length = None if ":" in text else read_length(text, "")
    return length is not None and (length >= 60 or length == 0)


def has_length(text: str) -> bool:
    """Whether a text has a length with its unit, or a range of times, anywhere."""
    if any(is_length(match[0]) for match in _MENTION.finditer(text)):
        return True
    return has_range(text)


def _length(text: str) -> tuple[str, str]:
    """The length that a text begins with, and the rest; both empty for none.

    It may be in doubt (`2h?`) or have bounds (`2-3 hours`).
    """
    words = _GLUED.sub(" (", text).split(" ")
    for count in range(min(LONGEST, len(words)), 0, -1):
        length = " ".join(words[:count]).rstrip(":,;.)")
        if is_length(length):
            return length, text[len(length) :]
    if (match := _BOUNDS.match(text) or _DOUBTED.match(text)) and is_length(match[1]):
        return match[0], text[match.end() :]
    return "", ""
