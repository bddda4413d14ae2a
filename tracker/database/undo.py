"""Undo and redo: what a command changed is walked back, row by row, from the log that triggers keep."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tracker.database.history import STOP_RUNNING, start, transaction
from tracker.errors import Refused

Row = dict[str, object]


class HistoryEntry(NamedTuple):
    """One writing command: when (UTC seconds), as typed, and whether it stands: `done`, `undone` or `closed`."""

    id: int
    at: int
    words: str
    kind: str
    state: str


COMMANDS = "select id, at, words, kind, state from command where kind = 'do' order by id desc limit :limit"
LAST_DONE = """select id, at, words, kind, state from command where kind = 'do' and state = 'done'
               order by id desc limit 1"""
# Only what was undone since the last command of all can come back; what was undone last has the lowest id of them.
FIRST_UNDONE = """select id, at, words, kind, state from command where state = 'undone' and id in (
                  select target_id from command where kind = 'undo'
                  and id > (select id from command where kind = 'do' order by id desc limit 1)) order by id limit 1"""
ITS_UNDOING = (
    "select coalesce(max(id), 0) from command where kind = 'undo' and target_id = :id"
)
CHANGES = (
    "select tbl, row, old, new from change where command_id = :command order by id desc"
)
SET_STATE = "update command set state = :state where id = :id"
CLOSE = "update command set state = 'closed' where state <> 'closed'"
DELETE_BATCH_SESSIONS = "delete from session where batch_id = :row"
DELETE_ITS_FORECASTS = "delete from forecast where item_id = :row"
# What no log of the command holds and goes with its row all the same: it goes under the undoing, so redo has it back.
_BESIDE = {"import_batch": DELETE_BATCH_SESSIONS, "item": DELETE_ITS_FORECASTS}


def undo(db: sqlite3.Connection, now: int) -> HistoryEntry:
    """Walk back the last command that stands, in one transaction, and return it.

    Raises Refused where there is none.
    """
    with _refusing("undone"), transaction(db):
        last = _command(db, LAST_DONE)
        if last is None:
            raise Refused(
                "There is nothing to undo.", "tracker history lists what was done."
            )
        _walk_back(db, last.id, last, now, "undo")
        return last


def redo(db: sqlite3.Connection, now: int) -> HistoryEntry:
    """Bring back the command undone last, if nothing was done since; return it.

    Raises Refused where there is none.
    """
    with _refusing("brought back"), transaction(db):
        undone = _command(db, FIRST_UNDONE)
        if undone is None:
            raise Refused(
                "There is nothing to redo.",
                "Only what was just undone can be brought back.",
            )
        undoing = db.execute(ITS_UNDOING, {"id": undone.id}).fetchone()[0]
        _walk_back(db, undoing, undone, now, "redo")
        return undone


def commands(db: sqlite3.Connection, limit: int) -> list[HistoryEntry]:
    """The last `limit` commands, newest first."""
    return [HistoryEntry(*row) for row in db.execute(COMMANDS, {"limit": limit})]


def close(db: sqlite3.Connection) -> None:
    """Put all that was done so far beyond undoing: the tables it was done to have changed their form."""
    db.execute(CLOSE)


@contextmanager
def _refusing(what: str) -> Iterator[None]:
    """Refuse where a later seed stands in the way: its rows refer to the person's, or have the same name."""
    try:
        yield
    except sqlite3.IntegrityError as fault:
        raise Refused(
            f"That cannot be {what}: the shipped curriculum has changed since, and uses the same name.",
            "Nothing was changed; tracker history lists what was done.",
        ) from fault


def _command(db: sqlite3.Connection, chosen: str) -> HistoryEntry | None:
    row = db.execute(chosen).fetchone()
    return HistoryEntry(*row) if row else None


def _walk_back(
    db: sqlite3.Connection, logged: int, target: HistoryEntry, now: int, kind: str
) -> None:
    """Take back the changes logged under command `logged`, newest first, under a command of `kind` of its own."""
    db.execute("pragma defer_foreign_keys = on")
    changes = db.execute(CHANGES, {"command": logged}).fetchall()
    start(db, f"{kind}: {target.words}", now, kind, target.id)
    for table, row, old, new in changes:
        _restore(db, table, row, old and json.loads(old), new and json.loads(new))
    db.execute(STOP_RUNNING)
    db.execute(
        SET_STATE, {"id": target.id, "state": "undone" if kind == "undo" else "done"}
    )


def _restore(
    db: sqlite3.Connection, table: str, row: int, old: Row | None, new: Row | None
) -> None:
    """Make one row what it was. Names of tables and columns come from our own triggers, never from the person.

    Only what the command changed is put back: seeding may have marked the row since.
    """
    if old is None:
        if table in _BESIDE:
            db.execute(_BESIDE[table], {"row": row})
        db.execute(f"delete from {table} where id = :id", {"id": row})
    elif new is None:
        columns = ", ".join(f'"{name}"' for name in old)
        db.execute(
            f"insert into {table} ({columns}) values ({', '.join(f':{name}' for name in old)})",
            old,
        )
    else:
        changed = {name: was for name, was in old.items() if new.get(name) != was}
        columns = ", ".join(f'"{name}" = :{name}' for name in changed)
        if changed:
            db.execute(
                f"update {table} set {columns} where id = :of", {**changed, "of": row}
            )
