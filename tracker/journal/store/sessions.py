"""Sessions, one by one: read, add, change, remove.

Whoever writes them calls `rewrite_overlaps` for their days afterwards.
"""

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
    tags_to_text,
)
from tracker.limits import LONGEST_SESSION


def assignments(columns: Iterable[str]) -> str:
    """`day = :day, seconds = :seconds`, for an update of those columns."""
    return ", ".join(f"{name} = :{name}" for name in columns)


COLUMNS = """session.uid, item.slug as item, session.day, session.seconds,
             session.started_at, session.utc_offset, session.note, session.tags,
             session.source, session.logged_at, session.part_of"""
FROM = "from session join item on item.id = session.item_id"
ONE = f"select {COLUMNS} {FROM} where session.uid = :uid"
# What runs between two instants. None is longer than a day: no earlier start matters.
DURING = f"""select {COLUMNS} {FROM}
             where session.started_at > :start - {LONGEST_SESSION} and session.started_at < :end
             and session.started_at + session.seconds > :start
             and session.uid <> :except order by session.started_at, session.id"""
# The other pieces of a stretch over a day's start: the same item, written at the same
# moment, one starting where one ends. They are found by their start (`+` keeps SQLite
# from searching all sessions of the item).
PARTS = f"""select {COLUMNS} {FROM}
            where session.started_at between :start - {LONGEST_SESSION} and :start + :seconds
            and (session.started_at = :start + :seconds
                 or session.started_at + session.seconds = :start)
            and +session.item_id = (select item_id from session where uid = :uid)
            and session.logged_at = :logged_at and session.uid <> :uid
            order by session.started_at"""
ADD = f"""insert into session ({", ".join(NewSession._fields)})
          values ({", ".join("?" * len(NewSession._fields))})"""
CHANGED = tuple(name for name in NewSession._fields if name != "part_of")
CHANGE = f"update session set {assignments(CHANGED)} where uid = :uid"
REMOVE = "delete from session where uid = :uid"
DETAILS = f"select {', '.join(SessionDetails._fields)} from session where uid = :uid"


def session_from_row(row: Sequence[Any]) -> Session:
    """A row of `COLUMNS` as its record."""
    uid, item, day, seconds, started_at, utc_offset, note, tags, *rest = row
    return Session(
        uid,
        item,
        text_to_day(day),
        seconds,
        started_at,
        utc_offset,
        note,
        tuple(tags.split()),
        *rest,
    )


def read_session(db: Connection, uid: str) -> Session:
    """The session with that whole id."""
    return session_from_row(db.execute(ONE, {"uid": uid}).fetchone())


def read_details(db: Connection, uid: str) -> SessionDetails:
    """The columns of a session beside its time."""
    details = SessionDetails(*db.execute(DETAILS, {"uid": uid}).fetchone())
    return details._replace(tags=tuple(str(details.tags).split()))


def sessions_during(
    db: Connection, start: int, end: int, *, except_uid: str = ""
) -> list[Session]:
    """Timed sessions that run between two instants (UTC seconds), earliest first."""
    span = {"start": start, "end": end, "except": except_uid}
    return [session_from_row(row) for row in db.execute(DURING, span)]


def other_parts(db: Connection, session: Session) -> list[Session]:
    """The other sessions of the stretch that `session` is a part of.

    A stretch over a day's start is stored as one session for each day.
    """
    values = {
        "uid": session.uid,
        "logged_at": session.logged_at,
        "start": session.started_at,
        "seconds": session.seconds,
    }
    return [session_from_row(row) for row in db.execute(PARTS, values)]


def add_pieces(
    db: Connection,
    details: SessionDetails,
    pieces: Iterable[Piece],
    now_utc: int,
    part_of: str | None = None,
) -> list[str]:
    """Add a session for each piece; return their ids. `now_utc` is UTC seconds.

    All but the first are parts of the first, or all of the session `part_of`. They are
    no entries of a log, also where the details are of one.
    """
    details = details._replace(entry_id=None, entry_states=None, entry_updated=None)
    rows: list[NewSession] = []
    for piece in pieces:
        row = session_row(new_uid(), details, piece, now_utc)
        rows.append(row._replace(part_of=part_of))
        part_of = part_of or row.uid
    add_sessions(db, rows)
    return [row.uid for row in rows]


def add_sessions(db: Connection, rows: Iterable[NewSession]) -> int:
    """Add rows; return how many. The caller calls `rewrite_overlaps` afterwards."""
    return db.executemany(ADD, rows).rowcount


def change_session(
    db: Connection, uid: str, details: SessionDetails, piece: Piece, now_utc: int
) -> None:
    """Rewrite every column of a session, edited at `now_utc` (UTC seconds).

    It stays the part that it is. An edit is later than the recording, also within the
    same second.
    """
    edited_at = max(now_utc, details.logged_at + 1)
    db.execute(CHANGE, session_row(uid, details, piece, edited_at)._asdict())


def session_row(
    uid: str, details: SessionDetails, piece: Piece, now_utc: int
) -> NewSession:
    """The row of one piece. A column is of the piece or of the details, never lost."""
    columns = piece._asdict() | details._asdict()
    columns |= {"day": day_to_text(piece.day), "tags": tags_to_text(details.tags)}
    return NewSession(uid=uid, edited_at=now_utc, part_of=None, **columns)


def remove_session(db: Connection, uid: str, now_utc: int) -> None:
    """Remove a session; a tombstone keeps merging from bringing it back."""
    db.execute(REMOVE, {"uid": uid})
    add_tombstone(db, uid, "session", now_utc)
