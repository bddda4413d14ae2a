"""Reads the log of commands, and of the rows that each command changed."""

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from tracker.modules import load_module

Row = dict[str, Any]


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


class LoggedChange(NamedTuple):
    """A row of `table` before and after; None where there was none, or is none.

    `id` is the number of the change in the log, `row` that of the row.
    """

    id: int
    table: str
    row: int
    before: Row | None
    after: Row | None

    @property
    def values(self) -> Row:
        """The row as it is, or as it was last."""
        return self.after or self.before or {}

    def reverse(self) -> "LoggedChange":
        """The change that takes this one back."""
        return self._replace(before=self.after, after=self.before)

    @property
    def is_change(self) -> bool:
        """Whether more than the time of the edit differs."""
        return _without_stamp(self.before) != _without_stamp(self.after)


_COLUMNS = "command.id, command.at, command.words, command.kind, command.state"
COMMANDS = f"""select {_COLUMNS} from command where kind = 'do'
               order by id desc limit :limit"""
COMMAND = f"select {_COLUMNS} from command where kind = 'do' and id = :id"
# The command done last, or redone last; the one undone last.
LATEST = f"""select {_COLUMNS} from command as step
             join command on command.id = coalesce(step.target_id, step.id)
             where step.kind in (:kind, :again) and command.state = :state
             order by step.id desc limit 1"""
# When a command was last done or redone, or was last undone. None is newer than the
# last command.
LAST_STEP = """select coalesce(max(id), 0) from command
               where id >= :id and (id = :id or target_id = :id)
               and (kind = 'undo') = :undone"""
TIME = "select at from command where id = :id"
# A number below 0 is that of a batch, whose sessions are put away: see `many_sessions`.
CHANGES = """select id, tbl, row, old, new from change where command_id = :command
             and row > 0 order by id limit :limit"""
# As the index of changes has it.
UID_OF_CHANGE = "coalesce(json_extract(new, '$.uid'), json_extract(old, '$.uid'))"


def list_commands(db: sqlite3.Connection, limit: int) -> list[HistoryEntry]:
    """The last `limit` commands, newest first."""
    return [HistoryEntry(*row) for row in db.execute(COMMANDS, {"limit": limit})]


def find_command(db: sqlite3.Connection, number: int) -> HistoryEntry | None:
    """The command of that number."""
    row = db.execute(COMMAND, {"id": number}).fetchone()
    return HistoryEntry(*row) if row else None


def find_latest(db: sqlite3.Connection, verb: str) -> HistoryEntry | None:
    """The command to `undo` next, done or redone last; or to `redo`, undone last."""
    kinds = ("do", "redo", "done") if verb == "undo" else ("undo", "undo", "undone")
    values = dict(zip(("kind", "again", "state"), kinds, strict=True))
    row = db.execute(LATEST, values).fetchone()
    return HistoryEntry(*row) if row else None


def last_step(db: sqlite3.Connection, number: int, verb: str) -> int:
    """The step that last did a command, which is to `undo`, or undid it; 0 for none."""
    values = {"id": number, "undone": verb == "redo"}
    return int(db.execute(LAST_STEP, values).fetchone()[0])


def read_time(db: sqlite3.Connection, step: int) -> int:
    """When a command was typed, undone or redone, in UTC seconds."""
    return int(db.execute(TIME, {"id": step}).fetchone()[0])


def read_changes(
    db: sqlite3.Connection, command: int, limit: int = -1
) -> list[LoggedChange]:
    """What a command, an undo or a redo changed, in that order; the first `limit`."""
    values = {"command": command, "limit": limit}
    return to_changes(db.execute(CHANGES, values))


def to_changes(rows: Iterable[tuple[int, str, int, str, str]]) -> list[LoggedChange]:
    """Rows of the log as records."""
    return [
        LoggedChange(number, table, row, _read_row(old), _read_row(new))
        for number, table, row, old, new in rows
    ]


def net_changes(changes: Iterable[LoggedChange]) -> list[LoggedChange]:
    """One change for each row: from what it was at first to what it was at last."""
    net: dict[tuple[object, ...], LoggedChange] = {}
    for change in changes:
        key = change.table, change.row, change.values["uid"]
        first = net.get(key, change)
        net[key] = change._replace(before=first.before)
    return [change for change in net.values() if change.is_change]


def _read_row(text: str | None) -> Row | None:
    if not text:
        return None
    row: Row = load_module("json").loads(text)  # 1 ms; few commands look at changes
    return row


def _without_stamp(row: Row | None) -> Row | None:
    return row and {name: row[name] for name in row if name != "edited_at"}
