"""The item, the note and the time that typed words say, with the database's names."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import NamedTuple

from tracker.errors import Ambiguous, NotFound, Swap, Unreadable
from tracker.journal.rules.left_words import (
    JOINED_HINT,
    NOTE_HINT,
    left_over,
    note_or_item,
)
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import ChosenItem
from tracker.journal.rules.title_words import check_no_title_word
from tracker.journal.rules.two_sessions import refuse_two_sessions
from tracker.journal.rules.word_names import (
    WordNames,
    WordUse,
    exact_names,
    is_last,
    missing_amount,
    name_words,
)
from tracker.journal.rules.words import TypedWords, read_words, without_commas
from tracker.journal.store.items import (
    choose_item,
    item_numbers,
    last_item,
    latest_items,
)
from tracker.text.columns import quoted


class ItemWords(NamedTuple):
    """What typed words say: the item, None where no word names one; `note` and times.

    `typed_item` is the name of the item as typed.
    """

    item: ChosenItem | None
    typed_item: str
    note: str
    typed: TypedWords


def read_item_words(
    db: Connection,
    words: Sequence[str],
    moment: LocalMoment,
    use: WordUse,
    *,
    note: str = "",
) -> ItemWords:
    """What the words say, in any order; `note` is the value of the option.

    Raises Unreadable, NotFound or Ambiguous for words that cannot be read in one way,
    with the lines to type instead.
    """
    if not words:
        return ItemWords(None, "", note, TypedWords())
    numbers = item_numbers(db)
    names, exact = list(numbers), exact_names(numbers)
    if use.takes_length:
        has_lines = use.needs_length and use.has_options and not note
        refuse_two_sessions(words, names, exact, moment, has_lines=has_lines)
    typed = read_words(without_commas(words), moment, exact)
    named = name_words(typed, names, exact, moment, use)
    if named.left:
        has_default = _has_default(db, use)
        raise left_over(
            named, typed, names, exact, use, note=note, has_default=has_default
        )
    if note and named.note:
        raise Unreadable(
            f"{quoted(note)} and {quoted(named.note)} are both notes.",
            "As one note:",
            swaps=[([named.note, "-n", "--note"], ("-n", f"{note}; {named.note}"))],
        )
    item = None
    if is_last(named.item):
        item = require_last_item(db)
    elif named.item:
        try:
            item = choose_item(db, named.item, numbers=numbers)
            check_no_title_word(named.item, item, names, asks_part=use.asks_part)
        except (NotFound, Ambiguous) as fault:
            _offer_note(db, fault, named, typed, use, note)
            raise
    return ItemWords(item, named.item, note or named.note, typed)


def _offer_note(
    db: Connection,
    fault: NotFound | Ambiguous,
    named: WordNames,
    typed: TypedWords,
    use: WordUse,
    note: str,
) -> None:
    """Let the error of a name offer it as a note too, where no item is needed.

    After a `note` it is probably its next word. A last item that is meant is named.
    One word comes first as the note, but for an item that is needed and only unclear.
    """
    text, amount = named.item, missing_amount(typed, use)
    swaps: list[Swap] = [([text], (str(slug), *amount)) for slug in fault.instead]
    if _has_default(db, use):
        last = last_item(db) if use.needs_item else None
        slug = (last.slug,) if last else ()
        said = " ".join(filter(None, (note, named.note, text)))
        old = [text, *filter(None, (named.note,))]
        old += ["-n", "--note"] if note else []
        as_note: Swap = (old, (*slug, *amount, "-n", said))
        is_unclear = isinstance(fault, Ambiguous) and len(fault.candidates) > 1
        if note or named.note:
            if " " not in text and use.has_options:
                fault.message = note_or_item(text)
            fault.hint, swaps = JOINED_HINT, [as_note]
        elif " " in text or not use.has_options or (is_unclear and use.needs_item):
            swaps.append(as_note)
        else:
            fault.message, fault.hint = note_or_item(text), NOTE_HINT
            swaps.insert(0, as_note)
    fault.instead, fault.swaps = (), tuple(swaps)


def _has_default(db: Connection, use: WordUse) -> bool:
    """Whether the item may be left out."""
    return not use.needs_item or last_item(db) is not None


def require_last_item(db: Connection) -> ChosenItem:
    """The item of the session logged or timed last here.

    Raises Unreadable where none was, with the latest imported items.
    """
    last = last_item(db)
    if last:
        return last
    items = latest_items(db)
    hint = "These were imported last:" if items else "Type its name:"
    swaps = [((), (slug,)) for slug in items or ["ITEM"]]
    raise Unreadable("Which item?", hint, swaps=swaps)
