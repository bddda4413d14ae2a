"""Words left over beside the item: the note or another item, with lines for each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import filterfalse

from tracker.errors import NotFound, Swap, TrackerError, Unreadable
from tracker.journal.rules.word_names import WordNames, WordUse, missing_amount
from tracker.journal.rules.words import TypedWords
from tracker.modules import load_module
from tracker.text.columns import quoted
from tracker.text.names import Name, choose

_FEW = 3  # corrected commands where there could be more
_LIKENESS = 0.85  # of a word left over and the item that was perhaps meant
NOTE_HINT = "A note of one word goes after -n:"
JOINED_HINT = "As one note:"  # after a note, what is left over is more of it


def note_or_item(word: str) -> str:
    """What is wrong with one word that is no whole name: the shell hides quotes."""
    return f"{quoted(word)} could be a note or another item."


def left_over(
    words: WordNames,
    typed: TypedWords,
    names: Sequence[Name],
    exact: Mapping[str, str],
    use: WordUse,
    *,
    note: str = "",
    has_default: bool = False,
) -> Unreadable:
    """The error of words left over, with lines that make them the note or the item.

    `note` is the value of the option, which the words then follow. With `has_default`
    the item may be left out.
    """
    joined, left = " ".join(typed.names), " ".join(words.left)
    amount = missing_amount(typed, use)
    names_item = [] if words.item in typed.phrases else list(_slugs_of(joined, names))
    said = " ".join(filter(None, (note, words.note, left)))
    old = [*words.left, *filter(None, (words.note,))]
    old += ["-n", "--note"] if note else []
    old += typed.point.split() if amount else []
    is_exact = words.item.casefold() in exact
    spellings = _spellings(words.item, names) if is_exact or use.needs_item else ()
    new = (*amount, "-n", said)
    as_note = [_as_note(words.item, slug, old, new) for slug in spellings]
    if as_note and not names_item and len(words.left) == 1 and use.has_options:
        if said != left:
            return Unreadable(note_or_item(left), JOINED_HINT, swaps=as_note)
        own = {exact.get(words.item.casefold()), *spellings}
        slugs = filterfalse(own.__contains__, _items_like(left, names, exact))
        others = _as_items([words.item, left], slugs, amount)
        return Unreadable(note_or_item(left), NOTE_HINT, swaps=[*as_note, *others])
    swaps = [*_as_items(typed.names, names_item, amount), *as_note]
    if is_exact:
        for name in _most_like(left, exact):
            swaps.append((typed.names, (exact[name], *amount)))
        joined = left
    elif has_default:
        all_said = " ".join(filter(None, (note, words.note, joined)))
        swaps.append(([*typed.names, *old], (*amount, "-n", all_said)))
    message = f"{quoted(joined)} is no item, time, day or tag."
    if not swaps:
        return Unreadable(message, "To search, type: tracker items --search WORD")
    return Unreadable(message, "Type a note after -n, a tag as +pair:", swaps=swaps)


def _as_note(item: str, slug: str, old: Sequence[str], new: Sequence[str]) -> Swap:
    """Words as the note on `slug`, which stands in place of an unclear `item`."""
    return (old, new) if slug == item else ([item, *old], (slug, *new))


def _as_items(
    old: Sequence[str], slugs: Iterable[str], amount: Sequence[str]
) -> list[Swap]:
    """Each item in place of the `old` words."""
    return [(old, (slug, *amount)) for slug in slugs]


def _items_like(
    text: str, names: Sequence[Name], exact: Mapping[str, str]
) -> Sequence[str]:
    """The slugs that a word could mean: of what it is a part of, or nearly spells."""
    try:
        return [choose(text, names).slug]
    except NotFound:
        near = _most_like(text, exact)
        return [exact[name] for name in near]
    except TrackerError as error:
        return [str(slug) for slug in error.instead[:_FEW]]


def _slugs_of(text: str, names: Sequence[Name]) -> Iterator[str]:
    """The slug of the one item that `text` names, if there is one."""
    try:
        yield choose(text, names).slug
    except TrackerError:
        return


def _spellings(item: str, names: Sequence[Name]) -> Sequence[str]:
    """The item as typed; the slugs it could mean where it is not clear."""
    try:
        choose(item, names)
    except TrackerError as error:
        return [str(slug) for slug in error.instead[:_FEW]] if item else []
    return [item]


def _most_like(text: str, names: Iterable[str]) -> list[str]:
    """The name that a text is most like, if it is one at all."""
    difflib = load_module("difflib")  # most words are names
    near: list[str] = difflib.get_close_matches(
        text.casefold(), names, n=1, cutoff=_LIKENESS
    )
    return near
