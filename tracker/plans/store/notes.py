"""Notes."""

from sqlite3 import Connection

from sqlalchemy import select

from tracker.database.bridge import core
from tracker.database.rows import save_row
from tracker.database.schema.plans import note, prompt
from tracker.database.values import day_to_text, text_to_day
from tracker.plans.rules.notes import Note

_NOTES = (
    select(note, prompt.c.slug.label("prompt"), prompt.c.question)
    .outerjoin(prompt, prompt.c.id == note.c.prompt_id)
    .order_by(note.c.day, note.c.said_at, note.c.id)
)


def read_notes(db: Connection) -> list[Note]:
    """All notes, earliest first; answers and private notes too."""
    return [
        Note(
            day=text_to_day(row["day"]),
            text=row["text"],
            changed=bool(row["changed"]),
            decision=bool(row["decision"]),
            private=bool(row["private"]),
            prompt=row["prompt"],
            question=row["question"],
            uid=row["uid"],
            week=text_to_day(row["week"]) if row["week"] else None,
        )
        for row in core(db).execute(_NOTES).mappings()
    ]


def save_note(db: Connection, new_note: Note, now_utc: int) -> None:
    """Save a note, unless the same is there of that day."""
    prompt_id = select(prompt.c.id).where(prompt.c.slug == new_note.prompt)
    columns = {
        "day": day_to_text(new_note.day),
        "text": new_note.text,
        "changed": int(new_note.changed),
        "decision": int(new_note.decision),
        "private": int(new_note.private),
        "prompt_id": core(db).scalar(prompt_id) if new_note.prompt else None,
        "week": day_to_text(new_note.week) if new_note.week else None,
    }
    save_row(db, "note", columns, {}, now_utc, only_new={"said_at": now_utc})
