"""The planned breaks, as `tracker break` wrote them."""

from sqlite3 import Connection

from tracker.database.values import text_to_day
from tracker.readiness.rules.pace import Span

BREAKS = "select since, until from time_off order by since, until"


def read_time_off(db: Connection) -> list[Span]:
    """The first and last day of each break, earliest first."""
    return [
        (text_to_day(since), text_to_day(until)) for since, until in db.execute(BREAKS)
    ]
