"""The line planned for a week: the latest note about it."""

from datetime import date
from sqlite3 import Connection

from tracker.database.values import day_to_text

LATEST = """select text from note where week = :week
            order by said_at desc, id desc limit 1"""


def read_week_plan(raw: Connection, monday: date) -> str | None:
    """What was planned for the week of `monday`, None for nothing."""
    row = raw.execute(LATEST, {"week": day_to_text(monday)}).fetchone()
    return str(row[0]) if row else None
