"""Locks of other processes: they are waited for, and that is said after a second."""

import sqlite3
from collections.abc import Callable
from functools import partial
from time import monotonic

BUSY_SECONDS = 5.0  # how long a lock is waited for
SAY_AFTER_SECONDS = 1.0  # when that is said
STEP_SECONDS = 0.1  # SQLite waits so long at a time, since it hears no Ctrl-C meanwhile


class LockWait:
    """What says once in a call that a lock is waited for."""

    def __init__(self) -> None:
        self.remark: Callable[[str], None] | None = None

    def say(self) -> None:
        """Say it, if there is somebody to hear it and it is not said already."""
        remark, self.remark = self.remark, None
        if remark:
            seconds = BUSY_SECONDS - SAY_AFTER_SECONDS
            remark(
                "Another process is using the database. "
                f"Waiting up to {seconds:.0f} seconds for it to finish."
            )


# That of this process; `main` sets its remark before a command runs.
LOCK_WAIT = LockWait()


def take_lock(db: sqlite3.Connection, statement: str) -> None:
    """Execute a statement that may wait for a lock of another process."""
    wait_for_lock(db, partial(db.execute, statement))


def wait_for_lock(db: sqlite3.Connection, act: Callable[[], object]) -> None:
    """Do what may wait for a lock, and say so where that takes a second.

    Raises sqlite3.OperationalError where the lock lasts longer than BUSY_SECONDS.
    """
    began = monotonic()
    _set_patience(db, min(STEP_SECONDS, SAY_AFTER_SECONDS, BUSY_SECONDS))
    try:
        while True:
            try:
                act()
                return
            except sqlite3.OperationalError as fault:
                waited = monotonic() - began
                if "locked" not in str(fault):
                    raise
                if waited >= SAY_AFTER_SECONDS:
                    LOCK_WAIT.say()
                if waited >= BUSY_SECONDS:
                    raise
    finally:
        _set_patience(db, BUSY_SECONDS)


def _set_patience(db: sqlite3.Connection, seconds: float) -> None:
    db.execute(f"pragma busy_timeout = {seconds * 1000:.0f}")
