"""Undo and redo restore all that a command changed in personal tables, and nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Tracker
from tests.database.rows import sample
from tracker.database import triggers
from tracker.database.command_log import (
    HistoryEntry,
    find_latest,
    last_step,
    list_commands,
)
from tracker.database.history import recorded, transaction
from tracker.database.obstacles import Obstructed
from tracker.database.schema.tables import personal_tables
from tracker.database.settings import read_settings, write_setting
from tracker.database.undo import take_back

Rows = dict[str, list[tuple[Any, ...]]]
# Overlaps are computed from sessions: undo computes them again, the journal's tests say.
LOGGED = [table for table in personal_tables() if table not in triggers.DERIVED]
TABLES = st.sampled_from(LOGGED)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
CHANGES = st.tuples(
    st.sampled_from(["insert", "insert", "update", "delete"]),
    TABLES,
    st.integers(1, 6),
    WORDS,
)


def _everything(db: sqlite3.Connection) -> Rows:
    """Every row of the personal tables."""
    return {
        table: db.execute(f"select * from {table} order by id").fetchall()
        for table in personal_tables()
    }


def undo(db: sqlite3.Connection, now_utc: int) -> HistoryEntry:
    """Undo the last command, in one transaction."""
    with transaction(db):
        entry = find_latest(db, "undo")
        assert entry
        take_back(db, entry.id, entry, now_utc, verb="undo")
    return entry


def redo(db: sqlite3.Connection, now_utc: int) -> HistoryEntry:
    """Redo the command undone last, in one transaction."""
    with transaction(db):
        entry = find_latest(db, "redo")
        assert entry
        step = last_step(db, entry.id, "redo")
        take_back(db, step, entry, now_utc, verb="redo")
    return entry


def _insert(db: sqlite3.Connection, table: str, **row: Any) -> None:
    names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    db.execute(f"insert into {table} ({names}) values ({values})", row)


def _change(db: sqlite3.Connection, how: str, table: str, n: int, words: str) -> None:
    """One change, if the tables allow it."""
    row = sample(table, n, words)
    changed = ", ".join(f"{name} = :{name}" for name in row)
    with suppress(sqlite3.IntegrityError):
        if how == "insert":
            _insert(db, table, **row)
        elif how == "update":
            db.execute(f"update {table} set {changed} where uid = :uid", row)
        else:
            db.execute(f"delete from {table} where uid = :uid", row)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(done=st.lists(st.lists(CHANGES, min_size=1, max_size=6), max_size=8))
def test_back_and_forth(
    template: Path, done: list[list[tuple[str, str, int, str]]]
) -> None:
    """Any commands on any tables, undone and redone one by one, pass through the same states."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        with closing(sqlite3.connect(template)) as source:
            source.backup(db)
        db.execute("pragma foreign_keys = on")
        states = [_everything(db)]
        for number, changes in enumerate(done):
            with recorded(db, f"command {number}", number):
                for change in changes:
                    _change(db, *change)
            if len(list_commands(db, 99)) == len(states):
                states.append(_everything(db))
        for _ in range(2):
            for state in states[-2::-1]:
                undo(db, 99)
                assert _everything(db) == state
            for state in states[1:]:
                redo(db, 99)
                assert _everything(db) == state

        assert db.execute("select count(*) from running").fetchone() == (0,)


def test_every_table(memory: sqlite3.Connection) -> None:
    """Undo covers each personal table that is not computed from others."""
    for table in LOGGED:
        before = _everything(memory)
        with recorded(memory, f"write to {table}", 1):
            _needed(memory, table)
            _insert(memory, table, **sample(table, 1))
        after = _everything(memory)
        assert len(after[table]) == len(before[table]) + 1
        undo(memory, 2)
        assert _everything(memory) == before
        redo(memory, 3)
        assert _everything(memory) == after
        undo(memory, 4)


def _needed(db: sqlite3.Connection, table: str) -> None:
    if table == "evidence":
        _insert(db, "result", **sample("result", 1))


def test_nothing_changed(memory: sqlite3.Connection) -> None:
    """A command that changed nothing leaves no line in the history."""
    with recorded(memory, "note", 1):
        _insert(memory, "note", **sample("note", 1))
    with recorded(memory, "sessions", 2):
        memory.execute("select * from session").fetchall()
        memory.execute("update note set text = 'x' where uid = 'nobody'")

    assert [command.words for command in list_commands(memory, 10)] == ["note"]
    assert undo(memory, 3).words == "note"


