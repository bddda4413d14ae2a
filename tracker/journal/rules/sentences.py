"""Sentences in quotes that say how long: each is a note, beside what it says."""

from collections.abc import Mapping, Sequence

from tracker.errors import Unreadable
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.words import TypedWords, read_parts

_MARKS = ",.;:!?()"  # around the words of a sentence


def refuse_sentences(
    notes: Sequence[str],
    beside: TypedWords,
    item: str,
    exact: Mapping[str, str],
    moment: LocalMoment,
) -> None:
    """Raises Unreadable for a sentence that says how long, and stays whole as the note.

    `beside` and `item` are what is said outside of it, empty for none.
    """
    if len(notes) != 1 or beside.has_length:
        return
    (text,) = notes
    words = [word.strip(_MARKS) for word in text.split()]
    typed = read_parts(words, moment, exact)
    if not typed.has_length:
        return
    length = [typed.amount or typed.times] if typed.amount or typed.times else []
    slugs = {exact[word.casefold()] for word in words if word.casefold() in exact}
    items = () if item else slugs if len(slugs) == 1 else ("ITEM",)
    options = (("--on", typed.day), ("--from", typed.start), ("--to", typed.end))
    pairs = [word for option in options if option[1] for word in option]
    new = (*items, *length, *pairs, "-n", text)
    message = "A sentence in quotes is a note; the item and the time stand beside it."
    raise Unreadable(message, "Type it like this:", swaps=[([text], new)])
