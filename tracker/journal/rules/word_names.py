"""Which of the words typed names the item, and which is the note."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tracker.errors import NotFound, Swap, TrackerError, Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.sentences import refuse_sentences
from tracker.journal.rules.word_days import refuse_near_amount, refuse_near_day
from tracker.journal.rules.word_kinds import is_like_time, kinds_of, without_before
from tracker.journal.rules.word_tags import refuse_hash_tags
from tracker.journal.rules.words import TypedWords
from tracker.text.columns import quoted
from tracker.text.days import parse_day
from tracker.text.names import Name, choose
from tracker.text.stretches import parse_stretch

_FEW = 3  # corrected commands where there could be more
_AMOUNT = "AMOUNT"  # in corrected commands that lack one


class WordUse(NamedTuple):
    """What a command makes of words.

    Whether it takes a length, needs one, and needs an item; an item may be left out
    where there is a last one. With `phrase_is_item`, a text in quotes that is a part of
    an item's name is that item where no word is. With `asks_part`, a part of a name
    means an item only where that is in progress. Without `has_options`, as in a line of
    the editor, a note cannot follow -n.
    """

    takes_length: bool = True
    needs_length: bool = False
    needs_item: bool = True
    phrase_is_item: bool = True
    asks_part: bool = False
    has_options: bool = True


class WordNames(NamedTuple):
    """The item as typed, the note, and words left over; empty where there are none."""

    item: str = ""
    note: str = ""
    left: tuple[str, ...] = ()


def exact_names(names: Iterable[Name]) -> dict[str, str]:
    """The slug behind each slug and other name, in lower case, and each longer title."""
    slugs: dict[str, str] = {}
    for name in names:
        for spelling in (name.slug, *name.aka, *name.own):
            lower = spelling.casefold()
            slugs[lower] = slugs[lower.replace("-", " ")] = name.slug
        if " " in name.title:
            slugs.setdefault(name.title.casefold(), name.slug)
    slugs.update({name.slug: name.slug for name in names})
    return slugs


def name_words(
    typed: TypedWords,
    names: Sequence[Name],
    exact: Mapping[str, str],
    moment: LocalMoment,
    use: WordUse,
) -> WordNames:
    """The item's name and the note among the words that say no time, day or tag.

    A text in quotes is the item where it is a name of one, or where no word is and it
    is a part of a name; else it is the note. Raises Unreadable, with corrected lines,
    for two items, two notes, and what looks like a time but is none.
    """
    typed = _join_name(typed, exact)
    texts = (*typed.names, *typed.phrases)
    items = [text for text in texts if text.casefold() in exact or is_last(text)]
    if len(items) > 1:
        raise _both("items", items)
    item = items[0] if items else _likely_item(typed, names, use)
    left = [word for word in typed.names if word != item]
    notes = [phrase for phrase in typed.phrases if phrase != item]
    if use.needs_length:
        refuse_sentences(notes, typed, item, exact, moment)
    near = " ".join(left) or ("" if items or item in typed.phrases else item)
    refuse_hash_tags(left)
    if use.takes_length:
        refuse_near_amount(near, typed)
        if near != item or not is_part_of_name(item, names):
            refuse_near_day(near, typed, moment, missing_amount(typed, use))
    may_be_note = not use.needs_length and item and not items  # `edit last lesson 3`
    for text in filter(None, (" ".join(left), *notes)):
        _refuse_second(text, typed, moment)
        if use.takes_length and not (typed.has_length or may_be_note):
            _refuse_unclear_time(text, typed, moment)
    if len(notes) > 1:
        message = f"{quoted(notes[0])} and {quoted(notes[1])} are both notes."
        swaps = [(notes, ("-n", "; ".join(notes)))]
        raise Unreadable(message, "As one note:", swaps=swaps)
    return WordNames(item, notes[0] if notes else "", tuple(left))


def _join_name(typed: TypedWords, exact: Mapping[str, str]) -> TypedWords:
    """The words as one where they are a whole name: `sleeper agents 1h`."""
    together = " ".join(typed.names)
    if len(typed.names) < 2 or together.casefold() not in exact:
        return typed
    return typed._replace(names=(together,))


def is_last(text: str) -> bool:
    """Whether a word in place of an item means the last one: `log last 1h`."""
    return text.casefold() == "last"


def _both(what: str, texts: Sequence[str]) -> Unreadable:
    """The error of two texts that are both `what`: one line for each."""
    lines = []
    for text in texts[:_FEW]:
        lines.append(([other for other in texts if other != text], ()))
    message = f"{quoted(texts[0])} and {quoted(texts[1])} are both {what}."
    return Unreadable(message, "Type one of them:", swaps=lines)


def _likely_item(typed: TypedWords, names: Sequence[Name], use: WordUse) -> str:
    """The text that is probably the item where none is a whole name; else empty."""
    words = [word for word in typed.names if typed.has_length or not is_like_time(word)]
    if len(words) != 1:
        parts = [word for word in typed.names if is_part_of_name(word, names)]
        words = [word for word in parts if word in words or not word.isdecimal()]
    if typed.names or not use.phrase_is_item:
        return words[0] if words else ""
    phrases = [text for text in typed.phrases if is_part_of_name(text, names)]
    if len(phrases) > 1:
        raise _both("parts of an item's name", phrases)
    return phrases[0] if phrases else ""


def is_part_of_name(text: str, names: Sequence[Name]) -> bool:
    """Whether `text` is a part of the name of some item, perhaps of several."""
    try:
        choose(text, names)
    except NotFound:
        return False
    except TrackerError:
        return True
    return True


def _refuse_second(text: str, typed: TypedWords, moment: LocalMoment) -> None:
    """Raises Unreadable for a text left over that is a time or a day."""
    for kind in kinds_of(text, moment):
        other = getattr(typed, kind) or typed.amount or typed.times or typed.moment
        if not other:
            continue
        words, others = text.split(), other.split()
        swaps: list[Swap] = [(words, ()), (others, ())]
        hint = "Type one of them:"
        if kind == "point" and typed.point:
            hint = "For a range:"
            swaps = [([*others, *words], (f"{other}-{text}",))]
        message = f"{quoted(other)} and {quoted(text)} do not go together."
        raise Unreadable(message, hint, swaps=swaps)


def _refuse_unclear_time(text: str, typed: TypedWords, moment: LocalMoment) -> None:
    """Raises Unreadable for a text left over that was meant as a time: `90`, `9-5`."""
    if is_like_time(without_before("times", text)):
        day = parse_day(typed.day, moment.today) if typed.day else None
        parse_stretch(text, moment.now, moment.today, moment.zone, day)


def missing_amount(typed: TypedWords, use: WordUse) -> list[str]:
    """An amount for corrected lines that lack one."""
    return [_AMOUNT] if use.needs_length and not typed.has_length else []
