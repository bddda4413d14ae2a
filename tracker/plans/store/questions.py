"""The guide's questions, and which of them were left unanswered."""

import os
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from tracker.curriculum.store.items import guide_line
from tracker.database.rows import find_id, insert_row, named_rows
from tracker.database.values import day_to_text, stamp, text_to_day
from tracker.plans.rules.notes import Note
from tracker.plans.rules.questions import Prompt

PROMPTS = """select prompt.*, day, left_at from prompt
             left join (select prompt_id, max(day) as day, max(edited_at) as left_at
                        from prompt_pass group by prompt_id) on prompt_id = prompt.id
             where not retired order by position, prompt.id"""


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
            left_at=row["left_at"] or 0,
        )
        for row in named_rows(db, PROMPTS)
    ]


def save_left(db: Connection, slug: str, day: date, now_utc: int) -> None:
    """Save that a question was left unanswered.

    Each time is a row, so that `redo` can bring back another one, of a merge. Its `id`
    is random, not the next number, for the same reason.
    """
    row = {
        **stamp(now_utc),
        "id": int.from_bytes(os.urandom(7)),
        "prompt_id": find_id(db, "prompt", slug),
        "day": day_to_text(day),
    }
    insert_row(db, "prompt_pass", row)
