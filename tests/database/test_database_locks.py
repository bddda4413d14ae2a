"""Locks of other processes: they are waited for, and that is said."""

import sqlite3
from contextlib import closing

import pytest

from tests.conftest import Tracker
from tracker.database import locks

WAITED = (
    "Another process is using the database. Waiting up to 4 seconds for it to finish."
)


@pytest.mark.parametrize("lock", ["immediate", "exclusive"])
@pytest.mark.parametrize("words", ["log fastai 1h", "log fastai 1h --json"])
def test_lock_that_ends(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, lock: str, words: str
) -> None:
    """A lock that lasts longer is said, once, and the command does its work after it."""
    tracker.ok("items")
    tracker.pastes = False
    say = locks.LockWait.say
    monkeypatch.setattr(locks, "SAY_AFTER_SECONDS", 0.02)
    monkeypatch.setattr(locks, "BUSY_SECONDS", 4.02)
    with closing(sqlite3.connect(tracker.db, isolation_level=None)) as other:
        other.execute(f"begin {lock}")

        def end_lock(wait: locks.LockWait) -> None:
            say(wait)
            other.execute("rollback")

        monkeypatch.setattr(locks.LockWait, "say", end_lock)
        output = tracker(words)

    assert output.code == 0
    assert (output.out + output.err).replace("\n", " ").count(WAITED) == 1
    assert (WAITED in output.err.replace("\n", " ")) == ("--json" not in words)
    assert tracker.json("sessions")["seconds"] == 3600


@pytest.mark.parametrize(
    ("words", "lock"), [("log fastai 1h", "immediate"), ("week", "exclusive")]
)
def test_lock_that_stays(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, words: str, lock: str
) -> None:
    """A lock that stays is said, and then the command gives up."""
    tracker.ok("items")
    monkeypatch.setattr(locks, "SAY_AFTER_SECONDS", 0.02)
    monkeypatch.setattr(locks, "BUSY_SECONDS", 0.04)
    with closing(sqlite3.connect(tracker.db, isolation_level=None)) as other:
        other.execute(f"begin {lock}")
        output = tracker(words)

    assert output.code == 5
    assert output.err.startswith("Another process is using the database. Waiting")
    assert output.err.endswith("Try again when it has finished.\n")
