"""Words of more than one session: `log fastai 25m, ppo 10m`."""

from collections.abc import Container, Iterator, Sequence

from tracker.errors import Swap, TrackerError, Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.word_kinds import BEFORE, kinds_of
from tracker.journal.rules.word_names import is_last, is_part_of_name
from tracker.journal.rules.words import FILLERS, without_commas
from tracker.text.columns import quoted
from tracker.text.names import Name, choose

_MOST_JOINED = 5  # words of one amount: `2 hours and 5 minutes`
_MOST_WORDS = 24  # a longer text is a note
_JOINS = {"and", "then", "&", *FILLERS}
_BEFORE = {word.strip() for words in BEFORE.values() for word in words}
_LENGTHS = {"amount", "times"}
_POINTS = {"point", "start", "end"}


def refuse_two_sessions(
    words: Sequence[str],
    names: Sequence[Name],
    exact: Container[str],
    moment: LocalMoment,
    *,
    has_lines: bool,
) -> None:
    """Raises Unreadable for two lengths and two items, with a line for each session.

    There is no line without `has_lines`, where a day, a tag or a note could be of
    either, where a name is unclear, and where the order does not say which length is of
    which item.
    """
    texts = without_commas(words[0].split() if len(words) == 1 else words)
    if len(texts) > _MOST_WORDS:
        return
    parts = list(_split_parts(texts, moment, exact))
    lengths = [" ".join(part) for kind, part in parts if kind == "length"]
    if len(lengths) < 2:
        return
    items = list(_item_texts(parts, names))
    if len(items) < 2 or not all(_is_item(text, names) for text in items):
        return
    swaps: list[Swap] = []
    kinds = [kind for kind, _ in parts]
    pairs = (["item", "length"], ["length", "item"])
    is_paired = any(kinds == pair * len(lengths) for pair in pairs)
    is_clear = all(is_last(text) or _is_one(text, names) for text in items)
    if is_paired and is_clear and len(items) == len(lengths) and has_lines:
        for item, length in zip(items, lengths, strict=True):
            swaps.append((words, (*item.split(), *length.split())))
    message = f"{quoted(lengths[0])} and {quoted(lengths[1])} are of two sessions."
    hint = "One session at a time:" if swaps else "Type one item and one amount."
    raise Unreadable(message, hint, swaps=swaps)


def _split_parts(
    texts: Sequence[str], moment: LocalMoment, exact: Container[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Each length, each item (words in a row), and what is `more`: days, tags."""
    at = 0
    item: list[str] = []
    while at < len(texts):
        is_name = texts[at].casefold() in exact  # such as `18-06`
        next_texts = [] if is_name else texts[at : at + _MOST_JOINED]
        count = _length_at(next_texts, moment)
        is_more = not is_name and _is_more(texts[at], moment)
        if (count or is_more) and item:
            yield "item", item
            item = []
        if count:
            yield "length", texts[at : at + count]
        elif is_more:
            yield "more", texts[at : at + 1]
        elif texts[at].casefold() not in _JOINS:
            item.append(texts[at])
        at += count or 1
    if item:
        yield "item", item


def _length_at(texts: Sequence[str], moment: LocalMoment) -> int:
    """How many of the first words say one length, which is no point in time."""
    for count in range(len(texts), 0, -1):
        kinds = {*kinds_of(" ".join(texts[:count]), moment)}
        if kinds & _LENGTHS and not kinds & _POINTS:
            return count
    return 0


def _is_more(text: str, moment: LocalMoment) -> bool:
    is_word = text.startswith("+") or text.casefold() in _BEFORE - _JOINS
    return is_word or any(True for _ in kinds_of(text, moment))


def _item_texts(
    parts: Sequence[tuple[str, Sequence[str]]], names: Sequence[Name]
) -> Iterator[str]:
    """The text of each item; word for word where words in a row are no one name."""
    for kind, texts in parts:
        if kind == "item":
            text = " ".join(texts)
            yield from [text] if _is_item(text, names) else texts


def _is_item(text: str, names: Sequence[Name]) -> bool:
    return is_last(text) or is_part_of_name(text, names)


def _is_one(text: str, names: Sequence[Name]) -> bool:
    """Whether a text means one item, so that its line can be pasted."""
    try:
        choose(text, names)
    except TrackerError:
        return False
    return True
