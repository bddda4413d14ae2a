"""Notes, and the guide's questions with their answers."""

from collections import defaultdict

from sqlalchemy import Connection, insert, select

from tracker.curriculum.store.items import guide_line
from tracker.database.schema.plans import note, prompt
from tracker.database.values import day_to_text, new_uid, text_to_day
from tracker.plans.rules.notes import Note, Prompt

_NOTES = (
    select(note, prompt.c.slug.label("prompt"), prompt.c.question)
    .outerjoin(prompt, prompt.c.id == note.c.prompt_id)
    .order_by(note.c.day, note.c.said_at, note.c.id)
)
_PROMPTS = (
    select(prompt).where(prompt.c.retired == 0).order_by(prompt.c.position, prompt.c.id)
)


def read_notes(db: Connection) -> list[Note]:
    """All notes, the earliest first, answers and private ones among them."""
    return [
        Note(
            day=text_to_day(row["day"]),
            text=row["text"],
            changed=bool(row["changed"]),
            decision=bool(row["decision"]),
            private=bool(row["private"]),
            prompt=row["prompt"],
            question=row["question"],
        )
        for row in db.execute(_NOTES).mappings()
    ]


def read_prompts(db: Connection) -> list[Prompt]:
    """The guide's questions in its order, with what was answered."""
    given: dict[str, list[Note]] = defaultdict(list)
    for each in read_notes(db):
        if each.prompt:
            given[each.prompt].append(each)
    return [
        Prompt(
            row["slug"],
            row["kind"],
            row["question"],
            guide_line(row),
            tuple(given[row["slug"]]),
        )
        for row in db.execute(_PROMPTS).mappings()
    ]


def save_note(db: Connection, new: Note, now: int) -> None:
    """Keep a note. `now` is UTC seconds."""
    number = (
        db.scalar(select(prompt.c.id).where(prompt.c.slug == new.prompt))
        if new.prompt
        else None
    )
    flags = {
        name: int(getattr(new, name)) for name in ("changed", "decision", "private")
    }
    told = {
        "day": day_to_text(new.day),
        "text": new.text,
        "prompt_id": number,
        "said_at": now,
    }
    db.execute(insert(note).values(uid=new_uid(), edited_at=now, **flags, **told))
