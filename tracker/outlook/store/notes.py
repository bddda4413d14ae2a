"""Notes, and the guide's questions with their answers."""

from collections import defaultdict

from sqlalchemy import Connection, insert, select

from tracker.curriculum.store.reading import guide_line
from tracker.database.schema.outlook import note, prompt
from tracker.database.values import day_in, day_out, new_uid
from tracker.outlook.rules.notes import Note, Prompt

_NOTES = (
    select(note, prompt.c.slug.label("prompt"), prompt.c.question)
    .outerjoin(prompt, prompt.c.id == note.c.prompt_id)
    .order_by(note.c.day, note.c.said_at, note.c.id)
)
_PROMPTS = select(prompt).where(prompt.c.retired == 0).order_by(prompt.c.position, prompt.c.id)


def notes(db: Connection) -> list[Note]:
    """All notes, the earliest first, answers and private ones among them."""
    return [
        Note(
            day=day_out(row["day"]),
            text=row["text"],
            changed=bool(row["changed"]),
            decision=bool(row["decision"]),
            private=bool(row["private"]),
            prompt=row["prompt"],
            question=row["question"],
        )
        for row in db.execute(_NOTES).mappings()
    ]


def prompts(db: Connection) -> list[Prompt]:
    """The guide's questions in its order, with what was answered."""
    given: dict[str, list[Note]] = defaultdict(list)
    for each in notes(db):
        if each.prompt:
            given[each.prompt].append(each)
    return [
        Prompt(row["slug"], row["kind"], row["question"], guide_line(row), tuple(given[row["slug"]]))
        for row in db.execute(_PROMPTS).mappings()
    ]


def keep_note(db: Connection, new: Note, now: int) -> None:
    """Keep a note. `now` is UTC seconds."""
    number = db.scalar(select(prompt.c.id).where(prompt.c.slug == new.prompt)) if new.prompt else None
    flags = {name: int(getattr(new, name)) for name in ("changed", "decision", "private")}
    told = {"day": day_in(new.day), "text": new.text, "prompt_id": number, "said_at": now}
    db.execute(insert(note).values(uid=new_uid(), edited_at=now, **flags, **told))
