"""What stands in the way of an undo or a redo: what other commands did."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator

from tracker.database.command_log import (
    UID_OF_CHANGE,
    HistoryEntry,
    LoggedChange,
    Row,
    find_command,
)

_DONE_BY = "coalesce(command.target_id, command.id)"
# Which commands changed a row after a step, or were undone or redone with that effect.
CHANGED_SINCE = f"""select distinct {_DONE_BY} from change
                    join command on command.id = change.command_id
                    where tbl = :table and {UID_OF_CHANGE} = :uid
                    and command_id > :since"""
# Which changed any row of a table, with the row.
TABLE_SINCE = f"""select {_DONE_BY}, coalesce(new, old) from change
                  join command on command.id = change.command_id
                  where tbl = :table and command_id > :since and row > 0"""
LAST_STEP_ON = f"""select {_DONE_BY} from change
                   join command on command.id = change.command_id
                   where tbl = :table and {UID_OF_CHANGE} = :uid
                   order by command_id desc limit 1"""
STEPS_OF = """select id, kind from command
              where id >= :id and (id = :id or target_id = :id) order by id"""
BATCH = "select uid from import_batch where id = :batch_id"
# The tables with a column that refers to a table.
CHILDREN = """select m.name, link."from" from sqlite_master m,
              pragma_foreign_key_list(m.name) link
              where m.type = 'table' and link."table" = :table"""
_OF_ITEM, _OF_MILESTONE = ("milestone_id", "item_id"), ("milestone_id",)
# By table, which rows of which tables are about the same thing: those with the same
# values in these columns.
_SUBJECTS: dict[str, dict[str, tuple[str, ...]]] = {
    "timer": {"timer": ()},
    "plan": {"plan": _OF_ITEM},
    "result": {
        "result": _OF_ITEM,
        "attempt": _OF_ITEM,
        "milestone_state": _OF_MILESTONE,
    },
    "attempt": {"result": _OF_ITEM, "milestone_state": _OF_MILESTONE},
    "milestone_state": {"result": _OF_MILESTONE, "attempt": _OF_MILESTONE},
}
# `UNIQUE constraint failed: result.milestone_id, result.item_id`
_UNIQUE = re.compile(r"UNIQUE constraint failed: (.*)")


class Obstructed(Exception):
    """A command cannot be undone or redone because of a `row` of `table`.

    `how` is `changed` (another command changed it since), `used` (it refers to what
    would go), `taken` (it has the name or key that would come back), `beside` (it cannot
    be beside what would come back) or `missing` (it would be needed). `row` is None, and
    `command` too, where nobody knows which it is.
    """

    def __init__(
        self, how: str, table: str, row: Row | None, command: HistoryEntry | None = None
    ) -> None:
        super().__init__(how, table, row)
        self.how, self.table, self.row, self.command = how, table, row, command


def obstructed_by(
    db: sqlite3.Connection, how: str, table: str, row: Row | None
) -> Obstructed:
    """The error about that row, with the command that it is from."""
    command = find_command_of(db, table, row) if row else None
    return Obstructed(how, table, row, command)


def check_unchanged(
    db: sqlite3.Connection, target: int, changes: Iterable[LoggedChange], since: int
) -> None:
    """Raise Obstructed where a row of `changes` was changed by others after a step.

    `target` is the command whose changes they are.
    """
    for change in changes:
        numbers = set(_commands_since(db, change, since)) - {target}
        for number in sorted(numbers, reverse=True):
            if _was_in_effect(db, number, since) != _is_in_effect(db, number):
                entry = find_command(db, number)
                raise Obstructed("changed", change.table, change.values, entry)


def _commands_since(
    db: sqlite3.Connection, change: LoggedChange, since: int
) -> Iterator[int]:
    """The commands that changed the row after a step, or a row about the same thing."""
    values = {"table": change.table, "uid": change.values["uid"], "since": since}
    if change.after:  # what it removed may only come back as another row
        for (number,) in db.execute(CHANGED_SINCE, values):
            yield number
        if change.values.get("batch_id"):  # of an import that left in bulk
            its_batch = {"id": change.values["batch_id"]}
            yield from _with_values(db, "import_batch", since, its_batch, ("id",))
    for table, columns in _SUBJECTS.get(change.table, {}).items():
        yield from _with_values(db, table, since, change.values, columns)
    if change.table == "import_batch" and change.after:
        batch: Row = {"batch_id": change.values["id"]}
        yield from _with_values(db, "session", since, batch, ("batch_id",))


def _with_values(
    db: sqlite3.Connection, table: str, since: int, row: Row, columns: tuple[str, ...]
) -> Iterator[int]:
    for number, text in db.execute(TABLE_SINCE, {"table": table, "since": since}):
        other = json.loads(text)
        if all(other[name] == row[name] for name in columns):
            yield number


def _is_in_effect(db: sqlite3.Connection, number: int) -> bool:
    entry = find_command(db, number)
    return entry is not None and entry.state != "undone"


def _was_in_effect(db: sqlite3.Connection, number: int, since: int) -> bool:
    steps = db.execute(STEPS_OF, {"id": number}).fetchall()
    kinds = [kind for step, kind in steps if step <= since]
    return bool(kinds) and kinds[-1] != "undo"


def find_command_of(
    db: sqlite3.Connection, table: str, row: Row
) -> HistoryEntry | None:
    """The command that a row is from, or that removed it; None if no command was it."""
    found = db.execute(LAST_STEP_ON, {"table": table, "uid": row["uid"]}).fetchone()
    if found is None and row.get("batch_id"):
        (uid,) = db.execute(BATCH, row).fetchone()
        return find_command_of(db, "import_batch", {"uid": uid})
    return find_command(db, found[0]) if found else None


def find_child(
    db: sqlite3.Connection, table: str, number: int
) -> tuple[str, Row | None]:
    """A row that refers to `number` of `table`, where that is no row's; with its table."""
    if _find_row(db, table, {"id": number}):
        return table, None
    for child, column in db.execute(CHILDREN, {"table": table}).fetchall():
        row = _find_row(db, child, {column: number})
        if row:
            return child, row
    return table, None


def find_holder(
    db: sqlite3.Connection, table: str, row: Row, message: str
) -> Row | None:
    """The row that has what is unique of `row`, by columns that SQLite's message names."""
    match = _UNIQUE.search(message)
    if not match:
        return None
    names = [name.rpartition(".")[2] for name in match[1].split(", ")]
    return _find_row(db, table, {name: row[name] for name in names})


def _find_row(db: sqlite3.Connection, table: str, columns: Row) -> Row | None:
    where = " and ".join(f'"{name}" = :{name}' for name in columns)
    cursor = db.execute(f"select * from {table} where {where} limit 1", columns)
    return next(read_rows(cursor), None)


def read_rows(cursor: sqlite3.Cursor) -> Iterator[Row]:
    """The rows of a query, by the names of their columns."""
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))