def test_failed(memory: sqlite3.Connection) -> None:
    """A command that fails leaves no row, no line, and no running command."""
    before = _everything(memory)
    with pytest.raises(ZeroDivisionError), recorded(memory, "note", 1):
        _insert(memory, "note", **sample("note", 1))
        raise ZeroDivisionError
    with pytest.raises(sqlite3.IntegrityError), recorded(memory, "note", 1):
        _insert(memory, "note", **{**sample("note", 1), "text": ""})

    assert _everything(memory) == before
    assert list_commands(memory, 10) == []
    assert memory.execute("select count(*) from running").fetchone() == (0,)
    assert not memory.in_transaction


def test_order_of_steps(memory: sqlite3.Connection) -> None:
    """Undo takes what was done or redone last; redo what was undone last, also after new commands."""
    for n in (1, 2, 3):
        with recorded(memory, f"note {n}", n):
            _insert(memory, "note", **sample("note", n))
        if n == 2:
            undo(memory, 9)

    assert [undo(memory, 9).words, undo(memory, 9).words] == ["note 3", "note 1"]
    assert find_latest(memory, "undo") is None
    redone = [redo(memory, 9).words for _ in range(3)]
    assert redone == ["note 1", "note 3", "note 2"]
    assert find_latest(memory, "redo") is None
    assert [undo(memory, 9).words, redo(memory, 9).words] == ["note 2", "note 2"]
    assert [(command.words, command.state) for command in list_commands(memory, 9)] == [
        ("note 3", "done"),
        ("note 2", "done"),
        ("note 1", "done"),
    ]


def test_numbers_that_went_to_others(memory: sqlite3.Connection) -> None:
    """A row is found by its uid: SQLite gave its number to a later one, and it gets another."""
    with recorded(memory, "add one", 1):
        _insert(memory, "item", id=900, **sample("item", 1))
    with recorded(memory, "log one", 2):
        _insert(memory, "session", **{**sample("session", 1), "item_id": 900})
    undo(memory, 3)
    undo(memory, 4)
    with recorded(memory, "add two", 5):
        _insert(memory, "item", id=900, **sample("item", 2))
    redo(memory, 6)
    redo(memory, 7)
    items = dict(memory.execute("select uid, id from item where uid like 'item-%'"))
    sessions = memory.execute("select item_id from session").fetchall()

    assert items == {"item-1": 901, "item-2": 900}
    assert sessions == [(901,)]
    undo(memory, 8)
    undo(memory, 9)
    assert memory.execute("select uid from item where id >= 900").fetchall() == [
        ("item-2",)
    ]


def _import(db: sqlite3.Connection, batch: int, sessions: int) -> None:
    with recorded(db, "import toggl.csv", 1):
        _insert(db, "item", **sample("item", batch))
        _insert(db, "import_batch", id=batch, **sample("import_batch", batch))
        for n in range(1, sessions + 1):
            row = {
                **sample("session", n),
                "uid": f"{batch}-{n}",
                "batch_id": batch,
                "source": "imported",
            }
            _insert(db, "session", **row)


def test_import(memory: sqlite3.Connection) -> None:
    """Undo of an import removes its sessions, which are not logged one by one; redo restores them."""
    _import(memory, 1, 20)
    first = _everything(memory)
    _import(memory, 2, 30)
    both = _everything(memory)
    kept = memory.execute(
        "select count(*) from change where tbl = 'session'"
    ).fetchone()
    undo(memory, 2)
    without = _everything(memory)
    redo(memory, 3)

    assert kept == (0,)
    assert without == first
    assert _everything(memory) == both
    undo(memory, 4)
    undo(memory, 5)
    assert _everything(memory)["session"] == []
    redo(memory, 6)
    assert _everything(memory) == first


def test_import_changed_later(memory: sqlite3.Connection) -> None:
    """A session added to an older import, as when an edit splits one, is logged and undone."""
    _import(memory, 1, 3)
    before = _everything(memory)
    with recorded(memory, "edit", 2):
        memory.execute(
            "update session set seconds = 30, edited_at = 2 where uid = '1-2'"
        )
        _insert(memory, "session", **{**sample("session", 9), "batch_id": 1})
    undo(memory, 3)

    assert _everything(memory) == before


