"""Notes."""

from sqlite3 import Connection

from tracker.database.rows import find_id, named_rows, save_row
from tracker.database.values import day_to_text, text_to_day
from tracker.plans.rules.notes import Note

NOTES = """select note.*, prompt.slug as prompt, question from note
           left join prompt on prompt.id = prompt_id order by day, said_at, note.id"""


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
        for row in named_rows(db, NOTES)
    ]


def save_note(db: Connection, new_note: Note, now_utc: int) -> None:
    """Save a note, unless the same is there of that day."""
    columns = {
        "day": day_to_text(new_note.day),
        "text": new_note.text,
        "changed": int(new_note.changed),
        "decision": int(new_note.decision),
        "private": int(new_note.private),
        "prompt_id": find_id(db, "prompt", new_note.prompt)
        if new_note.prompt
        else None,
        "week": day_to_text(new_note.week) if new_note.week else None,
    }
    save_row(db, "note", columns, {}, now_utc, only_new={"said_at": now_utc})
