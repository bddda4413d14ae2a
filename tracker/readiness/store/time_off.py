"""The planned breaks, as `tracker break` wrote them."""

from sqlite3 import Connection

from sqlalchemy import select

from tracker.database.bridge import core
from tracker.database.schema.plans import time_off
from tracker.database.values import text_to_day
from tracker.readiness.rules.pace import Span

_BREAKS = select(time_off.c.since, time_off.c.until).order_by(
    time_off.c.since, time_off.c.until
)


def read_time_off(db: Connection) -> list[Span]:
    """The first and last day of each break, earliest first."""
    rows = core(db).execute(_BREAKS)
    return [(text_to_day(since), text_to_day(until)) for since, until in rows]
