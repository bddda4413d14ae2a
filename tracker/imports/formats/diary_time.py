"""Lengths and ranges of times anywhere in a line: `2h 30 min`, `9:00-10:30`."""

import re
from typing import NamedTuple

from tracker.imports.rules.clock_ranges import leading_range
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.signs import simplify_signs
from tracker.limits import DAY

# Where a length or a range may begin: `2h`, `~ 2h`, `klo 9-11`, `half an hour`.
_BEGINNING = re.compile(
    r"(?:(?<![\w.,:/+])(?<!\S-)|(?<=\d[x\u00d7]))(?:(?:[~\u2248<]|(?<![=-])>|(?:ca\.?|circa|about|approx\.?|around|etwa|noin"
    r"|klo(?: n\.)?|kl\.?|um|von|from|between|de)(?= )) ?)?"
    r"(?=[\d\u00bc-\u00be]|\.\d|half an hour|(?:an|one) hour|one and a half|halbe "
    r"|\u534a(?:\u5c0f|\u6642))",
    re.IGNORECASE,
)
# A length with a bound, or two, or in doubt: `<2h`, `2-3 hours`, `1h or 2h`, `2h?`.
_BOUNDS = re.compile(
    r"(?:[<>] ?|(?:~ ?|noin )?\d+(?:[.,]\d+)?(?:-| ?[^\W\d_]+ ?[-/] ?"
    r"|(?: ?[^\W\d_]+)? (?:to|or|bis|oder) ))(\d+(?:[.,]\d+)?\+? ?[^\W\d_]+)\??"
    r"|(\d+(?:[.,]\d+)? ?[^\W\d_]+)\?",
    re.IGNORECASE,
)
# A length or a time of day, minutes or metres, a rate, or a number in words:
# `1:30h`, `800 m`, `2h/day`, `三小时`, `45'`.
_UNCLEAR = re.compile(
    r"\d:\d\d ?(?:h|hrs?|hours?|std)\b|(?<![\d.,])\d{3,} m\b|\d ?(?:h|min)/"
    r"|[一二两兩三四五六七八九十半][个個]?半?(?:小[时時]|時間)|\d'(?!\w)",
    re.IGNORECASE,
)
MOST_WORDS = 5


class Mention(NamedTuple):
    """A length as written, or a start and an end (empty while open), or both.

    It is in a text from `start` to `end`.
    """

    start: int
    end: int
    length: str = ""
    clock: str = ""
    end_clock: str = ""

    @property
    def seconds(self) -> int | None:
        """How long it is: by its length, else by its times; None where it is open."""
        if self.length:
            return read_length(self.length, "")
        first, last = read_clock(self.clock), read_clock(self.end_clock)
        return None if first is None or last is None else (last - first) % DAY


def find_mentions(text: str) -> list[Mention]:
    """All lengths and ranges in a text, each as long as can be, from left to right.

    Of a range without an end only the first.
    """
    mentions: list[Mention] = []
    at, plain = 0, simplify_signs(text)
    while beginning := _BEGINNING.search(plain, at):
        mention = _mention(plain, beginning.start())
        if mention and (mention.length or mention.end_clock or not mentions):
            mentions.append(mention)
            at = mention.end
        else:
            at = beginning.start() + 1
    return mentions


def _mention(text: str, at: int) -> Mention | None:
    """The range or the length that is in a text from a place on."""
    rest = text[at:]
    if found := leading_range(rest):
        end = len(text) - len(found.rest)
        return Mention(at, end, clock=found.start, end_clock=found.end)
    length = leading_length(rest)
    return Mention(at, at + len(length), length) if length else None


def leading_length(text: str) -> str:
    """The length that a text begins with; empty for none."""
    bounds = _BOUNDS.match(text)
    if bounds and is_length(bounds[1] or bounds[2]):
        return bounds[0]
    words = text.partition("(")[0].split(" ", MOST_WORDS)[:MOST_WORDS]
    for count in range(len(words), 0, -1):
        length = " ".join(words[:count]).rstrip(" ,;.:)]|\"'")
        if is_length(length):
            return length
    return ""


def is_length(text: str) -> bool:
    """Whether a text is a length with its unit, of a minute or more, or zero.

    `9:30` may be a time of day.
    """
    is_unclear = ":" in text or (text[:1].isdigit() and _UNCLEAR.fullmatch(text))
    length = None if is_unclear else read_length(text, "")
    return length is not None and (length >= 60 or length == 0)


def has_length(text: str) -> bool:
    """Whether a text has a length with its unit, or a range of times, anywhere."""
    mentions = find_mentions(text)
    is_named = any(mention.length or mention.end_clock for mention in mentions)
    return is_named or _UNCLEAR.search(text) is not None
