"""Commands as transactions: each commits all its changes or none.

Triggers log the changes for `undo`. Only this module and `library` begin and commit.

SQLite counts in the head of a file each transaction that writes to it, and tracker writes
the same count beside it: where the two differ, another program wrote.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.database.command_log import LoggedChange, to_changes
from tracker.database.locks import take_lock

NEW_COMMAND = """insert into command (at, words, kind, state, target_id)
                 values (:at, :words, :kind, 'done', :target)"""
# The number of the head that is for the program.
OWN_WRITES = "pragma application_id"
NO_OWN_WRITES = f"{OWN_WRITES} = 0"
READ = "pragma schema_version"  # the least that takes the lock of a reader
START_RUNNING = "insert into running (id, command_id) values (1, :command)"
STOP_RUNNING = "delete from running"
# What wrote the values that the row had, as `rate python strong` typed twice, and
# what one command wrote several times. A merge may bring an earlier time of editing
# alone: that is a change, or machines would differ by the order of their merges.
SAME = """select id, tbl, row, old, new from change where command_id = :id
          and (json_remove(old, '$.edited_at') = json_remove(new, '$.edited_at')
               and json_extract(new, '$.edited_at') >= :now
               or (tbl, row) in (select tbl, row from change where command_id = :id
                                 group by tbl, row having count(*) > 1))
          order by id"""
FORGET = "delete from change where id = :id"
HAS_CHANGED = "select 1 from change where command_id = :id limit 1"


class Recording:
    """One command while it runs; afterwards `has_changed` says whether it did."""

    has_changed = False


class _Unchanged(Exception):
    """A command changed nothing: what it wrote is rolled back."""


def begin(db: sqlite3.Connection, *, write: bool) -> None:
    """Begin a transaction, with its lock; raises sqlite3.OperationalError without."""
    if write:
        take_lock(db, "begin immediate")
    else:
        db.execute("begin")
        take_lock(db, READ)


@contextmanager
def recorded(
    db: sqlite3.Connection, command_line: str, now_utc: int
) -> Iterator[Recording]:
    """One command: log what is written inside for `undo`, and commit it, or nothing.

    `command_line` is the command as typed, `now_utc` UTC seconds. A command that
    changed nothing leaves no line in the history, and the file as it was. Rows that
    differ only in when they were edited count as unchanged, and keep that time.
    """
    recording = Recording()
    try:
        with transaction(db):
            command = start(db, command_line, now_utc, kind="do", target=None)
            yield recording
            db.execute(STOP_RUNNING)
            _forget_unchanged(db, command, now_utc)
            if not db.execute(HAS_CHANGED, {"id": command}).fetchone():
                raise _Unchanged
            recording.has_changed = True
    except _Unchanged:
        pass


@contextmanager
def transaction(db: sqlite3.Connection, *, write: bool = True) -> Iterator[None]:
    """Commit what is written inside, or roll all of it back."""
    begin(db, write=write)
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise
    try:
        if write:
            _count_write(db)
        take_lock(db, "commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


def _count_write(db: sqlite3.Connection) -> None:
    (count,) = db.execute(OWN_WRITES).fetchone()
    db.execute(f"{OWN_WRITES} = {count + 1}")


def start(
    db: sqlite3.Connection,
    command_line: str,
    now_utc: int,
    *,
    kind: str,
    target: int | None,
) -> int:
    """Open a command of `kind` (do, undo, redo) and return its number.

    From now on the triggers log changes under it. `target` is the number of the command
    that it undoes or redoes.
    """
    row = {"at": now_utc, "words": command_line, "kind": kind, "target": target}
    number = db.execute(NEW_COMMAND, row).lastrowid
    db.execute(START_RUNNING, {"command": number})
    assert number is not None
    return number


def _forget_unchanged(db: sqlite3.Connection, command: int, now_utc: int) -> None:
    """Forget changes to what was there before; restore when these rows were edited."""
    rows: dict[tuple[object, ...], list[LoggedChange]] = {}
    for change in to_changes(db.execute(SAME, {"id": command, "now": now_utc})):
        key = change.table, change.row, change.values["uid"]
        rows.setdefault(key, []).append(change)
    for changes in rows.values():
        net = changes[-1]._replace(before=changes[0].before)
        if net.is_change:
            continue
        db.executemany(FORGET, [{"id": change.id} for change in changes])
        if net.before and net.after != net.before:
            restore = f"update {net.table} set edited_at = :edited_at where id = :id"
            db.execute(restore, {**net.before, "id": net.row})