def test_seeding_is_silent(memory: sqlite3.Connection) -> None:
    """Changes outside a command, such as a new seed, leave no line in the history."""
    with transaction(memory):
        _insert(memory, "item", **sample("item", 1))
        memory.execute("update item set title = 'another' where slug = 'fastai'")

    assert list_commands(memory, 1) == []
    assert memory.execute("select count(*) from change").fetchone() == (0,)


def test_seeded_since(memory: sqlite3.Connection) -> None:
    """Undo restores what the command changed, not what a new seed changed in the same row."""
    with transaction(memory):
        _insert(memory, "item", **sample("item", 1, "before"))
    with recorded(memory, "rename", 1):
        memory.execute("update item set title = 'after' where uid = 'item-1'")
    with transaction(memory):
        memory.execute("update item set adopted = 1 where uid = 'item-1'")
    undo(memory, 2)

    assert memory.execute(
        "select title, adopted from item where uid = 'item-1'"
    ).fetchone() == ("before", 1)


def test_seed_in_the_way(memory: sqlite3.Connection) -> None:
    """If a later seed is in conflict, undo and redo are refused, and nothing changes."""
    with recorded(memory, "add own-1", 1):
        _insert(memory, "item", **sample("item", 1))
    undo(memory, 2)
    with transaction(memory):
        _insert(memory, "item", **{**sample("item", 1), "origin": "extension"})
    before = _everything(memory)
    with pytest.raises(Obstructed):
        redo(memory, 3)

    assert _everything(memory) == before
    assert [command.state for command in list_commands(memory, 1)] == ["undone"]


def test_triggers(memory: sqlite3.Connection) -> None:
    """Triggers are made from the tables: a new column is logged, and other triggers stay."""
    memory.execute("create trigger hers after insert on note begin select 1; end")
    memory.execute("alter table note add column colour text")
    triggers.remake(memory)
    with recorded(memory, "note", 1):
        _insert(memory, "note", **sample("note", 1), colour="red")
    (new,) = memory.execute("select new from change").fetchone()

    assert '"colour":"red"' in new
    assert memory.execute(
        "select count(*) from sqlite_master where name = 'hers'"
    ).fetchone() == (1,)


def test_settings(memory: sqlite3.Connection) -> None:
    """A setting is added, changed, removed and set again; a removal leaves a tombstone."""
    for now, value in enumerate(["a", "b", None, None, "c", None]):
        with transaction(memory):
            write_setting(memory, "name", value, now)
        assert read_settings(memory).get("name") == value

    assert memory.execute("select uid, tbl, at from tombstone").fetchall() == [
        ("setting:name", "setting", 5)
    ]


@pytest.fixture(name="history")
def _history(tracker: Tracker) -> Iterator[Tracker]:
    tracker.ok("log fastai 1h")
    tracker.ok("config name Ada")
    yield tracker


def test_both_halves(history: Tracker) -> None:
    """Commands through sqlite3 and SQLAlchemy share one history, as typed."""
    history.ok("add zz-mine --title Mine --track coding")

    assert [command["words"] for command in history.json("history")["commands"]] == [
        "add zz-mine --title Mine --track coding",
        "config name Ada",
        "log fastai 1h",
    ]
    for _ in range(3):
        history.ok("undo")
    assert history.json("sessions")["sessions"] == []
    assert history.json("config name")["settings"] == {"name": None}
    assert history("show zz-mine").code == 3


@pytest.mark.parametrize(
    "forged",
    [
        "tbl = 'command'",
        "tbl = 'session where 1 = 1 --'",
        "new = json_set(new, '$.x = 1 --', 1)",
    ],
)
def test_forged_log(history: Tracker, forged: str) -> None:
    """A log that names what tracker does not log is damaged; nothing is undone."""
    rows = "select seconds from session"
    with closing(sqlite3.connect(history.db)) as db, db:
        db.execute(f"update change set {forged} where tbl = 'session'")
    history("undo")  # of the name: it is refused where the log is seen to be damaged

    output = history("undo")
    assert output.code == 5
    assert "damaged" in output.err or "fault" in output.err
    with closing(sqlite3.connect(history.db)) as db:
        assert db.execute(rows).fetchall() == [(3600,)]
