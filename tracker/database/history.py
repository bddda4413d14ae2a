"""Commands as transactions: each commits all its changes or none.

Triggers log the changes for `undo`. Only this module, `undo` and `library` begin and
commit.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

NEW_COMMAND = """insert into command (at, words, kind, state, target_id)
                 values (:at, :words, :kind, 'done', :target)"""
START_RUNNING = "insert into running (id, command_id) values (1, :command)"
STOP_RUNNING = "delete from running"
# An update that wrote what the row had already, as `skip fastai` twice in one second.
FORGET_UNCHANGED = "delete from change where command_id = :id and old = new"
FORGET_IF_EMPTY = """delete from command where id = :id
                     and not exists (select 1 from change where command_id = :id)"""


def begin(db: sqlite3.Connection, *, write: bool) -> None:
    """Begin a transaction; a writer takes its lock at once, or fails at once."""
    db.execute("begin immediate" if write else "begin")


@contextmanager
def recorded(db: sqlite3.Connection, command_line: str, now_utc: int) -> Iterator[None]:
    """One command: log what is written inside for `undo`, and commit it, or nothing.

    `command_line` is the command as typed, `now_utc` UTC seconds. A command that
    changed nothing leaves no line in the history.
    """
    with transaction(db):
        command = start(db, command_line, now_utc, kind="do", target=None)
        yield
        db.execute(STOP_RUNNING)
        db.execute(FORGET_UNCHANGED, {"id": command})
        db.execute(FORGET_IF_EMPTY, {"id": command})


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
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


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
