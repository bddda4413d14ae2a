"""Writing a stretch of work down whole: what the rules ask of it, the rows, the days' overlaps."""

from collections.abc import Sequence
from sqlite3 import Connection

from tracker.journal.rules.limits import check_day, overlap_refused
from tracker.journal.rules.pieces import Moment
from tracker.journal.rules.records import Piece, Session, SessionDetails
from tracker.journal.store.ids import short_id
from tracker.journal.store.overlaps import load, rewrite_overlaps
from tracker.journal.store.sessions import (
    add_pieces,
    change_session,
    during,
    entry_of,
    remove_session,
    session,
)


def write_session(
    db: Connection,
    entry: SessionDetails,
    pieces: Sequence[Piece],
    when: Moment,
    *,
    overlap: bool,
) -> list[Session]:
    """Log a stretch of work, a session for each day it touches. Raises Refused where the rules do."""
    _check(db, pieces, when, overlap=overlap)
    ids = add_pieces(db, entry, pieces, when.now)
    rewrite_overlaps(db, [piece.day for piece in pieces], when.now)
    return [session(db, uid) for uid in ids]


def rewrite_session(
    db: Connection,
    old: Session,
    entry: SessionDetails,
    pieces: Sequence[Piece],
    when: Moment,
    *,
    overlap: bool,
) -> list[Session]:
    """Make a session what is given; where that passes a day's start, the rest becomes a session of its own.

    What is as it was already is not written. Raises Refused where the rules do.
    """
    kept = Piece(old.day, old.seconds, old.started_at, old.utc_offset)
    moved = tuple(pieces) != (kept,)
    if not moved and entry == entry_of(db, old.uid):
        return [old]
    if moved:
        _check(db, pieces, when, overlap=overlap, but=old)
    change_session(db, old.uid, entry, pieces[0], when.now)
    ids = [old.uid, *add_pieces(db, entry, pieces[1:], when.now)]
    rewrite_overlaps(db, [old.day, *(piece.day for piece in pieces)], when.now)
    return [session(db, uid) for uid in ids]


def remove_sessions(db: Connection, ids: Sequence[str], now: int) -> list[Session]:
    """Remove sessions by their whole ids; return what they were."""
    gone = [session(db, uid) for uid in ids]
    for each in gone:
        remove_session(db, each.uid, now)
    rewrite_overlaps(db, [each.day for each in gone], now)
    return gone


def _check(
    db: Connection,
    pieces: Sequence[Piece],
    when: Moment,
    *,
    overlap: bool,
    but: Session | None = None,
) -> None:
    """Refuse what the rules refuse; what the session that is changed ran beside already, it may go on to."""
    without = but.uid if but else ""
    if not overlap:
        known = set(_beside(db, but.started_at, but.seconds)) if but else set()
        seconds = sum(piece.seconds for piece in pieces)
        for other in _beside(db, pieces[0].started_at, seconds, without):
            if other not in known:
                raise overlap_refused(
                    other, short_id(db, other.uid), when.zone, when.today
                )
    for day in sorted({piece.day for piece in pieces}):
        before = load(db, day).clock
        after = load(db, day, but=without).plus(
            [piece for piece in pieces if piece.day == day]
        )
        check_day(day, before, after, when.today)


def _beside(
    db: Connection, start: int | None, seconds: int, but: str = ""
) -> list[Session]:
    """Timed sessions that run during a stretch, where it is known when that was."""
    return [] if start is None else during(db, start, start + seconds, but=but)
