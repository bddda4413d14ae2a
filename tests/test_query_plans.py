"""How SQLite answers every statement of the commands, whatever the history is."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from benchmarks.histories import KINDS, make_history
from tests.conftest import Tracker
from tracker.database.open import count_writes

# The tables that grow with every day, and what statements call them.
LARGE = r"(?:session|overlap|command|change|tombstone)"
ALIAS = re.compile(rf"\b{LARGE} (?:as )?(first|step)\b")
STATEMENT = re.compile(r"\s*(select|with|insert|update|delete)\b", re.IGNORECASE)
# What may go through a whole large table: a part of the statement, a part of its plan,
# and why.
SCANS = {
    ("order by session.day desc", "INDEX session_days"): "from the end, to a limit",
    ("from session order by id desc limit 1", "SCAN session"): "the last row",
    ("where +item_id =", "SCAN session"): "from the end, to the last of the item",
    ("order by id desc limit 100", "SCAN session"): "the last 100 not imported",
    ("from command where kind = 'do'", "SCAN command"): "from the end, to a limit",
    ("from command as step", "SCAN step"): "from the end, to the first that fits",
    ("sum(session.seconds)", "COVERING INDEX session_"): "sums of all sessions",
    ("instr(session.tags", "SCAN session"): "a tag stands anywhere in a text",
    ("sum(seconds)", "COVERING INDEX session_"): "sums of all sessions",
}
LOOKING = (
    "status",
    "sessions",
    "sessions fastai",
    "sessions --since 2026-11-10",
    "sessions --tag deep --limit 5",
    "report",
    "report --all",
    "report --all --by day",
    "report fastai --all --by month",
    "history",
    "items",
    "show fastai",
    "milestones",
    "ready",
    "gaps",
    "road",
    "next",
    "skills",
    "week",
    "year",
    "review",
    "recall",
)
WRITING = (  # `removal` is the number of `rm last`
    "log ppo 1m",
    "log 9:00-9:30 2026-11-22 --overlap",
    "edit last --amount 2m",
    "rm last",
    "undo",
    "redo",
    "start ppo --at 14:00",
    "stop",
    "start ppo",
    "pause",
    "continue",
    "cancel",
    "undo {removal}",
)


@pytest.fixture(name="statements")
def _statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What SQLite is asked from now on."""
    asked: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        db = connect(*arguments, **options)
        db.set_trace_callback(asked.append)
        return db

    monkeypatch.setattr(sqlite3, "connect", traced)
    return asked


def scans(db: sqlite3.Connection, statement: str) -> list[str]:
    """The parts of a statement's plan that go through a whole large table."""
    plan = [row[3] for row in db.execute(f"explain query plan {statement}")]
    names = "|".join((LARGE, *ALIAS.findall(statement)))
    through = [part for part in plan if re.match(rf"SCAN ({names})\b", part)]
    if through:  # all of its rows would be sorted
        through += [part for part in plan if part.endswith("B-TREE FOR GROUP BY")]
    return through


def is_allowed(statement: str, part: str) -> bool:
    """Whether a reason is listed for going through a whole table so."""
    text = " ".join(statement.split())
    return any(words in text and how in part for words, how in SCANS)


@pytest.mark.parametrize(("kind", "removal"), [("overlaps", 54), ("timers", 604)])
def test_plans_of_all_statements(
    tracker: Tracker, statements: list[str], kind: str, removal: int
) -> None:
    """No command goes through a table that grows, but for the few that are listed."""
    tracker.pastes = False
    make_history(tracker.db, kind, 300)
    unlisted = []
    for words in (*LOOKING, *WRITING):
        statements.clear()
        tracker.ok(words.format(removal=removal))
        asked = list(filter(STATEMENT.match, dict.fromkeys(statements)))
        assert asked, words
        with closing(sqlite3.connect(tracker.db)) as db:
            for statement in asked:
                parts = scans(db, statement)
                if any(not is_allowed(statement, part) for part in parts):
                    unlisted.append((words, statement, parts))
    assert not unlisted, "\n".join(map(str, unlisted))


def test_a_scan_is_seen(place: Path) -> None:
    """A statement that reads or sorts all sessions is one that must be listed."""
    with closing(sqlite3.connect(place)) as db:
        assert scans(db, "select * from session where note = 'x'") == ["SCAN session"]
        grouped = scans(db, "select count(*) from session group by note")
        assert grouped == ["SCAN session", "USE TEMP B-TREE FOR GROUP BY"]
        assert not scans(db, "select * from session where uid = 'x'")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_histories_are_as_tracker_writes_them(tracker: Tracker, kind: str) -> None:
    """Each history has no fault, is taken for no foreign write, and can be undone."""
    tracker.pastes = False
    make_history(tracker.db, kind, 40)
    faults = [each for each in tracker.json("doctor")["findings"] if each["fault"]]
    counted, own = count_writes(tracker.db)

    assert (faults, counted) == ([], own)
    assert tracker("undo --older").code == 0
