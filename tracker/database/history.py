"""Commands as transactions: what is written inside one is committed whole, and kept for undo by triggers.

Only this module, `undoing` and `library` begin and commit.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

NEW_COMMAND = "insert into command (at, words, kind, state, target_id) values (:at, :words, :kind, 'done', :target)"
START_RUNNING = "insert into running (id, command_id) values (1, :command)"
STOP_RUNNING = "delete from running"
FORGET_IF_EMPTY = "delete from command where id = :id and not exists (select 1 from change where command_id = :id)"


def begin(db: sqlite3.Connection, *, write: bool) -> None:
    """Begin a transaction; a writer takes its lock at once, so that it cannot fail half-way."""
    db.execute("begin immediate" if write else "begin")


@contextmanager
def recorded(db: sqlite3.Connection, words: str, now: int) -> Iterator[None]:
    """One command: all that is written inside is kept under `words` and committed, or nothing is.

    `now` is UTC seconds. A command that changed nothing leaves no line in the history.
    """
    with transaction(db):
        command = start(db, words, now, "do", None)
        yield
        db.execute(STOP_RUNNING)
        db.execute(FORGET_IF_EMPTY, {"id": command})


@contextmanager
def transaction(db: sqlite3.Connection, *, write: bool = True) -> Iterator[None]:
    """Commit what is done inside, or roll all of it back."""
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
    db: sqlite3.Connection, words: str, now: int, kind: str, target: int | None
) -> int:
    """Open a command of `kind` (do, undo, redo), to which the triggers now write, and return its number."""
    made = db.execute(
        NEW_COMMAND, {"at": now, "words": words, "kind": kind, "target": target}
    ).lastrowid
    db.execute(START_RUNNING, {"command": made})
    assert made is not None
    return made
