"""Locks of other processes: they are waited for, and that is said."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tracker.database import history, locks
from tracker.imports.commands import import_
from tracker.imports.service import imports

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
    assert output.err.endswith("type: fg\n")


def test_interrupted_wait(tracker: Tracker) -> None:
    """Ctrl-C ends a wait at once, not when SQLite gives up."""
    tracker.ok("items")
    steps = []

    def interrupt() -> None:
        steps.append(0)
        if len(steps) == 2:
            raise KeyboardInterrupt
        raise sqlite3.OperationalError("database is locked")

    with (
        closing(sqlite3.connect(tracker.db)) as db,
        pytest.raises(KeyboardInterrupt),
    ):
        locks.wait_for_lock(db, interrupt)
    assert locks.STEP_SECONDS < locks.SAY_AFTER_SECONDS / 2


def test_dry_run_lets_others_write(tracker: Tracker, tmp_path: Path) -> None:
    """While a dry run of an import works, another command can write; it stays as it was."""
    tracker.ok("items")
    log = tmp_path / "log.csv"
    log.write_text("date,hours,project\n2026-11-02,1.5,ppo\n")

    def log_meanwhile(*typed: object, **options: object) -> object:
        with closing(sqlite3.connect(tracker.db, timeout=0)) as other:
            other.execute("update setting set value = value")
            other.commit()
        return imports.import_files(*typed, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_, "import_files", log_meanwhile)
        assert "Would add 1 entry" in tracker.ok(["import", str(log), "--dry-run"])
    assert tracker.json("sessions")["sessions"] == []


def test_interrupted_transaction(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is said as such, also where SQLite fails because of it."""

    def interrupt(*_: object) -> None:
        try:
            raise KeyboardInterrupt
        finally:
            raise sqlite3.ProgrammingError("Cannot operate on a closed database.")

    tracker.ok("items")
    monkeypatch.setattr(history, "_forget_unchanged", interrupt)
    said = tracker("log fastai 1h")
    assert (said.code, said.err) == (1, "Interrupted. Nothing was written.\n")
