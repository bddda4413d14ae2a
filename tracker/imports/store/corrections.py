"""Known entries whose source says something else by now."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.tags import tags_column
from tracker.imports.store.session_rows import later_ids, session_rows
from tracker.journal.store import imported_sessions
from tracker.journal.store.sessions import add_sessions, remove_session


@dataclass(slots=True)
class Corrected:
    """How many were corrected; how many differ and were kept, being changed here since; the days (ISO) it touched."""

    corrected: int = 0
    kept: int = 0
    days: set[str] = field(default_factory=set)


def correct(db: Connection, entries: Sequence[ReadySession], now: int) -> Corrected:
    """Make known entries what their source says now, unless they were changed here since they were read."""
    done, rows = (
        Corrected(),
        imported_sessions.rows(db, [entry.uid for entry in entries]),
    )
    for entry in entries:
        row = rows.get(entry.uid)
        if row is None:
            continue
        later = {} if entry.item else imported_sessions.rows(db, later_ids(entry.uid))
        if _same(row, later, entry):
            continue
        if row.changed:
            done.kept += 1
        else:
            done.corrected += 1
            done.days |= _rewrite(db, {row.uid: row, **later}, entry, now)
    return done


def _same(
    row: imported_sessions.Row,
    later: dict[str, imported_sessions.Row],
    entry: ReadySession,
) -> bool:
    """Whether sessions still say what the entry does; their item and, of timed ones, their day are tracker's own."""
    first = entry.parts[0]
    if (row.started_at, row.note, row.tags) != (
        first.started_at,
        entry.note,
        tags_column(entry.tags),
    ):
        return False
    if first.started_at is None and row.day != first.day:
        return False
    seconds = row.seconds + sum(each.seconds for each in later.values())
    return seconds == entry.seconds and (
        bool(entry.item) or row.project == entry.project
    )


def _rewrite(
    db: Connection, old: dict[str, imported_sessions.Row], entry: ReadySession, now: int
) -> set[str]:
    """Put an entry's sessions right, row by row, and return the days that had or have them."""
    row = old[entry.uid]
    new = [
        each._replace(edited_at=now, logged_at=now)
        for each in session_rows(entry, row.item_id, row.batch_id, now)
    ]
    for each in new:
        if each.uid in old:
            imported_sessions.correct(db, each)
        else:
            add_sessions(db, [each])
    for uid in old.keys() - {each.uid for each in new}:
        remove_session(db, uid, now)
    return {each.day for each in old.values()} | {each.day for each in new}
