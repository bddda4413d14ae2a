"""Log sessions: check them, save their rows, and save the overlaps of their days."""

from collections.abc import Sequence
from sqlite3 import Connection

from tracker.journal.rules.checks import check_day_total, overlap_refusal, source_of
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import (
    Piece,
    Session,
    SessionDetails,
    WrittenSessions,
    piece_of,
)
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.items import choose_item
from tracker.journal.store.overlaps import read_gains, rewrite_overlaps
from tracker.journal.store.session_ids import short_id
from tracker.journal.store.sessions import add_pieces, read_session, sessions_during


def log_session(
    db: Connection,
    item: str,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    *,
    note: str,
    tags: tuple[str, ...],
    overlap: bool,
) -> WrittenSessions:
    """Log a stretch of work on the item that `item` names.

    Raises NotFound or Ambiguous for the name, Refused where the rules do.
    """
    chosen = choose_item(db, item)
    source = source_of(pieces[-1].day, moment.today)
    details = SessionDetails(chosen.id, note.strip(), tags, source, moment.now_utc)
    sessions = write_session(db, details, pieces, moment, overlap=overlap)
    return summarise_written(db, sessions, moment.today, item=chosen)


def write_session(
    db: Connection,
    details: SessionDetails,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    *,
    overlap: bool,
) -> list[Session]:
    """Add a session for each piece. Raises Refused where the rules do."""
    check_pieces(db, pieces, moment, overlap=overlap)
    uids = add_pieces(db, details, pieces, moment.now_utc)
    timed = [piece.day for piece in pieces if piece.span]
    rewrite_overlaps(db, timed, moment.now_utc)
    return [read_session(db, uid) for uid in uids]


def check_pieces(
    db: Connection,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    *,
    overlap: bool,
    old: Session | None = None,
) -> None:
    """Refuse an overlap, unless `overlap` allows it, and more than 24 h on a day.

    `old` is the session that is edited, if one is.
    """
    if not overlap:
        _check_overlaps(db, pieces, moment, old)
    _check_days(db, pieces, moment, old)


def _check_overlaps(
    db: Connection,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    old: Session | None,
) -> None:
    """Refuse an overlap, but not with a session that `old` overlapped already."""
    uid = old.uid if old else ""
    allowed = _sessions_beside(db, old.started_at, old.seconds) if old else []
    seconds = sum(piece.seconds for piece in pieces)
    for other in _sessions_beside(db, pieces[0].started_at, seconds, uid):
        if other not in allowed:
            short = short_id(db, other.uid)
            raise overlap_refusal(other, short, moment.zone, moment.today)


def _check_days(
    db: Connection,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    old: Session | None,
) -> None:
    """Refuse more than 24 h on a day; `old` no longer counts."""
    gains = read_gains(db, pieces, [piece_of(old)] if old else [])
    for day in sorted({piece.day for piece in pieces}):
        before = clock_seconds(db, day, day)
        check_day_total(day, before, before + gains[day], moment.today)


def _sessions_beside(
    db: Connection, start: int | None, seconds: int, except_uid: str = ""
) -> list[Session]:
    """Timed sessions that run during a stretch; none where its start is not known."""
    if start is None:
        return []
    return sessions_during(db, start, start + seconds, except_uid=except_uid)
