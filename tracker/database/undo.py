"""Undo and redo: restore each row that a command changed, from the triggers' log."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tracker.database.history import STOP_RUNNING, start, transaction
from tracker.errors import Refused

Row = dict[str, object]


class HistoryEntry(NamedTuple):
    """One command that wrote something.

    `at` is UTC seconds, `words` the command as typed. `state` is `done`, `undone`, or
    `closed`: a later revision changed the tables, so it cannot be undone.
    """

    id: int
    at: int
    words: str
    kind: str
    state: str


COMMANDS = """select id, at, words, kind, state from command where kind = 'do'
              order by id desc limit :limit"""
LAST_DONE = """select id, at, words, kind, state from command
               where kind = 'do' and state = 'done' order by id desc limit 1"""
# Only commands that were undone since the last new command can be redone. Of these, the
# one that was undone last has the lowest id.
FIRST_UNDONE = """select id, at, words, kind, state from command
                  where state = 'undone' and id in (
                      select target_id from command where kind = 'undo' and id > (
                          select id from command where kind = 'do'
                          order by id desc limit 1
                      )
                  )
                  order by id limit 1"""
LAST_UNDO_OF = (
    "select coalesce(max(id), 0) from command where kind = 'undo' and target_id = :id"
)
CHANGES = (
    "select tbl, row, old, new from change where command_id = :command order by id desc"
)
SET_STATE = "update command set state = :state where id = :id"
CLOSE = "update command set state = 'closed' where state <> 'closed'"
DELETE_BATCH_SESSIONS = "delete from session where batch_id = :row"
DELETE_FORECASTS = "delete from forecast where item_id = :row"
# Rows that the command's log does not hold, but that go with a row of it. They are
# deleted while the undo is logged, so that redo brings them back.
_DELETE_WITH = {"import_batch": DELETE_BATCH_SESSIONS, "item": DELETE_FORECASTS}


def undo(db: sqlite3.Connection, now_utc: int) -> HistoryEntry:
    """Undo the last command that is done, in one transaction, and return it.

    Raises Refused if there is none.
    """
    with _refuse_conflict("undone"), transaction(db):
        last = _find_command(db, LAST_DONE)
        if last is None:
            raise Refused(
                "There is nothing to undo.", "To list the commands: tracker history"
            )
        _walk_back(db, last.id, last, now_utc, kind="undo")
        return last


def redo(db: sqlite3.Connection, now_utc: int) -> HistoryEntry:
    """Redo the command undone last, if no new command came since; return it.

    Raises Refused if there is none.
    """
    with _refuse_conflict("redone"), transaction(db):
        undone = _find_command(db, FIRST_UNDONE)
        if undone is None:
            raise Refused(
                "There is nothing to redo.",
                "A command can be redone until the next new command.\n"
                "To list the commands: tracker history",
            )
        undo_id = db.execute(LAST_UNDO_OF, {"id": undone.id}).fetchone()[0]
        _walk_back(db, undo_id, undone, now_utc, kind="redo")
        return undone


def list_commands(db: sqlite3.Connection, limit: int) -> list[HistoryEntry]:
    """The last `limit` commands, newest first."""
    return [HistoryEntry(*row) for row in db.execute(COMMANDS, {"limit": limit})]


def close(db: sqlite3.Connection) -> None:
    """Mark all commands as closed: the tables that they changed have a new form."""
    db.execute(CLOSE)


@contextmanager
def _refuse_conflict(verb: str) -> Iterator[None]:
    """Refuse if rows of a later seed refer to the person's, or have the same name."""
    try:
        yield
    except sqlite3.IntegrityError as fault:
        raise Refused(
            f"The command cannot be {verb}: a newer curriculum uses the same name. "
            "Nothing was changed.",
            "To list the commands: tracker history",
        ) from fault


def _find_command(db: sqlite3.Connection, query: str) -> HistoryEntry | None:
    row = db.execute(query).fetchone()
    return HistoryEntry(*row) if row else None


def _walk_back(
    db: sqlite3.Connection,
    command_id: int,
    target: HistoryEntry,
    now_utc: int,
    *,
    kind: str,
) -> None:
    """Restore the rows that the command `command_id` changed, the last change first.

    This is logged as a new command of `kind` (undo or redo), whose target is `target`.
    """
    db.execute("pragma defer_foreign_keys = on")
    changes = db.execute(CHANGES, {"command": command_id}).fetchall()
    start(db, f"{kind}: {target.words}", now_utc, kind=kind, target=target.id)
    for table, row_id, before, after in changes:
        _restore(db, table, row_id, _read_row(before), _read_row(after))
    db.execute(STOP_RUNNING)
    state = "undone" if kind == "undo" else "done"
    db.execute(SET_STATE, {"id": target.id, "state": state})


def _read_row(text: str | None) -> Row | None:
    row: Row | None = json.loads(text) if text else None
    return row


def _restore(
    db: sqlite3.Connection,
    table: str,
    row_id: int,
    before: Row | None,
    after: Row | None,
) -> None:
    """Make one row what it was before the command; None means that there was no row.

    Only columns that the command changed are restored: a new seed may have changed
    others since. Names of tables and columns come from our own triggers, never from the
    person.
    """
    if before is None:
        if table in _DELETE_WITH:
            db.execute(_DELETE_WITH[table], {"row": row_id})
        db.execute(f"delete from {table} where id = :id", {"id": row_id})
        return
    if after is None:
        columns = ", ".join(f'"{name}"' for name in before)
        values = ", ".join(f":{name}" for name in before)
        db.execute(f"insert into {table} ({columns}) values ({values})", before)
        return
    changed = {name: old for name, old in before.items() if after.get(name) != old}
    if changed:
        columns = ", ".join(f'"{name}" = :{name}' for name in changed)
        update = f"update {table} set {columns} where id = :row_id"
        db.execute(update, {**changed, "row_id": row_id})
