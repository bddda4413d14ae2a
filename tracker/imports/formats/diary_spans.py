"""How long the things in a line took: one length or several, perhaps with their sum."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tracker.imports.formats.diary_labels import (
    BETWEEN,
    has_break,
    is_name,
    is_no_work,
    is_of_others,
    split_label,
)
from tracker.imports.formats.diary_pieces import (
    CLOSING,
    OPENING,
    Pieces,
    cut,
    without_sum,
)
from tracker.imports.formats.diary_time import Mention
from tracker.imports.formats.headers import is_not_worked_word, plain_header
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.dates import is_plausible, read_numbers

_EDGES = f"{BETWEEN}#>"
# The end of words before a length that was not worked, or is a bound: ` not`, `up to`.
_DENIED = re.compile(
    r"\b(?:no|not|without|instead of|should have done|at least|up to|pp\.)$"
)
# A number without a unit before a length or times: `1.5 - ` of `1.5 - 9:00-10:30`.
_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d{1,2})? ?[-\u2013:|]? ?")
# What stands between two entries of a line: `, `, ` + `, ` and `.
_COMMA = r"(?:[,;+&]|\b(?:and|und|ja|et|og|och|y)\b)"
_LAST_COMMA = re.compile(rf"(?:(?<!\s)\s++)?{_COMMA}\s*+$", re.IGNORECASE)
_FIRST_COMMA = re.compile(rf"(?:(?<![\s)\]])[\s)\]]++)?{_COMMA}\s*+", re.IGNORECASE)
# What makes a length a part of another: `2h maths, of which 45m ppo`.
_PART_OF = re.compile(
    r"\b(?:of (?:which|that|it|them)|incl|thereof|davon|inkl|dont|joista)|其中|うち",
    re.IGNORECASE,
)


# What makes a length a part of a count, or one of prose: `3 x 25 min`, `after 4h`.
_NOT_SPENT = re.compile(
    r"(?:\d ?[x\u00d7]|\b(?:after|in|within|every|per|next|last|since|late|nach|seit"
    r"|binnen|innerhalb|dans|apr\u00e8s|takes?|needs?|needed|aim(?:ed|ing)? for"
    r"|(?:supposed to|should) be|(?:timer|(?:[2-9]|\d\d) [^\W\d_]+) (?:of|for|\u00e0|je)))"
    r" ?$|^(?=[^=\u03a3\u2211]*+[=\u03a3\u2211])\W*+(?:\u03a3\W*+)?$",
    re.IGNORECASE,
)
# What makes it one of many, or a moment: `2h/day`, `25 min x 4`, `2 hours later`.
_OF_MANY = re.compile(
    r" ?(?:/ ?|(?:per|a|pro|par|each|every) )(?:day|week|month|page|tag|woche|jour)\b"
    r"| ?(?:[^\W\d]+ )?[x\u00d7] ?\d| (?:later|ago|behind|into|away)\b| late\W*$",
    re.IGNORECASE,
)
# What a length comes off that is not read: `9-12, 13-17 minus 30 min`.
_MINUS = re.compile(r"\b(?:minus|less|abzgl\.?|abz\u00fcglich|moins) $", re.IGNORECASE)
# Minutes taken off times: ` (-15 min)`, ` - 30 min`.
_LESS = re.compile(r"(?<!\S)\(?[-\u2212]\d|^\s*\(?[-\u2212\u2013]\s*$")
# The last words of a note, in brackets: `maths (cancelled)`.
_BRACKET = re.compile(r"\(([^()]*)\)$")
# A word between two lengths where words have no blanks: `数学 3h 英语 1h`.
_EASTERN_WORD = re.compile(r"\s*[\u3040-\u9fff\uac00-\ud7af]+\s*")
BREAK = "has a break beside its times"


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


def read_spans(text: str) -> LineSpans | None:
    """The spans of a text; None where it has none, or it is not clear of what.

    `1h30m maths, 45m ppo` is two. `8:00-10:00, 12:00-15:00 (5h)` is two with their sum.
    `2h maths, of which 45m ppo` is one, and names a length besides. Breaks are none.
    """
    pieces, fault = without_sum(cut(text))
    texts = pieces.texts
    if any(map(_NOT_SPENT.search, texts[:-1])) or any(map(_OF_MANY.match, texts[1:])):
        return None
    if not pieces.mentions or _MINUS.search(texts[0]):
        return None
    first, has_more = pieces.mentions[0], len(pieces.mentions) > 1
    line = _list(pieces) if has_more else None
    if line is None:
        after = text[first.end :] if has_more else pieces.texts[1]
        line = _single(first, pieces.texts[0], after, is_alone=not has_more)
    else:
        has_more = False
    spans = (
        tuple(span for span in line.spans if not _is_no_work(span.note)) if line else ()
    )
    if line is None or not spans:
        return None
    if first.clock and _has_break_beside(first, texts[1:], has_more=has_more):
        fault = fault or BREAK
    has_more = has_more or len(spans) < len(line.spans)
    return LineSpans(spans, line.leads, has_more=has_more, fault=fault)


def _has_break_beside(first: Mention, texts: list[str], *, has_more: bool) -> bool:
    """Whether times have a break or a minus beside them, which may be off or not."""
    together = first._replace(length="").seconds or 0
    is_short = bool(first.length) and 2 * (first.seconds or 0) < together
    is_break = (has_more or is_short) and has_break(" ".join(texts))
    return is_break or _LESS.search(texts[0]) is not None


def _list(pieces: Pieces) -> LineSpans | None:
    """The spans of a text that lists lengths alone, or times alone, with commas."""
    mentions, (before, *between, after) = pieces
    are_alike = len({bool(mention.clock) for mention in mentions}) == 1
    if not are_alike or any(map(_PART_OF.search, (*between, after))):
        return None
    name, rest = _name_before(before)
    are_bare = bool(mentions[0].clock)  # blanks alone may be between times
    if not rest.strip(OPENING) and all(
        _LAST_COMMA.search(text) or (are_bare and not text.strip(" /|"))
        for text in between
    ):
        notes = [*(_LAST_COMMA.sub("", text) for text in between), after]
        pairs = [(name, note) for note in _filled(notes[::-1])[::-1]]
    elif not after.strip(CLOSING) and (
        all(map(_FIRST_COMMA.match, between))
        or all(map(_EASTERN_WORD.fullmatch, (before, *between)))
    ):
        notes = [before, *(_FIRST_COMMA.sub("", text) for text in between)]
        pairs = [_name_before(note) for note in _filled(notes)]
    else:
        return None
    spans = [_span(*three) for three in zip(mentions, pairs, strict=True)]
    if any(is_plausible(read_numbers(span.note)) for span in spans):
        return None  # `2026-04-06: 2h, 2026-04-07: 3h`
    return LineSpans(tuple(spans), leads=not before.strip(OPENING))


def _filled(notes: Iterable[str]) -> list[str]:
    """Notes, of which a blank one is that before it."""
    filled = [""]
    for note in notes:
        filled.append(note if note.strip(CLOSING) else filled[-1])
    return filled[1:]


def _single(
    mention: Mention, before: str, after: str, *, is_alone: bool
) -> LineSpans | None:
    """The span of a mention that leads, has a name before it, or ends its text.

    `is_alone` where the text has no other.
    """
    number = _NUMBER.fullmatch(before.lstrip(OPENING))
    if number and number[0]:
        before = ""
        if not mention.clock:
            mention = mention._replace(length=f"{number[0]}{mention.length}")
    name, words = _name_before(before)
    label, word = split_label(words), words.strip()
    if (label and is_of_others(label.name)) or before[-1:] in ("-", "\u2212"):
        return None
    if is_sum_name(word) or is_no_work(word.rpartition(",")[2]) or _denies(word):
        return None
    if not word.strip(OPENING):
        return LineSpans((_span(mention, (name, after)),), leads=not name)
    ends = not after.strip(CLOSING) and (mention.length or mention.end_clock)
    if ends and is_alone:
        return LineSpans((_span(mention, (name, words)),), leads=False)
    if word.isalpha() and is_name(word) and mention.length and is_alone:
        note = f"{word} {after.strip()}"
        return LineSpans((_span(mention, (name, note)),), leads=False)
    return None


def _denies(words: str) -> bool:
    """Whether words before a length say that it was none, or only expected or a bound.

    `paper (est.`, `not`, `instead of`, `at least`.
    """
    if _DENIED.search(words.casefold()):
        return True
    aside = plain_header(words.rpartition("(")[2]) if "(" in words else ""
    return is_not_worked_word(aside)


def _is_no_work(note: str) -> bool:
    """Whether a note, or what it has in brackets at its end, says so: `(cancelled)`."""
    bracket = _BRACKET.search(note)
    return is_no_work(note) or (bracket is not None and is_no_work(bracket[1]))


def _name_before(text: str) -> tuple[str, str]:
    """The name before a colon, and the text after it; the name is empty without one."""
    label = split_label(text)
    return (label.name, label.value) if label and is_name(label.name) else ("", text)


def _span(mention: Mention, words: tuple[str, str]) -> Span:
    """A span with its name and note.

    The note has no signs at its edges, nor half a pair of brackets.
    """
    name, note = words
    note = note.strip(_EDGES).removeprefix(". ").lstrip(_EDGES)
    if note.startswith((")", "]")):
        note = note[1:].strip(_EDGES)
    if note.endswith(("(", ")")) and note.count("(") != note.count(")"):
        note = note[:-1].rstrip(_EDGES)
    note = note if any(map(str.isalnum, note)) else ""
    return Span(mention.length, mention.clock, mention.end_clock, note, name)
