"""Log sessions."""

from collections.abc import Sequence
from sqlite3 import Connection

from tracker.journal.rules.checks import source_of
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import (
    Piece,
    Session,
    SessionDetails,
    WrittenSessions,
)
from tracker.journal.service.changes import (
    StretchChange,
    check_written,
    write_changes,
)
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.items import choose_item
from tracker.journal.store.sessions import was_logged_since
from tracker.limits import SAME_WITHIN


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
    answer = summarise_written(db, sessions, moment.today, item=chosen)
    since = moment.now_utc - SAME_WITHIN
    return answer._replace(repeats=was_logged_since(db, sessions[0], since))


def write_session(
    db: Connection,
    details: SessionDetails,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    *,
    overlap: bool,
) -> tuple[Session, ...]:
    """Add a session for each piece. Raises Refused where the rules do."""
    change = StretchChange((), details, tuple(pieces))
    (written,) = write_changes(db, [change], moment)
    check_written(db, written, moment, overlap=overlap)
    return written.sessions
