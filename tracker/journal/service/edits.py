"""Edit and remove sessions; those of a stretch over a day's start together."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.journal.rules.checks import source_after_edit
from tracker.journal.rules.days import day_of
from tracker.journal.rules.edits import Edit, edited_pieces
from tracker.journal.rules.pieces import LocalMoment, NamedStretch
from tracker.journal.rules.records import (
    ChosenItem,
    Session,
    SessionDetails,
    WrittenSessions,
)
from tracker.journal.service.changes import (
    StretchChange,
    check_written,
    read_parts,
    separate,
    write_changes,
)
from tracker.journal.service.lines import find_session
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.items import choose_item
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.journal.store.session_ids import find_id, short_id
from tracker.journal.store.sessions import read_details, remove_session


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
) -> WrittenSessions:
    """Correct the stretch that a session is of.

    Raises NotFound or Ambiguous for the id or the item, Refused where the rules do.
    """
    parts = read_parts(db, find_session(db, typed_id, moment.today))
    chosen = choose_item(db, edit.item) if edit.item else None
    change = plan_change(db, parts, edit, chosen, moment)
    (written,) = write_changes(db, [change], moment)
    check_written(db, written, moment, overlap=overlap)
    return summarise_written(
        db, written.sessions, moment.today, before=parts, item=chosen
    )


def plan_change(
    db: Connection,
    parts: tuple[Session, ...],
    edit: SessionEdit,
    item: ChosenItem | None,
    moment: LocalMoment,
) -> StretchChange:
    """What `edit` makes of a stretch; `item` is the one that it names.

    Raises Unreadable or Refused for the time, as `edited_pieces`.
    """
    pieces = edited_pieces(parts, edit.time, moment)
    details = read_details(db, parts[0].uid)
    changed = details._replace(
        item_id=item.id if item else details.item_id,
        note=details.note if edit.note is None else edit.note.strip(),
        tags=details.tags if edit.tags is None else edit.tags,
        source=_edited_source(details, parts[-1].day, pieces[-1].day, moment),
    )
    return StretchChange(parts, changed, pieces)


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
) -> list[NamedStretch]:
    """Remove the stretches of these sessions, and return them.

    Raises NotFound or Ambiguous for an id.
    """
    uids = [find_id(db, typed) for typed in typed_ids]
    stretches = dict.fromkeys(read_parts(db, uid) for uid in uids)
    removed = [(parts, short_id(db, parts[0].uid)) for parts in stretches]
    remove_stretches(db, list(stretches), now_utc)
    return removed


def remove_stretches(
    db: Connection, stretches: Sequence[tuple[Session, ...]], now_utc: int
) -> None:
    """Remove all parts of each stretch."""
    for parts in stretches:
        separate(db, parts, now_utc)
        for part in parts:
            remove_session(db, part.uid, now_utc)
    days = [part.day for parts in stretches for part in parts]
    rewrite_overlaps(db, days, now_utc)
