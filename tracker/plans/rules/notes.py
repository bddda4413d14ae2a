"""Notes without hours."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.errors import Unreadable
from tracker.text.placeholders import check_no_placeholder


class Note(NamedTuple):
    """A dated line of text: a `changed` view, a `decision`, or neither.

    `private` keeps it out of every export. `prompt` is the slug of the question that it
    answers, `question` its text. `week` is the Monday of the week that it plans.
    """

    day: date
    text: str
    changed: bool = False
    decision: bool = False
    private: bool = False
    prompt: str | None = None
    question: str | None = None
    uid: str = ""
    week: date | None = None


def check_note_text(typed: str) -> str:
    """The text of a note; raises Unreadable for no text, and for a placeholder."""
    text = typed.strip()
    check_no_placeholder(text)
    if not text:
        raise Unreadable(
            "A note needs at least one word.",
            'For example: tracker note "read the paper with Kim"',
        )
    return text


def latest_notes(
    notes: Iterable[Note], limit: int, *, changed: bool, decision: bool, private: bool
) -> tuple[Note, ...]:
    """The last `limit` notes, latest last; a flag keeps only notes that have it."""
    chosen = [
        note
        for note in notes
        if (note.changed or not changed)
        and (note.decision or not decision)
        and (note.private or not private)
    ]
    return tuple(chosen[-limit:])
