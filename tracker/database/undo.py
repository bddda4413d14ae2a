"""Undo and redo: restore each row that a command changed, from the triggers' log.

A row is found by its `uid`: SQLite gives the number of a removed row to a later one.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tracker.database.command_log import (
    HistoryEntry,
    LoggedChange,
    Row,
    read_changes,
)
from tracker.database.history import START_RUNNING, STOP_RUNNING, start
from tracker.database.obstacles import find_child, find_holder, obstructed_by
from tracker.database.row_numbers import RowNumbers
from tracker.database.triggers import COLUMNS, DERIVED

if TYPE_CHECKING:  # only the undo of an import needs it
    from tracker.database.many_sessions import ManySessions

SET_STATE = "update command set state = :state where id = :id"
CLOSE = "update command set state = 'closed' where state <> 'closed'"
REMOVED = """select tbl, row from change where command_id = :step and new is null
             and tbl in ('item', 'import_batch', 'rating', 'result')"""
# Rows that the command's log does not hold, but that go with a row of it. They are
# deleted while the undo is logged, so that redo brings them back.
_DELETE_WITH = {
    "import_batch": "delete from session where batch_id = :row",
    "item": "delete from forecast where item_id = :row",
}


class _Step(NamedTuple):
    """One undo or redo while it runs: its number, and that `of` the step it takes back.

    `many` are the sessions that it puts away or brings back in bulk.
    """

    of: int
    number: int
    numbers: RowNumbers
    many: "list[ManySessions]"


def take_back(
    db: sqlite3.Connection,
    step: int,
    target: HistoryEntry,
    now_utc: int,
    *,
    verb: str,
) -> "tuple[int, list[ManySessions]]":
    """Restore the rows that `step` changed, the last change first.

    This is logged as a new command of kind `verb` (undo or redo), whose target is
    `target`. Returns its number, and the sessions that it moved in bulk. Call it in a
    transaction, which an error must roll back. Raises Obstructed where a row of another
    command is in the way.
    """
    db.execute("pragma defer_foreign_keys = on")
    changes = read_changes(db, step)
    _check_names(db, changes)
    new_step = start(
        db, f"{verb}: {target.words}", now_utc, kind=verb, target=target.id
    )
    running = _Step(step, new_step, RowNumbers(db), [])
    for change in reversed(changes):
        if change.table not in DERIVED:
            _restore(db, change, running)
    running.numbers.check_missing()
    _check_unused(db, new_step)
    db.execute(STOP_RUNNING)
    state = "undone" if verb == "undo" else "done"
    db.execute(SET_STATE, {"id": target.id, "state": state})
    return new_step, running.many


def close(db: sqlite3.Connection) -> None:
    """Mark all commands as closed: the tables that they changed have a new form."""
    db.execute(CLOSE)


def _check_names(db: sqlite3.Connection, changes: list[LoggedChange]) -> None:
    """Raise DatabaseError where the log names what none of our triggers logs.

    These names go into statements, and another program may have written to the log.
    """
    columns: dict[str, set[str]] = {}
    for change in changes:
        if change.table not in columns:
            names = db.execute(COLUMNS, {"table": change.table})
            columns[change.table] = {name for (name,) in names}
        written = {*(change.before or {}), *(change.after or {})}
        if "uid" not in columns[change.table] or written - columns[change.table]:
            raise sqlite3.DatabaseError("the log of changes is malformed")


def _restore(db: sqlite3.Connection, change: LoggedChange, step: _Step) -> None:
    """Make one row what it was before the change.

    Only columns that the change wrote are restored: a new seed may have changed others
    since.
    """
    before, after = change.before, change.after
    if before is None:
        _remove(db, change, step)
        return
    row = {**before, **step.numbers.read_links(change, before)}
    if after is None:
        row["id"] = step.numbers.free_number(change.table, change.row)
        _insert(db, change.table, row)
        if change.table == "import_batch":
            _bring_back(db, change.row, step)
        return
    changed = [name for name in before if after.get(name) != before[name]]
    if changed:
        _change(db, change, step.numbers, {name: row[name] for name in changed})


def _insert(db: sqlite3.Connection, table: str, row: Row) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(f":{name}" for name in row)
    with _conflict_named(db, table, row):
        db.execute(f"insert into {table} ({columns}) values ({values})", row)


def _change(
    db: sqlite3.Connection, change: LoggedChange, numbers: RowNumbers, values: Row
) -> None:
    columns = ", ".join(f'"{name}" = :{name}' for name in values)
    update = f"update {change.table} set {columns} where id = :row_number"
    number = numbers.find(change.table, change.after or {})
    with _conflict_named(db, change.table, {**(change.before or {}), **values}):
        db.execute(update, {**values, "row_number": number})


def _remove(db: sqlite3.Connection, change: LoggedChange, step: _Step) -> None:
    number = step.numbers.find(change.table, change.after or {})
    if number is None:
        return
    if change.table == "import_batch":
        _put_away(db, number, step)
    if change.table in _DELETE_WITH:
        db.execute(_DELETE_WITH[change.table], {"row": number})
    db.execute(f"delete from {change.table} where id = :id", {"id": number})


def _put_away(db: sqlite3.Connection, batch: int, step: _Step) -> None:
    """Put the sessions of a batch away if they are many."""
    from tracker.database.many_sessions import is_large, put_away, sum_sessions

    if is_large(db, batch):
        step.many.append(sum_sessions(db, batch))
        db.execute(STOP_RUNNING)  # or the triggers would log each
        put_away(db, step.number, batch)
        db.execute(START_RUNNING, {"command": step.number})


def _bring_back(db: sqlite3.Connection, batch: int, step: _Step) -> None:
    """Bring back the sessions of a batch, by its number then, if they were put away.

    The triggers log none, since the batch is the one that came last.
    """
    from tracker.database.many_sessions import bring_back

    many = bring_back(db, step.of, batch, step.numbers)
    if many:
        step.many.append(many)


def _check_unused(db: sqlite3.Connection, step: int) -> None:
    """Raise Obstructed where a row refers to one that the step removed."""
    for table, number in db.execute(REMOVED, {"step": step}).fetchall():
        child, row = find_child(db, table, number)
        if row:
            raise obstructed_by(db, "used", child, row)


@contextmanager
def _conflict_named(db: sqlite3.Connection, table: str, row: Row) -> Iterator[None]:
    """Name the row that holds a name or a key which `row` needs."""
    try:
        yield
    except sqlite3.IntegrityError as fault:
        holder = find_holder(db, table, row, str(fault))
        raise obstructed_by(db, "taken", table, holder) from fault
