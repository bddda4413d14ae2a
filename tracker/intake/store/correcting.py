"""Known entries whose source says something else by now."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from sqlite3 import Connection

from tracker.intake.rules.entries import Settled
from tracker.intake.rules.tags import tags_column
from tracker.intake.store.rowing import later_ids, rows_of
from tracker.journal.store import imported
from tracker.journal.store.sessions import add_sessions, remove_session


@dataclass(slots=True)
class Corrected:
    """How many were corrected; how many differ and were kept, being changed here since; the days (ISO) it touched."""

    corrected: int = 0
    kept: int = 0
    days: set[str] = field(default_factory=set)


def correct(db: Connection, entries: Sequence[Settled], now: int) -> Corrected:
    """Make known entries what their source says now, unless they were changed here since they were read."""
    done, rows = Corrected(), imported.rows(db, [entry.uid for entry in entries])
    for entry in entries:
        row = rows.get(entry.uid)
        if row is None:
            continue
        later = {} if entry.item else imported.rows(db, later_ids(entry.uid))
        if _same(row, later, entry):
            continue
        if row.changed:
            done.kept += 1
        else:
            done.corrected += 1
            done.days |= _rewrite(db, {row.uid: row, **later}, entry, now)
    return done


def _same(row: imported.Row, later: dict[str, imported.Row], entry: Settled) -> bool:
    """Whether sessions still say what the entry does; their item and, of timed ones, their day are tracker's own."""
    first = entry.parts[0]
    if (row.started_at, row.note, row.tags) != (first.started_at, entry.note, tags_column(entry.tags)):
        return False
    if first.started_at is None and row.day != first.day:
        return False
    seconds = row.seconds + sum(each.seconds for each in later.values())
    return seconds == entry.seconds and (bool(entry.item) or row.project == entry.project)


def _rewrite(db: Connection, old: dict[str, imported.Row], entry: Settled, now: int) -> set[str]:
    """Put an entry's sessions right, row by row, and return the days that had or have them."""
    row = old[entry.uid]
    new = [each._replace(edited_at=now, logged_at=now) for each in rows_of(entry, row.item_id, row.batch_id, now)]
    for each in new:
        if each.uid in old:
            imported.correct(db, each)
        else:
            add_sessions(db, [each])
    for uid in old.keys() - {each.uid for each in new}:
        remove_session(db, uid, now)
    return {each.day for each in old.values()} | {each.day for each in new}
