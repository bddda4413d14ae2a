"""Edit and remove sessions, and name the other parts of their stretches."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.journal.rules.checks import source_after_edit
from tracker.journal.rules.days import day_of
from tracker.journal.rules.edits import Edit, edited_pieces
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import (
    Piece,
    Session,
    SessionDetails,
    WrittenSessions,
    piece_of,
)
from tracker.journal.service.sessions import check_pieces
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.items import choose_item
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.journal.store.session_ids import find_id, short_id
from tracker.journal.store.sessions import (
    add_pieces,
    change_session,
    other_parts,
    read_details,
    read_session,
    remove_session,
)

# A session and its short id.
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
    changed = details._replace(
        item_id=chosen.id if chosen else details.item_id,
        note=details.note if edit.note is None else edit.note.strip(),
        tags=details.tags if edit.tags is None else edit.tags,
        source=_edited_source(details, old.day, pieces[-1].day, moment),
    )
    sessions = rewrite_session(db, old, changed, pieces, moment, overlap=overlap)
    answer = summarise_written(db, sessions, moment.today, before=old, item=chosen)
    return answer, rest


def _edited_source(
    details: SessionDetails, old_day: date, last_day: date, moment: LocalMoment
) -> str:
    """How the edited session was recorded; as before where its day is as before."""
    if last_day == old_day:
        return details.source
    logged_day = day_of(details.logged_at, moment.day_starts, moment.zone)
    return source_after_edit(details.source, last_day, logged_day)


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
    moved = tuple(pieces) != (piece_of(old),)
    if not moved and details == read_details(db, old.uid):
        return [old]
    if moved:
        check_pieces(db, pieces, moment, overlap=overlap, old=old)
    change_session(db, old.uid, details, pieces[0], moment.now_utc)
    part_of = old.part_of or old.uid
    later = add_pieces(db, details, pieces[1:], moment.now_utc, part_of)
    uids = [old.uid, *later]
    days = [old.day, *(piece.day for piece in pieces)]
    rewrite_overlaps(db, days, moment.now_utc)
    return [read_session(db, uid) for uid in uids]
