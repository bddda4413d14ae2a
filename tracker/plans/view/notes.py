"""Notes and the guide's questions, as text and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.milestones.view.fields import say_guide_lines
from tracker.plans.rules.notes import Note, Prompt
from tracker.readiness.view.ready_json import span_data
from tracker.text.columns import wrap
from tracker.text.days import say_day

NOTHING = 'No such notes. To write one: tracker note "read the paper with Kim"'
UNANSWERED = "Not answered, and nothing written. It can wait: tracker ask"


def notes_data(notes: Sequence[Note]) -> dict[str, Any]:
    """Notes as JSON."""
    return {"notes": [_note_data(note) for note in notes]}


def notes_text(today: date, notes: Sequence[Note]) -> str:
    """Notes, the latest last."""
    return (
        "\n".join(line for note in notes for line in _note(note, today))
        if notes
        else NOTHING
    )


def noted_text(today: date, asked: bool, notes: Sequence[Note]) -> str:
    """What was just noted, and which question it answers, unless that was `asked` in the lines above."""
    (note,) = notes
    lines = [
        wrap(f"Noted, {say_day(note.day, today)}{_marks(note)}. Undo: tracker undo")
    ]
    if note.question and not asked:
        lines.append(wrap(f"It answers: {note.question}", indent=2))
    return "\n".join(lines)


def prompt_data(prompt: Prompt) -> dict[str, Any]:
    """A question as JSON, with its answers."""
    return {
        "slug": prompt.slug,
        "about": prompt.kind,
        "question": prompt.question,
        "line": span_data(prompt.line),
        "answers": [_note_data(note) for note in prompt.answers],
    }


def prompt_text(today: date, prompt: Prompt) -> str:
    """A question, where it stands in the guide, and what was answered so far."""
    place = f" ({say_guide_lines(prompt.line)} of the guide)" if prompt.line else ""
    answers = [
        wrap(f"{say_day(note.day, today)}: {note.text}", indent=2)
        for note in prompt.answers
    ]
    return "\n".join([wrap(f"{prompt.question}{place}"), *answers])


def _note(note: Note, today: date) -> Iterator[str]:
    yield f"{say_day(note.day, today)}{_marks(note)}"
    if note.question:
        yield wrap(note.question, indent=2)
    yield wrap(note.text, indent=4 if note.question else 2)


def _marks(note: Note) -> str:
    marks = {
        "a view changed": note.changed,
        "a decision": note.decision,
        "private": note.private,
    }
    told = ", ".join(mark for mark, on in marks.items() if on)
    return f" ({told})" if told else ""


def _note_data(note: Note) -> dict[str, Any]:
    return {
        "day": note.day.isoformat(),
        "text": note.text,
        "changed": note.changed,
        "decision": note.decision,
        "private": note.private,
        "prompt": note.prompt,
    }
