"""Imports of thousands of sessions: undo and redo move them in bulk."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Tracker
from tests.imports.test_imports_always import rows_of

# More than are undone one by one, and no whole number of the thousands that are moved.
ROWS, DAYS = 2_500, 250
LOG = "date,start,end,project,note\n"
CHANGES = "select count(*) from change where tbl = 'session'"


def log_text(rows: int, project: str = "own project", hours: int = 1) -> str:
    """A log of 10 sessions a day, from 4:00 on."""
    lines = []
    for number in range(rows):
        day, place = divmod(number % (10 * DAYS), 10)
        date = f"2026-{1 + day // 28:02}-{1 + day % 28:02}"
        start, end = 4 + place, 4 + place + hours
        lines.append(f"{date},{start}:00,{end}:00,{project},note {number}\n")
    return LOG + "".join(lines)


def ask(place: Path, query: str) -> int:
    """The number that a query answers."""
    with closing(sqlite3.connect(place)) as db:
        return int(db.execute(query).fetchone()[0])


@pytest.fixture(name="imported")
def _imported(
    tracker: Tracker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    """A database with two sessions, and then an import of many."""
    monkeypatch.chdir(tmp_path)
    Path("log.csv").write_text(log_text(ROWS), encoding="utf-8")
    tracker.ok("log 1h ppo --on 2026-11-20", "2026-11-23T14:00")
    tracker.ok("import log.csv", "2026-11-23T14:01")
    return tracker


def test_every_row_comes_back(imported: Tracker) -> None:
    """Undo of a large import takes all of it away, redo brings back the same rows."""
    after = rows_of(imported.db)
    undone = " ".join(imported.ok("undo").split())
    without = rows_of(imported.db)
    redone = " ".join(imported.ok("redo").split())

    assert "removed 2500 sessions on own-project (2500 h)" in undone
    assert "2500 sessions on own-project (2500 h) are back" in redone
    assert [len(without[table]) for table in ("session", "import_batch")] == [1, 0]
    assert rows_of(imported.db) == after
    imported.ok("undo")
    assert rows_of(imported.db) == without


def test_the_log_has_them_by_the_thousand(imported: Tracker) -> None:
    """The history does not hold these sessions one by one, and none that are back."""
    before = ask(imported.db, CHANGES)
    imported.ok("undo")
    undone = ask(imported.db, CHANGES)
    imported.ok("redo")

    assert (undone - before, ask(imported.db, CHANGES)) == (3, before)


def test_the_file_does_not_grow(imported: Tracker) -> None:
    """However often it is undone and redone, only the lines of the history are more."""
    pages = []
    for _ in range(4):
        imported.ok("undo")
        imported.ok("redo")
        pages.append(ask(imported.db, "pragma page_count"))

    assert pages[-1] <= pages[0] + 3


def test_other_numbers(imported: Tracker) -> None:
    """Sessions come back to their item, whatever got its number and theirs meanwhile."""
    before = imported.json("report --all --by item")["rows"]
    imported.ok("undo")
    imported.ok("add other-item --title Other --track career")
    imported.ok("log 1h other-item --on 2026-11-21")
    imported.ok("redo 2")
    after = imported.json("report --all --by item")["rows"]

    assert [row for row in after if row["key"] != "other-item"] == before


def test_imported_again(imported: Tracker) -> None:
    """An import that was undone and done again cannot be redone beside that."""
    imported.ok("undo")
    imported.ok("import log.csv")
    before = rows_of(imported.db)
    refused = imported("redo 2")

    assert refused.code == 4
    assert "is in its place" in refused.err
    assert rows_of(imported.db) == before


def test_beside_a_newer_session(imported: Tracker) -> None:
    """It is not redone beside a session at the same time that was recorded since."""
    imported.ok("undo")
    imported.ok("log ppo 2026-03-03 6:30-7:30")
    refused = imported("redo 2")

    assert refused.code == 4
    assert "conflicts with the session of Tue 3 Mar" in " ".join(refused.err.split())


def test_a_change_of_what_is_gone(imported: Tracker) -> None:
    """An edit of one of its sessions cannot be redone while the import is undone."""
    uid = imported.json("sessions --since 2026-03-03 --until 2026-03-03")["sessions"][0]
    imported.ok(f"edit {uid['id']} 30m")
    imported.ok("undo")
    imported.ok("undo 2")
    refused = imported("redo 3")

    assert refused.code == 4
    assert "redo 2" in refused.err


# Runs tracker, and prints the most memory that the process took since it began, in kB.
PEAK = """
import re
from tracker.cli import main
assert main() == 0
print(re.search("VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
"""


def import_peak(place: Path, rows: int) -> int:
    """The most memory, in kB, that a process takes to import a log into a database."""
    log = place.with_name("long.csv")
    log.write_text(log_text(rows), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PEAK, "import", str(log)],
        env={**os.environ, "TRACKER_DB": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.split()[-1])


def test_memory_does_not_grow_with_the_log(tracker: Tracker) -> None:
    """Ten times as many rows take the same memory, but for a megabyte."""
    tracker.ok("status")
    few = import_peak(tracker.db, 5_000)
    tracker.ok("undo --older")
    many = import_peak(tracker.db, 50_000)

    assert many - few < 1_000
