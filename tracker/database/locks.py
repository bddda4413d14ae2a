"""Locks of other processes: they are waited for, and that is said after a second."""

import sqlite3
from collections.abc import Callable
from functools import partial
from time import monotonic

BUSY_SECONDS = 5.0  # how long a lock is waited for
PROMPT_SECONDS = 0.05  # how long it is while a prompt or a completion waits
SAY_AFTER_SECONDS = 1.0  # when that is said
STEP_SECONDS = 0.1  # SQLite waits so long at a time, since it hears no Ctrl-C meanwhile


class LockWait:
    """How long a call waits for locks, and what says once that it does.

    `for_prompt` is whether a shell waits for the answer, before its next prompt.
    """

    def __init__(self) -> None:
        self.remark: Callable[[str], None] | None = None
        self.for_prompt = False

    @property
    def longest(self) -> float:
        """The seconds after which waiting ends."""
        return PROMPT_SECONDS if self.for_prompt else BUSY_SECONDS

    def say(self) -> None:
        """Say it, if there is somebody to hear it and it is not said already."""
        remark, self.remark = self.remark, None
        if remark:
            seconds = BUSY_SECONDS - SAY_AFTER_SECONDS
            remark(
                "Another process is using the database. "
                f"Waiting up to {seconds:.0f} seconds for it to finish."
            )


# That of this process; `main` sets both before a command runs.
LOCK_WAIT = LockWait()


def take_lock(db: sqlite3.Connection, statement: str) -> None:
    """Execute a statement that may wait for a lock of another process."""
    wait_for_lock(db, partial(db.execute, statement))


def wait_for_lock(db: sqlite3.Connection, act: Callable[[], object]) -> None:
    """Do what may wait for a lock, and say so where that takes a second.

    Raises sqlite3.OperationalError where the lock lasts longer than that.
    """
    began, longest = monotonic(), LOCK_WAIT.longest
    _set_patience(db, min(STEP_SECONDS, SAY_AFTER_SECONDS, longest))
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
                if waited >= longest:
                    raise
    finally:
        _set_patience(db, longest)


def _set_patience(db: sqlite3.Connection, seconds: float) -> None:
    db.execute(f"pragma busy_timeout = {seconds * 1000:.0f}")
