"""Undo of any command: what is left is as if it had never been typed."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import NOW, Tracker
from tests.journal.harness import rows
from tracker.database import values
from tracker.database.schema.tables import personal_tables

# No shipped item, author or title has `zqx`: before it is added, it means nothing.
ITEMS = st.sampled_from(["fastai", "ppo", "zqx"])
DAYS = st.sampled_from(["2026-11-20", "2026-11-21"])
CLOCKS = st.sampled_from(["8:00", "9:30", "10:00", "22:00", "23:30"])
AMOUNTS = st.sampled_from(["15m", "1h30m", "3h", "11h"])
MILESTONES = st.sampled_from(["arxiv-paper", "replication-done"])
# `SESSION` is one of those that are there.
COMMANDS = st.one_of(
    st.builds("log {} {} --on {} -n x".format, ITEMS, AMOUNTS, DAYS),
    st.builds(
        "log {} --from {} {} --on {} --overlap".format, ITEMS, CLOCKS, AMOUNTS, DAYS
    ),
    st.builds("edit SESSION --amount {} --overlap".format, AMOUNTS),
    st.builds("edit SESSION --item {} --note y --tag b".format, ITEMS),
    st.builds("edit SESSION --on {} --overlap".format, DAYS),
    st.just("rm SESSION"),
    st.builds("start {} --at '2026-11-22 9:00' +a".format, ITEMS),
    st.sampled_from(["stop --at '2026-11-22 10:00'", "cancel"]),
    st.sampled_from(["import log.csv", "move Deep fastai", "merge other.db"]),
    st.sampled_from(["add zqx --title Zqx --track math", "rename zqx --title Zqxx"]),
    st.builds("alias {} {}".format, st.sampled_from(["aa", "bb"]), ITEMS),
    st.builds("recall {} {} --over 2026-10".format, ITEMS, AMOUNTS),
    st.builds("plan gan --by {}".format, st.sampled_from(["2027-01-31", "2027-02-28"])),
    st.builds("rate python {}".format, st.sampled_from(["basic", "strong", "none"])),
    st.builds(
        "{} {}".format, st.sampled_from(["done", "skip", "drop", "reopen"]), ITEMS
    ),
    st.builds("attempt {} --with ppo --since 2026-11-01".format, MILESTONES),
    st.builds("reach {} --with ppo --on 2026-11-21".format, MILESTONES),
    st.builds("{} {}".format, st.sampled_from(["drop", "reopen"]), MILESTONES),
    st.builds("note {}".format, st.sampled_from(["one", "two"])),
)
LOG = """User,Email,Client,Project,Task,Description,Billable,\
Start date,Start time,End date,End time,Duration,Tags
Ada,a@x.org,,Deep,,n,No,2026-11-20,09:00:00,2026-11-20,10:30:00,01:30:00,
Ada,a@x.org,,Deep,,n,No,2026-11-21,09:00:00,2026-11-21,10:30:00,01:30:00,
"""
# Columns that depend on when, and in which order, rows were written.
LEFT_OUT = ("id", "edited_at", "position", "at")


class Evenings:
    """Commands, each with its own time and its own random names of rows."""

    def __init__(
        self, tracker: Tracker, template: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self._tracker, self._monkeypatch = tracker, monkeypatch
        shutil.copyfile(template, tracker.db)

    def type(self, number: int, words: str) -> int:
        """Run a command as the one of that number; return its exit code."""
        names = count()

        def urandom(length: int) -> bytes:
            return hashlib.sha256(f"{number} {next(names)}".encode()).digest()[:length]

        self._monkeypatch.setattr(values, "os", SimpleNamespace(urandom=urandom))
        now = datetime.fromisoformat(NOW) + timedelta(minutes=number)
        return self._tracker(words, now.isoformat()).code


def everything(db: Path, left_out: Sequence[str] = LEFT_OUT) -> dict[str, Any]:
    """Every row of the person's by its uid; rows that it refers to by theirs.

    Overlaps are computed, so when they were written does not matter.
    """
    with closing(sqlite3.connect(db)) as connection:
        connection.row_factory = sqlite3.Row
        found = {}
        for table in personal_tables():
            links = dict(
                connection.execute(
                    'select "from", "table" from pragma_foreign_key_list(?)', [table]
                ).fetchall()
            )
            for row in connection.execute(f"select * from {table}"):
                named = dict(_named(connection, dict(row), links))
                without = LEFT_OUT if table == "overlap" else left_out
                cells = {name: named[name] for name in named if name not in without}
                found[f"{table} {row['uid']} {dict(row).get('tbl')}"] = cells
        return found


def _named(
    connection: sqlite3.Connection, row: dict[str, Any], links: dict[str, str]
) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        if name in links and value is not None:
            name_of = "uid" if links[name] in personal_tables() else "slug"
            query = f"select {name_of} from {links[name]} where id = ?"
            value = connection.execute(query, [value]).fetchone()[0]
        yield name, value


def type_all(
    evenings: Evenings, db: Path, commands: list[tuple[str, int]]
) -> dict[int, str]:
    """Run the commands; return those that changed something, by their number."""
    done: dict[int, str] = {}
    for number, (words, pick) in enumerate(commands):
        uids = [uid for (uid,) in rows(db, "select uid from session order by uid")]
        if "SESSION" in words and not uids:
            continue
        if uids:
            words = words.replace("SESSION", uids[pick % len(uids)])
        steps = rows(db, "select count(*) from command")
        evenings.type(number, words)
        if rows(db, "select count(*) from command") != steps:
            done[number] = words
    return done


@settings(max_examples=15)
@given(
    commands=st.lists(st.tuples(COMMANDS, st.integers(0, 9)), min_size=4, max_size=18),
    picks=st.lists(
        st.tuples(st.booleans(), st.integers(0, 17)), min_size=1, max_size=9
    ),
)
def test_as_if_never_typed(
    tracker: Tracker,
    template: Path,
    monkeypatch: pytest.MonkeyPatch,
    commands: list[tuple[str, int]],
    picks: list[tuple[bool, int]],
) -> None:
    """After any undos and redos by ID the database is as if what is undone was never typed.

    A step that is refused changes nothing; an undo that is redone neither.
    """
    monkeypatch.chdir(tracker.db.parent)
    Path("log.csv").write_text(LOG)
    evenings = Evenings(tracker, template, monkeypatch)
    if not Path("other.db").exists():
        evenings.type(99, "--db other.db log ppo --from 8:00 3h --on 2026-11-21")
    done = type_all(evenings, tracker.db, commands)
    if not done:
        return
    numbers = dict(
        zip(
            done,
            (row[0] for row in rows(tracker.db, "select id from command order by id")),
            strict=True,
        )
    )
    undone: set[int] = set()
    for is_redo, pick in picks:
        number = list(done)[pick % len(done)]
        verb = "redo" if is_redo else "undo"
        before, file = everything(tracker.db, ["id"]), tracker.db.read_bytes()
        output = tracker(f"{verb} {numbers[number]}")
        if output.code:
            assert output.code == 4, output
            assert tracker.db.read_bytes() == file
        else:
            (undone.discard if is_redo else undone.add)(number)
        if not output.code and not is_redo:
            tracker.ok(f"redo {numbers[number]}")
            assert everything(tracker.db, ["id"]) == before
            tracker.ok(f"undo {numbers[number]}")
    left = everything(tracker.db)

    again = Evenings(tracker, template, monkeypatch)
    for number in sorted(done.keys() - undone):
        assert again.type(number, done[number]) == 0, done[number]
    assert everything(tracker.db) == left
