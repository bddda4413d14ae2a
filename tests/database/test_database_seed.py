"""A new seed changes shipped rows, and never the person's own."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Tracker
from tests.database.rows import sample
from tracker.database.catalogue.digest import seed_digest
from tracker.database.history import transaction
from tracker.database.seed.state import is_synced
from tracker.database.seed.sync import sync
from tracker.errors import DatabaseProblem

ENTRY = """
[[item]]
slug = "{slug}"
title = "{title}"
kind = "book"
track = "coding"
hours = [1, 2, 3]
hours_from = "estimate"
skills = ["python"]
requires = ["fastai"]
aka = ["{slug}-short"]
origin = "extension"
"""


def _skill(house: Path) -> str:
    """Some skill."""
    text = (house / "seed" / "skills.toml").read_text()
    return text.partition('slug = "')[2].partition('"')[0]


def _ship(house: Path, slug: str, title: str = "New") -> None:
    """Add an item to the seed."""
    text = ENTRY.format(slug=slug, title=title).replace(
        '"python"', f'"{_skill(house)}"'
    )
    with (house / "seed" / "items" / "coding.toml").open("a") as file:
        file.write(text)


def _withdraw(house: Path, slug: str) -> None:
    """Remove an item from the seed."""
    path = house / "seed" / "items" / "coding.toml"
    parts = path.read_text().split("[[item]]")
    path.write_text(
        "[[item]]".join(part for part in parts if f'slug = "{slug}"' not in part)
    )


def _sync(db: sqlite3.Connection, house: Path) -> None:
    with transaction(db):
        sync(db, house / "seed")


def _item(db: sqlite3.Connection, slug: str) -> dict[str, Any] | None:
    db.row_factory = sqlite3.Row
    row = db.execute("select * from item where slug = ?", [slug]).fetchone()
    db.row_factory = None
    return dict(row) if row else None


@pytest.fixture(name="tables")
def _tables(memory: sqlite3.Connection) -> Iterator[list[str]]:
    yield [
        name
        for (name,) in memory.execute(
            "select name from sqlite_master where type = 'table'"
        )
    ]


def _all(db: sqlite3.Connection, tables: list[str]) -> dict[str, set[Any]]:
    """All rows without their numbers, which a replaced table may use again."""
    links = ("milestone_", "item_", "group_", "requirement", "bar", "role_", "skill_")
    return {
        table: {
            row[1:] if table.startswith(links) else row
            for row in db.execute(f"select * from {table}")
        }
        for table in tables
    }


def test_again(memory: sqlite3.Connection, tables: list[str], house: Path) -> None:
    """The same seed again changes nothing, and leaves no line in the history."""
    before = _all(memory, tables)
    _sync(memory, house)

    assert _all(memory, tables) == before


def test_when(memory: sqlite3.Connection, house: Path) -> None:
    """The rows are synced until a file of the seed changes, is added or is removed."""
    assert is_synced(memory, house / "seed")
    (house / "seed" / "README.md").write_text("no part of it")
    assert is_synced(memory, house / "seed")
    (house / "seed" / "more.toml").touch()
    assert not is_synced(memory, house / "seed")


def test_changed(memory: sqlite3.Connection, house: Path) -> None:
    """A changed entry changes its row, which keeps its number, and the stored hash."""
    _ship(house, "brand-new")
    _sync(memory, house)
    before = _item(memory, "brand-new")
    _withdraw(house, "brand-new")
    _ship(house, "brand-new", "Newer")
    _sync(memory, house)
    after = _item(memory, "brand-new")

    assert before and after
    assert {**before, "title": "Newer"} == after
    assert memory.execute("select digest from seed_state").fetchall() == [
        (seed_digest(house / "seed"),)
    ]


def test_withdrawn(memory: sqlite3.Connection, house: Path) -> None:
    """An item that is no longer shipped is retired and keeps its sessions; shipped again, it returns."""
    _ship(house, "brand-new")
    _sync(memory, house)
    shipped = _item(memory, "brand-new")
    assert shipped
    with transaction(memory):
        row = {**sample("session", 1), "item_id": shipped["id"]}
        memory.execute(
            f"insert into session ({', '.join(row)}) values ({', '.join(f':{n}' for n in row)})",
            row,
        )
    _withdraw(house, "brand-new")
    _sync(memory, house)
    retired = _item(memory, "brand-new")
    _ship(house, "brand-new")
    _sync(memory, house)

    assert retired == {**shipped, "retired": 1}
    assert _item(memory, "brand-new") == shipped
    assert memory.execute("select count(*) from session").fetchone() == (1,)


def test_adopted(tracker: Tracker, house: Path) -> None:
    """A slug of the person stays theirs when it is shipped; the item is only marked as adopted."""
    tracker.ok(
        "add brand-new --title Mine --track math --hours 5-9 --aka mine --requires ppo"
    )
    tracker.ok("log mine 1h")
    with closing(sqlite3.connect(tracker.db)) as db:
        mine = _item(db, "brand-new")
        links = db.execute("select * from item_aka where name = 'mine'").fetchall()
    _ship(house, "brand-new", "Theirs")
    items = {item["slug"]: item for item in tracker.json("items")["items"]}
    with closing(sqlite3.connect(tracker.db)) as db:
        adopted = _item(db, "brand-new")
        names = db.execute(
            "select name from item_aka where name like 'brand%' or name = 'mine'"
        ).fetchall()
        assert (
            db.execute("select * from item_aka where name = 'mine'").fetchall() == links
        )

    assert mine and adopted == {**mine, "adopted": 1}
    assert names == [("mine",)]
    assert (items["brand-new"]["title"], items["brand-new"]["seconds"]) == (
        "Mine",
        3600,
    )


def test_name_taken(tracker: Tracker, house: Path) -> None:
    """A short name of the person stays theirs when a shipped item has it too."""
    tracker.ok("add zz-mine --title Mine --track math --aka brand-new-short")
    _ship(house, "brand-new")
    tracker.ok("items")
    tracker.ok("log brand-new-short 1h")

    assert [session["item"] for session in tracker.json("sessions")["sessions"]] == [
        "zz-mine"
    ]


def test_own_stays(tracker: Tracker, house: Path) -> None:
    """The person's rows are the same after a new seed, and undo still works."""
    tracker.ok(
        "add zz-mine --title Mine --track math --aka also-mine --requires fastai"
    )
    tracker.ok("log zz-mine 1h")
    before = (
        tracker.json("show zz-mine"),
        tracker.json("sessions"),
        tracker.json("history"),
    )
    _ship(house, "brand-new")
    _withdraw(house, "hitchhikers-python")
    tracker.ok("items")
    after = (
        tracker.json("show zz-mine"),
        tracker.json("sessions"),
        tracker.json("history"),
    )

    assert after == before
    tracker.ok("undo")
    tracker.ok("undo")
    assert tracker("show zz-mine").code == 3


