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
             order by session.started_at, session.id"""
GROUP = f"""select {COLUMNS} {FROM} where session.uid = :head or session.part_of = :head
            order by session.started_at, session.id"""
LINK = """update session set part_of = :head, edited_at = :now
          where uid = :uid and part_of is not :head"""
ADD = f"""insert into session ({", ".join(NewSession._fields)})
          values ({", ".join("?" * len(NewSession._fields))})"""
CHANGED = tuple(name for name in NewSession._fields if name != "part_of")
CHANGE = f"update session set {assignments(CHANGED)} where uid = :uid"
# Where both starts are known, they are the same.
SAME = """select uid from session
          where item_id = (select item_id from session where uid = :uid)
          and day = :day and seconds = :seconds and logged_at >= :since
          and uid <> :uid and started_at is :started_at and note = :note limit 1"""
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


def sessions_beside(db: Connection, parts: Sequence[Session]) -> list[Session]:
    """Other timed sessions that run during a stretch, earliest first; none without times.

    `parts` are those of the stretch, none where there is none yet.
    """
    if not parts or parts[0].started_at is None:
        return []
    start, own = parts[0].started_at, {part.uid for part in parts}
    span = {"start": start, "end": start + sum(part.seconds for part in parts)}
    sessions = [session_from_row(row) for row in db.execute(DURING, span)]
    return [session for session in sessions if session.uid not in own]


def was_logged_since(db: Connection, session: Session, since: int) -> bool:
    """Whether another session of the same item, day, time and note was logged since then.

    `since` is UTC seconds.
    """
    same = {
        "uid": session.uid,
        "day": day_to_text(session.day),
        "seconds": session.seconds,
        "started_at": session.started_at,
        "note": session.note,
        "since": since,
    }
    return db.execute(SAME, same).fetchone() is not None


def read_group(db: Connection, uid: str) -> list[Session]:
    """All sessions that were written as one stretch with the session `uid`.

    A stretch over a day's start is stored as one session for each day.
    """
    session = read_session(db, uid)
    head = {"head": session.part_of or uid}
    return [session_from_row(row) for row in db.execute(GROUP, head)]


def link_parts(db: Connection, parts: Sequence[Session], now_utc: int) -> None:
    """Make these sessions the parts of one stretch, whatever they were parts of."""
    for part in parts:
        head = parts[0].uid if part is not parts[0] else None
        db.execute(LINK, {"uid": part.uid, "head": head, "now": now_utc})


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
    same second, and where the clock was wrong when it was recorded.
    """
    details = details._replace(logged_at=min(details.logged_at, now_utc))
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
