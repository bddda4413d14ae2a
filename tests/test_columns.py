"""Merge, undo, edit, export and import carry every column of every personal table.

The columns are read from the tables, so a new column is covered without a change here.
A column that is left out on purpose is named here, with the reason.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Column, Integer, Table

from tests.conftest import Tracker
from tests.database.rows import DAY, sample
from tests.schema_page import list_choices
from tracker.database.schema.journal import session
from tracker.database.schema.tables import metadata, personal_tables
from tracker.imports.store.versions import merged_tables, natural_key

Row = dict[str, Any]

# No other value is possible.
ONE_VALUE = {"milestone_state.state"}
# These belong to one database: the row's number, its last edit, and the import that
# brought it, with what its log said. `project` names an item of a log, which `item` has
# replaced.
ENTRY = {"entry_id", "entry_states", "entry_updated"}
NOT_EXPORTED = {"id", "edited_at", "batch_id", "project", *ENTRY}
MORNING = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin"))
LATER = 1_000  # seconds, for each column that changes


def _filled(table: Table, number: int) -> Row:
    """A row with a value for each column, also for one that `sample` does not know."""
    row = sample(table.name, number)
    for column in table.columns:
        if column.name not in row and column.name != "id":
            is_number = isinstance(column.type, Integer)
            row[column.name] = 1 if is_number else f"some {column.name}"
    return row


def _insert(db: sqlite3.Connection, table: Table, row: Mapping[str, Any]) -> None:
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    db.execute(f"insert into {table.name} ({names}) values ({values})", row)


def _rows(place: Path) -> dict[str, Row]:
    """Every personal row by its uid, without the row's number."""
    rows = {}
    with closing(sqlite3.connect(place)) as db:
        db.row_factory = sqlite3.Row
        for table in personal_tables():
            for row in db.execute(f"select * from {table}"):
                rows[row["uid"]] = {**row, "id": None}
    return rows


@pytest.fixture(name="full")
def _full(tracker: Tracker, tmp_path: Path) -> Path:
    """A database with a row in every merged table."""
    tracker.ok("items")
    place = tmp_path / "full.db"
    shutil.copy(tracker.db, place)
    with closing(sqlite3.connect(place)) as db, db:
        for table in merged_tables():
            _insert(db, table, _filled(table, 1))
    return place


def _other_values(column: Column[Any], value: Any) -> Iterator[Any]:
    """Values that could stand in the column in place of `value`."""
    if isinstance(column.type, Integer):
        yield (value or 0) + 1
        yield 1 - (value or 0)
        return
    if str(column) == "application.plan":  # JSON
        yield f"{value} "
    yield f"{value}, changed"
    yield " changed "  # tags stand between blanks
    yield "2026-11-22"
    yield "2026-11-24"
    yield from list_choices(column.table, column)


def _change(db: sqlite3.Connection, table: Table, column: Column[Any]) -> bool:
    """Change the column in the table's row, if its constraints allow any change."""
    uid = f"{table.name}-1"
    chosen = f"select {column.name} from {table.name} where uid = ?"
    (value,) = db.execute(chosen, [uid]).fetchone()
    update = f"update {table.name} set {column.name} = ?, edited_at = edited_at + ?"
    for other in _other_values(column, value):
        if other == value:
            continue
        try:
            db.execute(f"{update} where uid = ?", [other, LATER, uid])
        except sqlite3.IntegrityError:
            continue
        return True
    return False


def _changeable(table: Table) -> list[Column[Any]]:
    """The columns that may change in a row that stays the same row."""
    fixed = {"id", "uid", "edited_at", *natural_key(table)}
    if table.name == "item":
        fixed.add("slug")
    return [
        column
        for column in table.columns
        if column.name not in fixed and not column.foreign_keys
    ]


def _change_everything(place: Path) -> set[str]:
    """Change each column that may change; return those whose CHECK allows no change."""
    unchanged = set()
    with closing(sqlite3.connect(place)) as db, db:
        for table in merged_tables():
            for column in _changeable(table):
                is_empty = _filled(table, 1)[column.name] is None
                if not _change(db, table, column) and not is_empty:
                    unchanged.add(str(column))
    return unchanged


def test_merge_adds_every_column(tracker: Tracker, full: Path) -> None:
    """A row that only the other database has comes with all its columns."""
    tracker.ok(f"merge '{full}'")
    ours, theirs = _rows(tracker.db), _rows(full)

    assert {uid: ours.get(uid) for uid in theirs} == theirs


def test_merge_changes_every_column(
    tracker: Tracker, full: Path, tmp_path: Path
) -> None:
    """A newer row of the other database replaces each column; undo restores each."""
    place = tmp_path / "changed.db"
    shutil.copy(full, place)
    before = _rows(full)
    assert _change_everything(place) == ONE_VALUE
    tracker.ok(f"--db '{full}' merge '{place}'")
    after = _rows(full)
    tracker.ok(f"--db '{full}' undo")

    assert after == _rows(place)
    assert _rows(full) == before


@pytest.fixture(name="whole")
def _whole(full: Path) -> Row:
    """The session of the full database, with a value in every column."""
    start = {"started_at": int(MORNING.timestamp()), "utc_offset": 3600}
    row = {
        **_filled(session, 2),
        **start,
        "day": DAY,
        "seconds": 3600,
        "uid": "abcd2345",
    }
    row |= {"project": "Deep", "batch_id": 1, "source": "imported", "item_id": 1}
    assert None not in row.values()
    with closing(sqlite3.connect(full)) as db, db:
        db.execute("delete from session")
        _insert(db, session, row)
    return {**row, "id": None}


def test_edit_keeps_every_column(tracker: Tracker, full: Path, whole: Row) -> None:
    """An edit of the note leaves all other columns as they were."""
    tracker.ok(f"--db '{full}' edit abcd2345 -n new")
    edited = _rows(full)["abcd2345"]

    assert edited["note"] == "new"
    ignored = {"note": None, "edited_at": None}
    assert {**edited, **ignored} == {**whole, **ignored}


@pytest.mark.parametrize("form", ["json", "csv"])
def test_export_and_import_keep_every_column(
    tracker: Tracker, full: Path, whole: Row, tmp_path: Path, form: str
) -> None:
    """An exported session has the same columns after its import elsewhere.

    The export names the person; that is no column of a session.
    """
    tracker.ok(["--db", str(full), "config", "name", "[Ida] Example"])
    file = tmp_path / f"sessions.{form}"
    tracker.ok(f"--db '{full}' export sessions --format {form} -o '{file}'")
    assert "[Ida] Example" in file.read_text(encoding="utf-8")
    tracker.ok(f"import '{file}'")
    imported = _rows(tracker.db)["abcd2345"]
    ignored = dict.fromkeys(NOT_EXPORTED)

    assert {**imported, **ignored} == {**whole, **ignored}


def test_every_personal_table_is_merged() -> None:
    """Merge has its own rules for two tables, and reads all others whole."""
    merged = {table.name for table in merged_tables()}

    assert set(personal_tables()) - merged == {"overlap", "tombstone"}
    assert merged <= set(metadata.tables)
