"""Sessions as lists: any choice of item, days, track and tag."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from sqlite3 import Connection

from tracker.database.values import day_to_text
from tracker.journal.rules.overlaps import overlap_seconds
from tracker.journal.rules.records import HoursTotal, Session, SessionFilter
from tracker.journal.store.clock_hours import total_between
from tracker.journal.store.overlaps import day_bounds
from tracker.journal.store.sessions import COLUMNS, FROM, session_from_row

CONDITIONS = {
    "item_id": "session.item_id = :item_id",
    "since": "{day} >= :since",
    "until": "{day} <= :until",
    "track": "item.track_id = (select id from track where slug = :track)",
    "tag": "instr(session.tags, :tag) > 0",
}
# Newest first, so that a limit keeps the newest; whoever lists them turns them round.
ORDER = """order by session.day desc,
           coalesce(session.started_at, session.logged_at) desc, session.id desc
           limit :limit"""
# By when they were, not by when they were written: the same order in any database.
CHRONICLE = f"""select {COLUMNS} {FROM} where session.day between :since and :until
                order by session.day, coalesce(session.started_at, session.logged_at),
                item.slug, session.uid"""
SUM = "select coalesce(sum(session.seconds), 0) as seconds, count(*) as sessions"
# From the overlaps outward, as in `clock_hours`.
OVERLAPPING = """select session.day, session.started_at,
                 session.started_at + session.seconds as ended_at
                 from overlap cross join session on session.day = +overlap.day
                 join item on item.id = session.item_id"""


def find_sessions(
    db: Connection, chosen: SessionFilter, limit: int = -1
) -> list[Session]:
    """The sessions chosen, oldest first; of more than `limit`, the newest."""
    values = _values(chosen)
    statement = f"select {COLUMNS} {FROM} {where(values)} {ORDER}"
    rows = db.execute(statement, {**values, "limit": limit})
    sessions = [session_from_row(row) for row in rows]
    sessions.reverse()
    return sessions


def sessions_between(
    db: Connection, since: date | None = None, until: date | None = None
) -> Iterator[Session]:
    """The sessions between two days, oldest first, one by one.

    The same sessions come in the same order on any machine.
    """
    return map(session_from_row, db.execute(CHRONICLE, day_bounds(since, until)))


def sum_sessions(db: Connection, chosen: SessionFilter) -> HoursTotal:
    """The total of all the sessions chosen."""
    values = _values(chosen)
    if not values.keys() - {"since", "until"}:
        return total_between(db, chosen.since, chosen.until)
    seconds, sessions = db.execute(f"{SUM} {FROM} {where(values)}", values).fetchone()
    return HoursTotal(seconds, sessions, sum(_overlaps(db, values)))


def where(values: dict[str, object], day: str = "session.day") -> str:
    """The conditions of a choice, joined; those about days use the column `day`."""
    joined = " and ".join(CONDITIONS[name] for name in values).format(day=day)
    return f"where {joined}" if joined else ""


def _overlaps(db: Connection, values: dict[str, object]) -> Iterator[int]:
    """The seconds by which the sessions chosen overlap each other, day by day."""
    chosen = where(values, "overlap.day")
    timed = "and session.started_at is not null order by session.day"
    spans = db.execute(f"{OVERLAPPING} {chosen} {timed}", values)
    for _, rows in groupby(spans, key=lambda row: row[0]):
        yield overlap_seconds((start, end) for _, start, end in rows)


def _values(chosen: SessionFilter) -> dict[str, object]:
    """What is chosen, as the statement's parameters."""
    values = {
        "item_id": chosen.item_id,
        "since": day_to_text(chosen.since) if chosen.since else None,
        "until": day_to_text(chosen.until) if chosen.until else None,
        "track": chosen.track,
        "tag": f" {chosen.tag} " if chosen.tag else None,
    }
    return {name: value for name, value in values.items() if value is not None}
