"""A line cut at its lengths and times, with each sum beside its parts recognised."""

import re
from typing import NamedTuple

from tracker.imports.formats.diary_labels import BETWEEN
from tracker.imports.formats.diary_time import Mention, find_mentions
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.text.amounts import say_amount

OPENING = f"{BETWEEN}([>~#\u2192"
CLOSING = f"{OPENING}.)]"
MINUS = ("-", "\u2212", "\u2013")
# What is between the last part and its sum: `, total `, ` (`, ` = `.
_LAST_WORDS = re.compile(r"(?:,[^,]*|(?<![\s=([>\u2192-])[\s=([>\u2192-]++)$")


class Pieces(NamedTuple):
    """A text cut up: its mentions, and the texts before, between and after them."""

    mentions: list[Mention]
    texts: list[str]


def cut(text: str) -> Pieces:
    """A text cut at its mentions: `10:00-16:00 (6h)` is one."""
    mentions = find_mentions(text)
    starts = [0, *(mention.end for mention in mentions)]
    ends = [*(mention.start for mention in mentions), len(text)]
    texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return _with_lengths(Pieces(mentions, texts))


def _with_lengths(pieces: Pieces) -> Pieces:
    """Each range of times joined with the length beside it: `10:00-16:00 (6h)`."""
    joined = Pieces([], pieces.texts[:1])
    for mention, after in zip(pieces.mentions, pieces.texts[1:], strict=True):
        words = joined.texts[-1].strip(OPENING)
        is_end = not after.strip(CLOSING)
        if (
            joined.mentions
            and not _is_off(joined, mention)
            and _are_one(
                joined.mentions[-1],
                mention,
                is_beside=not words
                and (is_end or bool(mention.clock) or after.lstrip()[0] in CLOSING),
                are_all=is_end and len(pieces.mentions) == 2,
            )
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


def _is_off(joined: Pieces, mention: Mention) -> bool:
    """Whether a length may come off the times before it: `9:00-12:00 - 30 min`."""
    last = joined.mentions[-1]
    has_minus = bool(last.clock) and joined.texts[-1].strip(" (") in MINUS
    return has_minus and last.seconds != mention.seconds


def _are_one(
    last: Mention, mention: Mention, *, is_beside: bool, are_all: bool
) -> bool:
    """Whether a range and a length are of one stretch: beside, or around its words."""
    if bool(last.clock) == bool(mention.clock) or (last.clock and last.length):
        return False
    return is_beside or (are_all and bool(last.clock))


def without_sum(pieces: Pieces) -> tuple[Pieces, str]:
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
        after = "" if is_sum_name(after.strip(CLOSING)) else after.lstrip(CLOSING)
        texts.append(f"{_LAST_WORDS.sub('', last)} {after}")
    elif len(mentions) > 2 and not mentions[0].clock and _is_sum_before(texts[1]):
        total, *parts = mentions
        texts = [texts[0], *texts[2:]]
    else:
        return pieces, ""
    together = sum(part.seconds or 0 for part in parts)
    if together != total.seconds:
        fault = f"its sum of {total.length} is not that of its parts, {say_amount(together)}"
    return Pieces(parts, texts), fault


def _is_sum(before: str, after: str) -> bool:
    """Whether the last length is a sum: ` = 3h`, ` (3h)`, `, total 3h`, `, 3h in all`."""
    words = before.rpartition(",")[2].strip(CLOSING)
    names = words, after.strip(CLOSING)
    is_bracket = before.rstrip()[-1:] in ("(", "[") and after.lstrip()[:1] in (")", "]")
    return (
        is_bracket or before.rstrip()[-1:] in "=>\u2192" or any(map(is_sum_name, names))
    )


def _is_sum_before(after: str) -> bool:
    """Whether the first length is a sum: `3h: `, `3h (`, `3h = `, `3h in total: `."""
    words = after.strip(OPENING)
    return (
        bool(after.strip())
        and (not words or is_sum_name(words))
        and after.rstrip()[-1] in ":(=["
    )
