"""The guide's questions, and which of them were left unanswered."""

import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from tracker.curriculum.store.items import guide_line
from tracker.database.rows import find_id, save_row
from tracker.database.schema.plans import prompt, prompt_pass
from tracker.database.values import day_to_text, text_to_day
from tracker.plans.rules.notes import Note
from tracker.plans.rules.questions import Prompt

_PROMPTS = (
    select(prompt, prompt_pass.c.day, prompt_pass.c.edited_at)
    .outerjoin(prompt_pass, prompt_pass.c.prompt_id == prompt.c.id)
    .where(prompt.c.retired == 0)
    .order_by(prompt.c.position, prompt.c.id)
)


def read_prompts(db: Connection, notes: Iterable[Note]) -> list[Prompt]:
    """The guide's questions in its order, each with its answers among `notes`."""
    answers: dict[str | None, list[Note]] = defaultdict(list)
    for answer in notes:
        answers[answer.prompt].append(answer)
    return [
        Prompt(
            slug=row["slug"],
            kind=row["kind"],
            question=row["question"],
            line=guide_line(row),
            answers=tuple(answers[row["slug"]]),
            subject=row["subject"],
            left=text_to_day(row["day"]) if row["day"] else None,
            left_at=row["edited_at"] or 0,
        )
        for row in db.execute(_PROMPTS).mappings()
    ]


def save_left(db: Connection, slug: str, day: date, now_utc: int) -> None:
    """Save that a question was left unanswered; only the last time is kept.

    Its `id` is random, not the next number, as a forecast's is.
    """
    save_row(
        db,
        prompt_pass,
        key={"prompt_id": find_id(db, prompt, slug)},
        values={"day": day_to_text(day)},
        now_utc=now_utc,
        only_new={"id": int.from_bytes(os.urandom(7))},
    )
