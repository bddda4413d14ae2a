"""Words typed in any order: how long, when, the day, tags, names, notes."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.word_kinds import kinds_of, without_before
from tracker.text.columns import quoted
from tracker.text.stretches import split_tags

# Kinds that are of the same point in time.
_EITHER = ({"point", "start"}, {"point", "end"})
# What may stand before the name of an item: `1h on fastai`.
FILLERS = ("on", "for", "of")
# Words in a row that are read as one; and words that are read at all.
_MOST_JOINED, _MOST_WORDS = 12, 24
_MOST_PARTS = 3  # such as amount, start and day
# A day that hours are written like, too: `1.30`.
_LIKE_HOURS = r"[0-9]{1,2}[.,][0-9]{1,2}"


class TypedWords(NamedTuple):
    """What typed words say, each part as typed; empty where nothing says it.

    `amount` is like `1h30m`, `times` is a range. A point in time is a `start` after `at`
    or before `for 1h`, an `end` after `until`, else a `point`. `names` are the single
    words that are nothing else, `phrases` the other texts in quotes.
    """

    names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    amount: str = ""
    times: str = ""
    start: str = ""
    end: str = ""
    point: str = ""
    day: str = ""
    tags: tuple[str, ...] = ()

    @property
    def has_length(self) -> bool:
        """Whether they say how long."""
        return bool(self.amount or self.times or (self.start and self.end))

    @property
    def moment(self) -> str:
        """The one point in time, where no length is expected: `yesterday 9:30`."""
        clock = self.start or self.end or self.point or self.amount
        return f"{self.day} {clock}".strip()


class _Part(NamedTuple):
    """The words from `first` up to `end`, read as a `kind`: a field of TypedWords."""

    kind: str
    first: int
    end: int

    def is_inside(self, other: "_Part") -> bool:
        """Whether it is a time among the words of a longer one."""
        within = other.first <= self.first and self.end <= other.end
        same = (self.first, self.end) == (other.first, other.end)
        return within and not same and self.kind not in ("times", "day")

    def conflicts(self, other: "_Part") -> bool:
        """Whether at most one of both can be meant."""
        if self.first < other.end and other.first < self.end:
            return True
        kinds = {self.kind, other.kind}
        if "times" in kinds:
            return kinds != {"times", "day"}
        return len(kinds) == 1 or kinds in _EITHER


def read_words(
    words: Sequence[str], moment: LocalMoment, item_names: Container[str] = ()
) -> TypedWords:
    """Which words say how long, when and on which day; in any order.

    As many words as possible are read so. `item_names`, in lower case, are names of
    items: such a word is read as nothing else. Raises Unreadable for an empty word, a
    tag that is none, two amounts or two days, and a name that could be a day as well.
    """
    tags, texts = _split_tags(words)
    typed = _read_texts(texts, moment, item_names)
    if len(typed.phrases) == 1 and not typed.has_length:
        place = texts.index(typed.phrases[0])
        split = [*texts[:place], *texts[place].split(), *texts[place + 1 :]]
        in_quotes = read_parts(split, moment, item_names)
        is_item = len(in_quotes.names) < 2 or _is_name(in_quotes.names, item_names)
        if in_quotes.has_length and (is_item or in_quotes.names == typed.names):
            typed = in_quotes
    if not typed.has_length and re.fullmatch(_LIKE_HOURS, typed.day):
        typed = typed._replace(names=(*typed.names, typed.day), day="")
    return typed._replace(tags=tags)


def without_commas(words: Sequence[str]) -> list[str]:
    """The words without a comma or semicolon at the end; a text in quotes stays."""
    texts = [word if " " in word else word.rstrip(",;") for word in words]
    return [text for text, word in zip(texts, words, strict=True) if text or not word]


def _is_name(words: Sequence[str], item_names: Container[str]) -> bool:
    """Whether the words together are the name of an item: `sleeper agents`."""
    return " ".join(words).casefold() in item_names


def read_parts(
    words: Sequence[str], moment: LocalMoment, item_names: Container[str]
) -> TypedWords:
    """What the single words of a text in quotes say; nothing for a long text."""
    if len(words) > _MOST_WORDS:
        return TypedWords()
    return _read_texts(words, moment, item_names)


def _split_tags(words: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The tags, also of `"+pair +deep"`, and the other words."""
    tags, texts = [], []
    for word in words:
        parts = word.split()
        if not parts:
            raise Unreadable("One of the words is empty.", "Type a name in its place.")
        if all(part.startswith("+") for part in parts):
            tags += parts
        else:
            texts.append(" ".join(parts))
    return split_tags(tags).tags, texts


