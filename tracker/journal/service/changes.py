"""Write stretches: new ones and others than before, several at once.

All are written before one is checked, so that two sessions can change places.
"""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tracker.journal.rules.checks import check_day_total, overlap_refusal
from tracker.journal.rules.pieces import (
    LocalMoment,
    NamedStretch,
    join_parts,
    split_group,
)
from tracker.journal.rules.records import Piece, Session, SessionDetails, piece_of
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.journal.store.session_ids import short_id
from tracker.journal.store.sessions import (
    add_pieces,
    change_session,
    link_parts,
    read_details,
    read_group,
    read_session,
    remove_session,
    sessions_beside,
)


class StretchChange(NamedTuple):
    """What a stretch is to be; `parts` are its sessions so far, none for a new one."""

    parts: tuple[Session, ...]
    details: SessionDetails
    pieces: tuple[Piece, ...]

    @property
    def is_moved(self) -> bool:
        """Whether its time changes."""
        return self.pieces != tuple(map(piece_of, self.parts))


class WrittenStretch(NamedTuple):
    """A stretch as it was written, and what its check needs of the time before.

    `beside` are the ids of the sessions that ran at the same time, `clocks` the seconds
    on the clock of each day.
    """

    sessions: tuple[Session, ...]
    is_moved: bool
    beside: frozenset[str]
    clocks: Mapping[date, int]


def write_changes(
    db: Connection, changes: Sequence[StretchChange], moment: LocalMoment
) -> list[WrittenStretch]:
    """Write what differs; whoever calls it checks each by `check_written`."""
    days: set[date] = set()
    for change in filter(lambda change: change.is_moved, changes):
        pieces = (*map(piece_of, change.parts), *change.pieces)
        days |= {piece.day for piece in pieces}
    clocks = {day: clock_seconds(db, day, day) for day in days}
    beside = [sessions_beside(db, change.parts) for change in changes]
    written = [_write(db, change, moment.now_utc) for change in changes]
    rewrite_overlaps(db, days)
    return [
        WrittenStretch(
            tuple(read_session(db, uid) for uid in uids),
            change.is_moved,
            frozenset(other.uid for other in others),
            clocks,
        )
        for change, uids, others in zip(changes, written, beside, strict=True)
    ]


def _write(db: Connection, change: StretchChange, now_utc: int) -> list[str]:
    """Write one stretch, and return the ids of its parts.

    The first part keeps its id, and so do the others as far as there are pieces.
    """
    parts, details, pieces = change
    if not parts:
        return add_pieces(db, details, pieces, now_utc)
    kept = [part.uid for part in parts[: len(pieces)]]
    if not change.is_moved and details == read_details(db, parts[0].uid):
        return kept
    separate(db, parts, now_utc)
    for part, piece in zip(parts, pieces, strict=False):
        own = read_details(db, part.uid)._replace(
            item_id=details.item_id,
            note=details.note,
            tags=details.tags,
            source=details.source,
        )
        change_session(db, part.uid, own, piece, now_utc)
    for part in parts[len(pieces) :]:
        remove_session(db, part.uid, now_utc)
    return kept + add_pieces(db, details, pieces[len(parts) :], now_utc, kept[0])


def separate(db: Connection, parts: Sequence[Session], now_utc: int) -> None:
    """Let what was once one stretch with these `parts`, and no longer is, be its own."""
    group = read_group(db, parts[0].uid)
    if len(group) > len(parts):
        for stretch in split_group(group):
            link_parts(db, stretch, now_utc)


def read_parts(db: Connection, uid: str) -> tuple[Session, ...]:
    """The parts of the stretch that the session `uid` is of, the earliest first."""
    stretches = split_group(read_group(db, uid))
    return next(parts for parts in stretches if any(part.uid == uid for part in parts))


def stretches_beside(
    db: Connection, parts: Sequence[Session], allowed: Container[str] = ()
) -> list[NamedStretch]:
    """The other stretches that run during one; but no session with an `allowed` id."""
    others = [
        read_parts(db, other.uid)
        for other in sessions_beside(db, parts)
        if other.uid not in allowed
    ]
    return [(other, short_id(db, other[0].uid)) for other in dict.fromkeys(others)]


def check_written(
    db: Connection, written: WrittenStretch, moment: LocalMoment, *, overlap: bool
) -> None:
    """Raise Refused for a day of more than 24 h, and for an overlap.

    An overlap may be where `overlap` allows it, and where it was before.
    """
    if not written.is_moved:
        return
    if not overlap:
        for parts, short in stretches_beside(db, written.sessions, written.beside):
            mine, old = join_parts(written.sessions), join_parts(parts)
            span = mine.started_at or 0, mine.seconds
            raise overlap_refusal(old, short, span, moment.zone, moment.today)
    for day in sorted({session.day for session in written.sessions}):
        after = clock_seconds(db, day, day)
        check_day_total(day, written.clocks[day], after, moment.today)
