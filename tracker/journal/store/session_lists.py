"""Sessions as lists: any choice of item, days, track and tag."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from sqlite3 import Connection

from tracker.database.values import day_to_text
from tracker.journal.rules.limits import overlap_seconds
from tracker.journal.rules.records import Amount, Session, SessionFilter
from tracker.journal.store.clock_hours import amount
from tracker.journal.store.overlaps import bounds
from tracker.journal.store.sessions import COLUMNS, session_of

FROM = "from session join item on item.id = session.item_id"
CONDITIONS = {
    "item_id": "session.item_id = :item_id",
    "since": "{day} >= :since",
    "until": "{day} <= :until",
    "track": "item.track_id = (select id from track where slug = :track)",
    "tag": "instr(session.tags, :tag) > 0",
}
# Newest first, so that a limit keeps the newest; whoever lists turns them round.
ORDER = "order by session.day desc, coalesce(session.started_at, session.logged_at) desc, session.id desc limit :limit"
# By when they were, never by when they got into the database.
CHRONICLE = f"""select {COLUMNS} {FROM} where session.day between :since and :until
                order by session.day, coalesce(session.started_at, session.logged_at), item.slug, session.uid"""
SUM = "select coalesce(sum(session.seconds), 0) as seconds, count(*) as sessions"
# The days are asked of the overlaps, and each is then looked up with its item: see `clock`.
TWICE = """select session.day, session.started_at, session.started_at + session.seconds as ended_at
           from overlap cross join session on session.day = +overlap.day join item on item.id = session.item_id"""


def listed(db: Connection, chosen: SessionFilter, limit: int = -1) -> list[Session]:
    """The sessions chosen, oldest first; where there are more than `limit`, the newest."""
    given = _given(chosen)
    statement = f"select {COLUMNS} {FROM} {where(given)} {ORDER}"
    found = [
        session_of(row) for row in db.execute(statement, {**given, "limit": limit})
    ]
    found.reverse()
    return found


def sessions_between(
    db: Connection, since: date | None = None, until: date | None = None
) -> Iterator[Session]:
    """The sessions between two days, oldest first, one by one: the same sessions come in the same order anywhere."""
    return map(session_of, db.execute(CHRONICLE, bounds(since, until)))


def amount_of(db: Connection, chosen: SessionFilter) -> Amount:
    """What all the sessions chosen come to."""
    given = _given(chosen)
    if not given.keys() - {"since", "until"}:
        return amount(db, chosen.since, chosen.until)
    seconds, sessions = db.execute(f"{SUM} {FROM} {where(given)}", given).fetchone()
    return Amount(seconds, sessions, sum(_overlaps(db, given)))


def where(given: dict[str, object], day: str = "session.day") -> str:
    """The conditions of a choice, joined; those of its days are about the column `day`."""
    joined = " and ".join(CONDITIONS[name] for name in given).format(day=day)
    return f"where {joined}" if joined else ""


def _overlaps(db: Connection, given: dict[str, object]) -> Iterator[int]:
    """What the sessions chosen overlap each other by, day by day; only days that have an overlap can hold any."""
    rows = db.execute(
        f"{TWICE} {where(given, 'overlap.day')} and session.started_at is not null order by session.day",
        given,
    )
    for _, spans in groupby(rows, key=lambda row: row[0]):
        yield overlap_seconds((start, end) for _, start, end in spans)


def _given(chosen: SessionFilter) -> dict[str, object]:
    given = {
        "item_id": chosen.item_id,
        "since": day_to_text(chosen.since) if chosen.since else None,
        "until": day_to_text(chosen.until) if chosen.until else None,
        "track": chosen.track,
        "tag": f" {chosen.tag} " if chosen.tag else None,
    }
    return {name: value for name, value in given.items() if value is not None}
