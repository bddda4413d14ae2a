"""Sessions as lists: any choice of item, days, track and tag."""

from collections.abc import Iterable, Iterator
from datetime import date
from sqlite3 import Connection

from tracker.database.values import day_to_text
from tracker.journal.rules.overlaps import sum_overlaps
from tracker.journal.rules.records import HoursTotal, Session, SessionFilter
from tracker.journal.store.clock_hours import total_between
from tracker.journal.store.overlaps import OVERLAP_DAYS, day_bounds
from tracker.journal.store.sessions import COLUMNS, FROM, session_from_row

CONDITIONS = {
    "item_id": "session.item_id = :item_id",
    "since": "session.day >= :since",
    "until": "session.day <= :until",
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
OVERLAPPING = f"""select session.day, session.started_at,
                  session.started_at + session.seconds as ended_at
                  from session join item on item.id = session.item_id
                  where session.day in ({OVERLAP_DAYS})
                  and session.started_at is not null {{}} order by session.day"""


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
    bounds = day_bounds(chosen.since, chosen.until)
    spans = db.execute(overlapping(values), {**values, **bounds})
    return HoursTotal(seconds, sessions, sum_overlaps(spans, bounds["since"]))


def where(values: Iterable[str]) -> str:
    """The conditions of a choice, joined."""
    joined = " and ".join(CONDITIONS[name] for name in values)
    return f"where {joined}" if joined else ""


def overlapping(values: Iterable[str]) -> str:
    """The read of the sessions that may overlap each other, of those chosen."""
    beside_days = [name for name in values if name not in ("since", "until")]
    return OVERLAPPING.format(
        "".join(f"and {CONDITIONS[name]} " for name in beside_days)
    )


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
