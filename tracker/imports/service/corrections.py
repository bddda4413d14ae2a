"""Entries that were imported before and are different in the file now."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from sqlite3 import Connection

from tracker.imports.rules import entry_changes
from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.entry_changes import KEPT, OLDER, EntryChange
from tracker.imports.rules.session_rows import later_uids, session_rows
from tracker.imports.rules.stored_entries import StoredEntry
from tracker.journal.rules.imported import ImportedSession
from tracker.journal.store import imported_sessions
from tracker.journal.store.session_ids import short_id
from tracker.journal.store.sessions import add_sessions, remove_session


@dataclass(slots=True)
class Corrections:
    """What came of entries imported before.

    `days` (ISO text) are those that had or have the sessions of corrected ones.
    """

    changes: list[EntryChange] = field(default_factory=list)
    days: set[str] = field(default_factory=set)


def correct_sessions(
    db: Connection, entries: Sequence[ReadySession], now_utc: int, today: date
) -> Corrections:
    """Change the sessions of `entries` to what the file says now.

    What the file said at its last import is no change. A session that the person edited
    since stays as it is, unless its log names a later change.
    """
    result = Corrections()
    if not entries:
        return result
    states = imported_sessions.read_states(db, [entry.uid for entry in entries])
    differing = [
        entry
        for entry in entries
        if entry.uid in states
        and (states[entry.uid] or "").split()[:1] != [entry.state]
    ]
    rows = imported_sessions.read_imported(db, [entry.uid for entry in differing])
    for entry in differing:
        stored = read_stored_entry(db, rows[entry.uid], with_later=not entry.item)
        _compare(db, stored, entry, now_utc, today, result)
    return result


def read_stored_entry(
    db: Connection, first: ImportedSession, *, with_later: bool = True
) -> StoredEntry:
    """The entry whose first session is `first`, with those of later days."""
    if not with_later:
        return StoredEntry(first, {})
    return StoredEntry(
        first, imported_sessions.read_imported(db, later_uids(first.uid))
    )


def short_ids(db: Connection, stored: StoredEntry) -> str:
    """The short ids of an entry's sessions, with blanks between."""
    return " ".join(short_id(db, uid) for uid in (stored.first.uid, *stored.later))


def _compare(
    db: Connection,
    stored: StoredEntry,
    entry: ReadySession,
    now_utc: int,
    today: date,
    result: Corrections,
) -> None:
    """Correct one entry, or leave it and say why."""
    first = stored.first
    is_edited = stored.is_edited
    if stored.is_before_last(entry):
        if not stored.says(entry):
            ids = short_ids(db, stored)
            result.changes.append(entry_changes.left(stored, entry, today, OLDER, ids))
    elif stored.says(entry):
        if stored.states:
            _remember(db, stored, entry)
    elif is_edited and not (entry.updated and entry.updated > first.edited_at):
        ids = short_ids(db, stored)
        result.changes.append(entry_changes.left(stored, entry, today, KEPT, ids))
        _remember(db, stored, entry)
    else:
        result.changes.append(
            entry_changes.corrected(stored, entry, today, was_edited=is_edited)
        )
        result.days |= _rewrite(db, stored, entry, now_utc)


def _remember(db: Connection, stored: StoredEntry, entry: ReadySession) -> None:
    """Record what the file says of an entry that stays as it is here."""
    states = stored.states_with(entry.state)
    imported_sessions.remember_states(db, stored.first.uid, states, entry.updated)


def _rewrite(
    db: Connection, stored: StoredEntry, entry: ReadySession, now_utc: int
) -> set[str]:
    """Change an entry's sessions row by row; return the days that had or have them."""
    first, old_rows = stored.first, {stored.first.uid: stored.first, **stored.later}
    logged_at = now_utc if entry.logged_at is None else entry.logged_at
    new_rows = [
        row._replace(edited_at=now_utc, logged_at=logged_at)
        for row in session_rows(entry, first.item_id, first.batch_id, now_utc)
    ]
    states = stored.states_with(entry.state)
    new_rows[0] = new_rows[0]._replace(entry_states=states)
    for row in new_rows:
        if row.uid in old_rows:
            imported_sessions.correct_session(db, row)
        else:
            add_sessions(db, [row])
    for uid in old_rows.keys() - {row.uid for row in new_rows}:
        remove_session(db, uid, now_utc)
    days = {row.day for row in new_rows}
    return days | {row.day for row in old_rows.values()}