def test_own_words_on_shipped(memory: sqlite3.Connection, house: Path) -> None:
    """What the person or a merge wrote of a shipped item stays; unchanged rows keep their numbers."""
    links = ("item_aka", "item_requires", "item_skill")
    shipped = {
        table: memory.execute(f"select id, uid from {table} order by id").fetchall()
        for table in links
    }
    with transaction(memory):
        for table in links:
            memory.execute(f"update {table} set uid = 'mine' where id = 1")
            row = sample(table, 1)
            memory.execute(
                f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})",
                [*row.values()],
            )
    _ship(house, "brand-new")
    _sync(memory, house)

    for table in links:
        uids = dict(memory.execute(f"select id, uid from {table}"))
        assert (uids[1], f"{table}-1" in uids.values()) == ("mine", True)
        assert [(number, uids[number]) for number, _ in shipped[table][1:]] == shipped[
            table
        ][1:]


def test_everyday_does_not_look(tracker: Tracker, place: Path, house: Path) -> None:
    """Everyday commands do not sync a new seed; the next command that reads the curriculum does."""
    _ship(house, "brand-new")
    tracker.ok("sessions")
    early = tracker("log brand-new 1h")
    tracker.ok("items")
    late = tracker("log brand-new 1h")

    assert (early.code, late.code) == (3, 0)


def test_fault(tracker: Tracker, place: Path, house: Path) -> None:
    """A fault in the shipped curriculum is a broken installation; nothing is written."""
    before = place.read_bytes()
    _ship(house, "Not A Slug")
    said = tracker("items")

    assert said.code == 5
    assert " ".join(said.err.split()).startswith(
        "The shipped curriculum has a fault: items/coding.toml: item Not A Slug: slug: must be"
    )
    assert place.read_bytes() == before


def test_fault_says_what(memory: sqlite3.Connection, house: Path) -> None:
    """A fault names the file, the entry and the key, as `catalogue check` does."""
    (house / "seed" / "prompts.toml").write_text("[[prompt]]\nslug = 'x'\n")
    with pytest.raises(
        DatabaseProblem, match=r"prompts\.toml: prompt x: kind: is missing"
    ):
        _sync(memory, house)


def test_own_name_of_a_shipped_item(tracker: Tracker, house: Path) -> None:
    """A name that the person gave to a shipped item stays when the curriculum changes."""
    tracker.ok("alias fa fastai")
    tracker.ok("alias brand-new-short ppo")
    _ship(house, "brand-new")
    tracker.ok("items")

    assert tracker.json("alias")["aliases"] == [
        {"name": "brand-new-short", "item": "ppo"},
        {"name": "fa", "item": "fastai"},
    ]
