"""The race is fair: the floor does the same work, and all programs have the same hours."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import floor, race_data
from tests.conftest import Tracker

LOGS = {
    "Watson": "watson/frames",
    "Timewarrior": "timew/data/2026-11.data",
    "hledger": "hours.timeclock",
}


@pytest.fixture(name="day")
def _day(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """Three sessions with times, two of them with a tag or a note."""
    monkeypatch.setattr(floor.time, "time", lambda: NOW_UTC)
    tracker.ok("log fastai 9:00-10:15 +deep --note 'lesson 1'")
    tracker.ok("log fastai 11:00-11:30 --note 'lesson 2'")
    tracker.ok("log arena 12:00-14:00")
    return tracker


def run_floor(*words: str) -> str:
    """What the floor prints."""
    result = CliRunner().invoke(floor.floor, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def read_all(tracker: Tracker, statement: str) -> list[tuple[object, ...]]:
    """The rows of a statement."""
    with closing(sqlite3.connect(tracker.db)) as db:
        return db.execute(statement).fetchall()


NOW_UTC = 1795440600  # Mon 23 Nov 2026, 14:30 in Berlin: the tests' now
SESSIONS = "select item_id, seconds, started_at, source from session order by id"


def read_totals(tracker: Tracker, database: Path) -> list[tuple[str, int]]:
    """The seconds of each item."""
    answer = tracker.json(["--db", str(database), "report", "--all"])
    return [(row["key"], row["seconds"]) for row in answer["rows"]]


@pytest.mark.parametrize("log", LOGS.values(), ids=LOGS)
def test_same_hours(day: Tracker, tmp_path: Path, log: str) -> None:
    """The files of the other programs have the sessions of tracker."""
    files, other = tmp_path / "files", tmp_path / "other.db"
    files.mkdir()
    race_data.write_files(day.db, files)
    day.ok(["--db", str(other), "import", str(files / log), "--zone", "UTC"])

    assert read_totals(day, day.db) == read_totals(day, other)


def test_log_as_tracker(day: Tracker) -> None:
    """The floor logs the row that tracker logs, and tracker undoes it."""
    day.ok("log fastai 5m")
    run_floor("log", "fastai", "5")
    *_, ours, theirs = read_all(day, SESSIONS)

    assert ours == theirs
    assert day.ok("undo").startswith("Undone: log fastai 5m")
    assert len(read_all(day, SESSIONS)) == 4


def test_undo(day: Tracker) -> None:
    """The floor takes back what tracker logged last, once."""
    day.ok("log fastai 5m")
    run_floor("undo")

    assert len(read_all(day, SESSIONS)) == 3
    assert read_all(day, "select state from command order by id desc limit 1") == [
        ("undone",)
    ]


def test_timer(day: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The floor's start is a timer for tracker, and its stop logs the session."""
    run_floor("start", "fastai")
    timer = day.json("status")["running"]
    monkeypatch.setattr(floor.time, "time", lambda: NOW_UTC + 600)
    run_floor("stop")
    *_, (_, seconds, started_at, _) = read_all(day, SESSIONS)

    assert timer["item"] == "fastai"
    assert (seconds, started_at) == (600, NOW_UTC)
    assert read_all(day, "select * from timer") == []


@pytest.mark.parametrize(
    "words",
    ["status", "sessions 2026-11-01", "report", "ready", "gaps", "next", "week"],
)
def test_answers(day: Tracker, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Each command of the floor answers from tracker's tables."""
    monkeypatch.syspath_prepend(Path(floor.__file__).parent)

    assert run_floor(*words.split()).strip()