def _read_texts(
    texts: Sequence[str], moment: LocalMoment, item_names: Container[str]
) -> TypedWords:
    """The texts, as far as they are no tags."""
    if len(texts) > _MOST_WORDS:
        message = f"{len(texts)} words are too many to read."
        raise Unreadable(message, 'Type a note in quotes: -n "lesson 3".')
    items = {at for at, text in enumerate(texts) if text.casefold() in item_names}
    best = _choose_parts(list(_find_parts(texts, moment, items)))
    if len(items) > 1:
        parts = list(_find_parts(texts, moment))
        _refuse_day_or_item(texts, items, _choose_parts(parts))
    taken = {at for part in best for at in range(part.first, part.end)}
    left = [at for at in range(len(texts)) if at not in taken]
    fillers = {at for at in left if at + 1 in left and texts[at].lower() in FILLERS}
    rest = [texts[at] for at in left if at not in fillers]
    spans = {part.kind: " ".join(texts[part.first : part.end]) for part in best}
    if "point" in spans and spans.get("amount", "").casefold().startswith("for "):
        spans["start"] = spans.pop("point")  # 18:00 for 1h
    fields = {kind: without_before(kind, text) for kind, text in spans.items()}
    names = tuple(text for text in rest if " " not in text)
    phrases = tuple(text for text in rest if " " in text)
    return TypedWords(names, phrases, **fields)  # type: ignore[arg-type]


def _find_parts(
    texts: Sequence[str], moment: LocalMoment, items: Container[int] = ()
) -> Iterator[_Part]:
    """All that can be read in words next to each other, without those at `items`."""
    for first in range(len(texts)):
        for end in range(first + 1, min(len(texts), first + _MOST_JOINED) + 1):
            if end - 1 in items:
                break
            text = " ".join(texts[first:end])
            for kind in kinds_of(text, moment):
                yield _Part(kind, first, end)


def _choose_parts(parts: Sequence[_Part]) -> tuple[_Part, ...]:
    """The parts that go together and leave the fewest words over.

    A time inside a range is no part of its own: `10:00` of `10:00 - 11:00`.
    Of equal ones, those that say how long; of these, the most, so that a day is apart.
    """
    ranges = [part for part in parts if part.kind == "times"]
    parts = [part for part in parts if not any(map(part.is_inside, ranges))]
    choices = [
        choice
        for count in range(_MOST_PARTS + 1)
        for choice in combinations(parts, count)
        if not any(part.conflicts(other) for part, other in combinations(choice, 2))
    ]
    return max(choices, key=_coverage)


def _coverage(parts: Sequence[_Part]) -> tuple[int, bool, int]:
    words = sum(part.end - part.first for part in parts)
    kinds = {part.kind for part in parts}
    has_length = bool(kinds & {"amount", "times"}) or {"start", "end"} <= kinds
    return words, has_length, len(parts)


def _refuse_day_or_item(
    texts: Sequence[str], items: Container[int], parts: Sequence[_Part]
) -> None:
    """Raises Unreadable for a word that could be a day, or a second item."""
    for part in parts:
        named = [at for at in range(part.first, part.end) if at in items]
        if not named:
            continue
        words = texts[part.first : part.end]
        text = " ".join(words)
        others = [at for at in range(len(texts)) if at in items and at not in named]
        raise Unreadable(
            f"{quoted(text)} could be the item or the day.",
            "Type the day with --on, or one item:",
            swaps=[(words, ("--on", text)), ([texts[at] for at in others], ())],
        )
