"""Log, edit and remove sessions: what the rules ask, the rows, the days' overlaps."""

from collections.abc import Sequence
from sqlite3 import Connection
from typing import NamedTuple

from tracker.journal.rules.days import day_of
from tracker.journal.rules.edits import Edit, edited_pieces
from tracker.journal.rules.limits import (
    check_day_total,
    overlap_refusal,
    source_after_edit,
    source_of,
)
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import (
    Piece,
    Session,
    SessionDetails,
    WrittenSessions,
)
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.ids import find_id, short_id
from tracker.journal.store.items import choose_item
from tracker.journal.store.overlaps import read_day_load, rewrite_overlaps
from tracker.journal.store.sessions import (
    add_pieces,
    change_session,
    other_parts,
    read_details,
    read_session,
    remove_session,
    sessions_during,
)

# A session with as much of its id as tells it from all others.
NamedSession = tuple[Session, str]


class SessionEdit(NamedTuple):
    """What `edit` changes: the item by name, the time, the note, the tags.

    None for the item, the note or the tags leaves them as they are.
    """

    time: Edit
    item: str | None = None
    note: str | None = None
    tags: tuple[str, ...] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is to be changed."""
        others = (self.item, self.note, self.tags)
        return self.time.is_empty and others == (None, None, None)


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


def edit_session(
    db: Connection,
    typed_id: str,
    edit: SessionEdit,
    moment: LocalMoment,
    *,
    overlap: bool,
) -> tuple[WrittenSessions, list[NamedSession]]:
    """Correct a session; return it, and the parts of its stretch that stay as they are.

    Raises NotFound or Ambiguous for the id or the item, Refused where the rules do.
    """
    old = read_session(db, find_id(db, typed_id))
    rest = find_rest(db, [old.uid])
    details = read_details(db, old.uid)
    chosen = choose_item(db, edit.item) if edit.item else None
    pieces = edited_pieces(old, edit.time, moment)
    logged_day = day_of(details.logged_at, moment.day_starts, moment.zone)
    changed = details._replace(
        item_id=chosen.id if chosen else details.item_id,
        note=details.note if edit.note is None else edit.note.strip(),
        tags=details.tags if edit.tags is None else edit.tags,
        source=source_after_edit(details.source, pieces[-1].day, logged_day),
    )
    sessions = rewrite_session(db, old, changed, pieces, moment, overlap=overlap)
    answer = summarise_written(db, sessions, moment.today, before=old, item=chosen)
    return answer, rest


def remove_sessions(
    db: Connection, typed_ids: Sequence[str], now_utc: int
) -> tuple[list[NamedSession], list[NamedSession]]:
    """Remove sessions; return them, and the parts of their stretches that stay.

    Raises NotFound or Ambiguous for an id.
    """
    uids = list(dict.fromkeys(find_id(db, typed) for typed in typed_ids))
    rest = find_rest(db, uids)
    removed = [(read_session(db, uid), short_id(db, uid)) for uid in uids]
    for uid in uids:
        remove_session(db, uid, now_utc)
    rewrite_overlaps(db, [session.day for session, _ in removed], now_utc)
    return removed, rest


def find_rest(db: Connection, uids: Sequence[str]) -> list[NamedSession]:
    """The other parts of the stretches that the sessions `uids` are parts of."""
    parts: dict[str, Session] = {}
    for uid in uids:
        for part in other_parts(db, read_session(db, uid)):
            if part.uid not in uids:
                parts[part.uid] = part
    return [(part, short_id(db, uid)) for uid, part in parts.items()]


def write_session(
    db: Connection,
    details: SessionDetails,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    *,
    overlap: bool,
) -> list[Session]:
    """Add a session for each piece. Raises Refused where the rules do."""
    if not overlap:
        _check_overlaps(db, pieces, moment)
    _check_days(db, pieces, moment)
    uids = add_pieces(db, details, pieces, moment.now_utc)
    rewrite_overlaps(db, [piece.day for piece in pieces], moment.now_utc)
    return [read_session(db, uid) for uid in uids]


def rewrite_session(
    db: Connection,
    old: Session,
    details: SessionDetails,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    *,
    overlap: bool,
) -> list[Session]:
    """Give a session these details and pieces; further pieces become sessions.

    Where nothing differs, nothing is written. Raises Refused where the rules do.
    """
    old_piece = Piece(old.day, old.seconds, old.started_at, old.utc_offset)
    moved = tuple(pieces) != (old_piece,)
    if not moved and details == read_details(db, old.uid):
        return [old]
    if moved and not overlap:
        _check_overlaps(db, pieces, moment, old)
    if moved:
        _check_days(db, pieces, moment, old)
    change_session(db, old.uid, details, pieces[0], moment.now_utc)
    uids = [old.uid, *add_pieces(db, details, pieces[1:], moment.now_utc)]
    days = [old.day, *(piece.day for piece in pieces)]
    rewrite_overlaps(db, days, moment.now_utc)
    return [read_session(db, uid) for uid in uids]


def _check_overlaps(
    db: Connection,
    pieces: Sequence[Piece],
    moment: LocalMoment,
    old: Session | None = None,
) -> None:
    """Refuse an overlap, but not with sessions that the edited one, `old`, overlapped."""
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
    old: Session | None = None,
) -> None:
    """Refuse more than 24 h on a day; the edited session `old` no longer counts."""
    uid = old.uid if old else ""
    for day in sorted({piece.day for piece in pieces}):
        added = [piece for piece in pieces if piece.day == day]
        after = read_day_load(db, day, except_uid=uid).plus(added)
        check_day_total(day, read_day_load(db, day).clock, after, moment.today)


def _sessions_beside(
    db: Connection, start: int | None, seconds: int, except_uid: str = ""
) -> list[Session]:
    """Timed sessions that run during a stretch; none where its start is not known."""
    if start is None:
        return []
    return sessions_during(db, start, start + seconds, except_uid=except_uid)
