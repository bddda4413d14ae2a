"""Entries that were imported before and are different in the file now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.session_rows import later_uids, session_rows
from tracker.imports.rules.tags import tags_column
from tracker.journal.store import imported_sessions
from tracker.journal.store.imported_sessions import ImportedSession
from tracker.journal.store.sessions import add_sessions, remove_session


@dataclass(slots=True)
class Corrections:
    """What came of entries imported before.

    `kept` counts those that differ and stay, because they were edited in tracker since.
    `days` (ISO text) are those that had or have their sessions.
    """

    corrected: int = 0
    kept: int = 0
    days: set[str] = field(default_factory=set)


def correct_sessions(
    db: Connection, entries: Sequence[ReadySession], now_utc: int
) -> Corrections:
    """Change the sessions of `entries` to what the file says now.

    Sessions that were edited in tracker since they were read stay as they are.
    """
    result = Corrections()
    rows = imported_sessions.read_imported(db, [entry.uid for entry in entries])
    for entry in entries:
        row = rows.get(entry.uid)
        if row is None:
            continue
        later: dict[str, ImportedSession] = {}
        if not entry.item:
            later = imported_sessions.read_imported(db, later_uids(entry.uid))
        if _is_same(row, later, entry):
            continue
        if row.changed:
            result.kept += 1
        else:
            result.corrected += 1
            result.days |= _rewrite(db, {row.uid: row, **later}, entry, now_utc)
    return result


def _is_same(
    row: ImportedSession, later: Mapping[str, ImportedSession], entry: ReadySession
) -> bool:
    """Whether the sessions still say what the entry says.

    Their item is not compared, nor the day of timed ones: tracker chose both.
    """
    first = entry.parts[0]
    in_file = (first.started_at, entry.note, tags_column(entry.tags))
    if (row.started_at, row.note, row.tags) != in_file:
        return False
    if first.started_at is None and row.day != first.day:
        return False
    seconds = row.seconds + sum(other.seconds for other in later.values())
    if seconds != entry.seconds:
        return False
    return bool(entry.item) or row.project == entry.project


def _rewrite(
    db: Connection,
    old_rows: Mapping[str, ImportedSession],
    entry: ReadySession,
    now_utc: int,
) -> set[str]:
    """Change an entry's sessions row by row; return the days that had or have them."""
    first = old_rows[entry.uid]
    new_rows = [
        row._replace(edited_at=now_utc, logged_at=now_utc)
        for row in session_rows(entry, first.item_id, first.batch_id, now_utc)
    ]
    for row in new_rows:
        if row.uid in old_rows:
            imported_sessions.correct_session(db, row)
        else:
            add_sessions(db, [row])
    for uid in old_rows.keys() - {row.uid for row in new_rows}:
        remove_session(db, uid, now_utc)
    days = {row.day for row in new_rows}
    return days | {row.day for row in old_rows.values()}
