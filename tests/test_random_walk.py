"""Walks of random commands over the whole command table, undone and redone.

`TRACKER_WALK=300` makes them that long. A failure prints what walks the same way again.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.conftest import NOW, Tracker
from tests.journal.harness import State, dump, undo_and_redo
from tests.random_commands import TEMPLATES, random_command, write_files, write_log
from tracker.command_table import PLACES

LENGTH = int(os.environ.get("TRACKER_WALK", "60"))
# Minutes between two commands: said again at once, later, days later, a clock set back.
PAUSES = (0, 1, 1, 30, 180, 600, 3000, -45)


def state(db: Path) -> State:
    """Every row that undo covers: a forecast is stored outside the history."""
    tables = dump(db)
    del tables["forecast"]
    return tables


def list_ids(db: Path) -> list[str]:
    """The uids of rows that have an id in answers, the newest last."""
    with closing(sqlite3.connect(db)) as connection:
        tables = ("session", "note", "plan", "result", "recollection", "rating")
        queries = " union all ".join(f"select uid from {name}" for name in tables)
        return [uid for (uid,) in connection.execute(queries)]


def test_every_command_is_walked() -> None:
    """Each command of the table has a way to be typed in a walk."""
    assert TEMPLATES.keys() == PLACES.keys()


def test_walk(
    request: pytest.FixtureRequest,
    tracker: Tracker,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Random commands, each undone and redone, lead back and forth through every row.

    What fails, fails by a sentence. What changes nothing leaves the file as it was.
    """
    monkeypatch.chdir(place.parent)
    monkeypatch.setenv("BROWSER", "true")
    tracker.pastes = False
    random = Random(request.config.option.hypothesis_seed)
    write_files()
    now, states, typed = datetime.fromisoformat(NOW), [state(place)], ["(first)"]
    shutil.copy(place, "fork.db")
    tracker.ok("--db other.db log fastai 20m --on 2026-09-01")
    undone: list[State] = []
    for _ in range(LENGTH):
        now += timedelta(minutes=random.choice(PAUSES))
        if random.random() < 0.1:
            _go_on_elsewhere(tracker, random, now)
        write_log(random)
        words = random_command(random, list_ids(place))
        file, content = place.read_bytes(), dump(place, ["edited_at"])
        output = tracker(words, now.isoformat())
        assert output.code in (0, 2, 3, 4), (words, output)
        after = state(place)
        if words.startswith("undo") and not output.code:
            undone.append(states.pop())
            typed.pop()
            assert after == states[-1], typed
        elif words.startswith("redo") and not output.code:
            # What was undone before other commands can be redone after them too.
            assert not undone or after == undone.pop()
            states.append(after)
            typed.append("redo")
        elif after != states[-1]:
            assert output.code == 0, (words, output)
            # Only a merge may bring another time of editing alone.
            is_merge = words.startswith("merge")
            assert is_merge or dump(place, ["edited_at"]) != content, words
            states.append(after)
            typed.append(words)
            undone = []
        elif not words.startswith(("forecast", "import")):
            assert place.read_bytes() == file, words
    undo_and_redo(tracker, states, typed, state)


def _go_on_elsewhere(tracker: Tracker, random: Random, now: datetime) -> None:
    """Some commands on another machine, whose database was this one's copy."""
    if random.random() < 0.3:
        shutil.copy(tracker.db, "fork.db")
    for _ in range(random.randrange(4)):
        words = random_command(random, list_ids(Path("fork.db")))
        if not words.startswith(("merge", "demo", "page", "export")):
            code = tracker(f"--db fork.db {words}", now.isoformat()).code
            assert code in (0, 2, 3, 4), words
