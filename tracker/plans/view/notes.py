"""Notes, as text and as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from tracker.journal.rules.lines import line_id
from tracker.json_types import Day
from tracker.plans.rules.notes import Note
from tracker.text.columns import wrap
from tracker.text.days import say_day
from tracker.text.tables import list_row

NO_NOTES = 'No notes to list. To write one: tracker note "read the paper with Kim"'


class NoteData(TypedDict):
    """A note; `prompt` is the question that it answers, `week` the Monday it is about."""

    id: str | None
    day: Day
    text: str
    changed: bool
    decision: bool
    private: bool
    prompt: str | None
    week: Day | None


class NotesData(TypedDict):
    """Notes."""

    notes: list[NoteData]


def note_data(note: Note) -> NoteData:
    """A note as JSON."""
    return {
        "id": note.uid or None,
        "day": note.day.isoformat(),
        "text": note.text,
        "changed": note.changed,
        "decision": note.decision,
        "private": note.private,
        "prompt": note.prompt,
        "week": note.week.isoformat() if note.week else None,
    }


def notes_data(notes: Sequence[Note]) -> NotesData:
    """Notes as JSON."""
    return {"notes": [note_data(note) for note in notes]}


def notes_text(today: date, notes: Sequence[Note]) -> str:
    """Notes, latest last."""
    if not notes:
        return NO_NOTES
    return "\n".join(_row(note, today) for note in notes)


def note_saved_text(today: date, notes: Sequence[Note]) -> str:
    """That a note was saved: its day, and what kind of note it is."""
    (note,) = notes
    day = say_day(note.day, today)
    return wrap(f"Noted, {day}{_marks(note)}. Undo: tracker undo")


def _row(note: Note, today: date) -> str:
    head = f"{line_id(note.uid)}  {say_day(note.day, today)}{_marks(note)}"
    question = note.question or ""
    return list_row((0, head), (2, question), (4 if question else 2, note.text))


def _marks(note: Note) -> str:
    """` (decision, private)`; nothing for a plain note."""
    marks = []
    if note.changed:
        marks.append("change of view")
    if note.decision:
        marks.append("decision")
    if note.week:
        marks.append(f"plan for the week of {say_day(note.week, note.day)}")
    if note.private:
        marks.append("private")
    return f" ({', '.join(marks)})" if marks else ""
