"""Sessions, one by one: reading, adding, changing, removing. The days they touch are put right by `overlaps`."""

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import Any

from tracker.database.tombstones import add_tombstone
from tracker.database.values import day_to_text, new_uid, text_to_day
from tracker.journal.rules.records import (
    NewSession,
    Piece,
    Session,
    SessionDetails,
    tags_in,
)

COLUMNS = """session.uid, item.slug as item, session.day, session.seconds, session.started_at, session.utc_offset,
             session.note, session.tags, session.source, session.logged_at"""
ONE = f"select {COLUMNS} from session join item on item.id = session.item_id where session.uid = :uid"
# Whatever runs between two instants; none is longer than a day, so no earlier start can reach in.
DURING = f"""select {COLUMNS} from session join item on item.id = session.item_id
             where session.started_at > :start - 86400 and session.started_at < :end
             and session.started_at + session.seconds > :start and session.uid <> :but
             order by session.started_at, session.id limit :limit"""
# What a stretch over a day's start was cut into: the same item and moment of writing, one beginning where one ends.
# Few run so near: they are found by when they began, and never (`+`) among all of the item.
PARTS = f"""select {COLUMNS} from session join item on item.id = session.item_id
            where session.started_at between :start - 86400 and :start + :seconds
            and (session.started_at = :start + :seconds or session.started_at + session.seconds = :start)
            and +session.item_id = (select item_id from session where uid = :uid)
            and session.logged_at = :logged_at and session.uid <> :uid order by session.started_at"""
ADD = """insert into session (uid, edited_at, item_id, day, seconds, started_at, utc_offset, note, tags, source,
         logged_at, project, batch_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
CHANGE = """update session set edited_at = :now, item_id = :item, day = :day, seconds = :seconds,
            started_at = :started_at, utc_offset = :utc_offset, note = :note, tags = :tags, source = :source
            where uid = :uid"""
REMOVE = "delete from session where uid = :uid"
ENTRY = "select item_id, note, tags, source, logged_at, project, batch_id from session where uid = :uid"


def session_of(row: Sequence[Any]) -> Session:
    """One row of `COLUMNS` as its record."""
    uid, item, day, seconds, started_at, utc_offset, note, tags, source, logged_at = row
    return Session(
        uid,
        item,
        text_to_day(day),
        seconds,
        started_at,
        utc_offset,
        note,
        tuple(tags.split()),
        source,
        logged_at,
    )


def session(db: Connection, uid: str) -> Session:
    """The session of that whole id."""
    return session_of(db.execute(ONE, {"uid": uid}).fetchone())


def entry_of(db: Connection, uid: str) -> SessionDetails:
    """What is said of a session beside when it was."""
    item_id, note, tags, *rest = db.execute(ENTRY, {"uid": uid}).fetchone()
    return SessionDetails(item_id, note, tuple(tags.split()), *rest)


def during(
    db: Connection, start: int, end: int, *, but: str = "", limit: int = -1
) -> list[Session]:
    """Timed sessions that run between two instants (UTC seconds), earliest first, `but` one."""
    return [
        session_of(row)
        for row in db.execute(
            DURING, {"start": start, "end": end, "but": but, "limit": limit}
        )
    ]


def parts(db: Connection, of: Session) -> list[Session]:
    """The sessions that are the rest of one stretch with `of`: a day began in it, and it was kept as one for each."""
    told = {
        "uid": of.uid,
        "logged_at": of.logged_at,
        "start": of.started_at,
        "seconds": of.seconds,
    }
    return [session_of(row) for row in db.execute(PARTS, told)]


def add_pieces(
    db: Connection, entry: SessionDetails, pieces: Iterable[Piece], now: int
) -> list[str]:
    """Add a session for each piece at `now` (UTC seconds); return their ids."""
    rows = [
        NewSession(
            *(
                new_uid(),
                now,
                entry.item_id,
                day_to_text(piece.day),
                piece.seconds,
                piece.started_at,
                piece.utc_offset,
            ),
            *(
                entry.note,
                tags_in(entry.tags),
                entry.source,
                entry.logged_at,
                entry.project,
                entry.batch_id,
            ),
        )
        for piece in pieces
    ]
    add_sessions(db, rows)
    return [row.uid for row in rows]


def add_sessions(db: Connection, rows: Iterable[NewSession]) -> int:
    """Add many, for imports; return how many. The caller then has `rewrite_overlaps` put their days right."""
    return db.executemany(ADD, rows).rowcount


def change_session(
    db: Connection, uid: str, entry: SessionDetails, piece: Piece, now: int
) -> None:
    """Make a session what is given; when it was first written down stays."""
    given: dict[str, object] = {
        "uid": uid,
        "now": now,
        "item": entry.item_id,
        "note": entry.note,
    }
    given |= {
        "source": entry.source,
        "tags": tags_in(entry.tags),
        "day": day_to_text(piece.day),
        "seconds": piece.seconds,
    }
    db.execute(
        CHANGE,
        {**given, "started_at": piece.started_at, "utc_offset": piece.utc_offset},
    )


def remove_session(db: Connection, uid: str, now: int) -> None:
    """Remove a session, and remember that, so that merging does not bring it back."""
    db.execute(REMOVE, {"uid": uid})
    add_tombstone(db, uid, "session", now)
