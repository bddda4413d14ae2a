"""Values that make no sense are refused by the database, and found where they got in all the same."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Text

from tests.conftest import Tracker
from tests.database.rows import sample
from tests.database.test_database_migrate import FROZEN
from tracker.database.damage import read_damage
from tracker.database.schema.tables import metadata, personal_tables
from tracker.database.tables import our_tables
from tracker.database.value_checks import SEE_ALL, ValueFault, find_value_faults
from tracker.limits import EARLIEST_DAY, LATEST_DAY

COLUMNS = [
    column
    for table in personal_tables()
    for column in metadata.tables[table].columns
    if column.name != "id"
]
TABLE = "select sql from sqlite_master where name = ?"
# The type, default and NOT NULL of a column in SQL: `starts TEXT DEFAULT '[]' NOT NULL,`.
DECLARED = r"""("?\b{}\b"?) (?:TEXT|INTEGER)(?: DEFAULT '[^']*')?(?: NOT NULL)?,"""


def set_loosely(db: sqlite3.Connection, table: str, column: str, value: object) -> None:
    """Set a column of the first row to what its table refuses; the schema stays the same."""
    (sql,) = db.execute(TABLE, [table]).fetchone()
    loose = re.sub(r"\bSTRICT", "", re.sub(DECLARED.format(column), r"\1,", sql))
    db.execute("pragma ignore_check_constraints = on")
    _write_schema(db, table, loose)
    db.execute(
        f"update {table} set {column} = ? where id = (select min(id) from {table})",
        [value],
    )
    _write_schema(db, table, sql)


def _write_schema(db: sqlite3.Connection, table: str, sql: str) -> None:
    db.execute("pragma writable_schema = on")
    db.execute("update sqlite_master set sql = ? where name = ?", [sql, table])
    db.execute("pragma writable_schema = reset")


def add_samples(db: sqlite3.Connection) -> None:
    """A row in each personal table, and none that makes no sense."""
    db.execute("pragma foreign_keys = off")  # evidence comes before its result
    for table in personal_tables():
        row = sample(table, 1)
        if table == "overlap":
            row["day"] = "2026-11-23"
        names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
        db.execute(f"insert into {table} ({names}) values ({values})", row)


def wrong_values(column: Column[object]) -> st.SearchStrategy[object]:
    """Values that a column of that kind can never have."""
    is_text = isinstance(column.type, Text)
    values = [b"text", b"\xff", 5.5] if is_text else [b"1", "many", 1.5]
    return st.sampled_from([*values, *([] if column.nullable else [None])])


@contextmanager
def sampled(template: Path) -> Iterator[sqlite3.Connection]:
    """A copy in memory of a first run's database, with some rows in every table."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        with closing(sqlite3.connect(template)) as source:
            source.backup(db)
        add_samples(db)
        yield db


def test_setting_without_a_name(first_run: tuple[Path, int]) -> None:
    """A setting whose name is null is named as any other row with a wrong value."""
    with sampled(first_run[0]) as db:
        set_loosely(db, "setting", "key", None)
        (fault,) = find_value_faults(db)

    assert (fault.table, fault.column) == ("setting", "key")


@given(data=st.data())
@settings(max_examples=60)
def test_each_wrong_kind_is_found(
    first_run: tuple[Path, int], data: st.DataObject
) -> None:
    """A value of another kind, or none where one is needed, is named by table, row and column."""
    column = data.draw(st.sampled_from(COLUMNS))
    value, table = data.draw(wrong_values(column)), column.table.name
    with sampled(first_run[0]) as db:
        assert find_value_faults(db) == []
        set_loosely(db, table, column.name, value)
        (row,) = db.execute(f"select min(id) from {table}").fetchone()
        places = {(f.table, f.row, f.column) for f in find_value_faults(db)}

    assert (table, row, column.name) in places


@given(
    column=st.sampled_from([each for each in COLUMNS if isinstance(each.type, Text)])
)
@settings(max_examples=20)
def test_letters_that_are_no_text(
    first_run: tuple[Path, int], column: Column[object]
) -> None:
    """Letters that are not UTF-8 are named in each column of texts."""
    with sampled(first_run[0]) as db:
        table, name = column.table.name, column.name
        db.execute("pragma ignore_check_constraints = on")
        db.execute(f"update {table} set {name} = cast(x'ff41' as text) where rowid = 1")
        (row,) = db.execute(
            f"select rowid from {table} where cast({name} as blob) = x'ff41'"
        ).fetchone()
        sentences = [fault.says for fault in find_value_faults(db)]

    says = f"Row {row} of {table} has letters in {name} that are not UTF-8."
    assert says in sentences


WRONG = [
    ("session", "day", "2026-02-30", "has day '2026-02-30', which is not a day"),
    ("session", "day", "9999-12-31", "has day '9999-12-31', which is not a day"),
    ("session", "note", b"\x00", "has note a BLOB, which is not text"),
    ("session", "day", None, "has day NULL, which is not text"),
    ("session", "uid", "", "has uid '', which is empty"),
    (
        "session",
        "seconds",
        -3600,
        "has seconds -3600, which is not from 1 second to 24 h",
    ),
    (
        "session",
        "utc_offset",
        30 * 3600,
        "has utc_offset 108000, which is not less than 24 h",
    ),
    ("session", "tags", "deep", "has tags 'deep', which are not between blanks"),
    ("session", "item_id", 99999, "refers to a row of item that does not exist"),
    (
        "timer",
        "started_at",
        -77_000_000_000,
        "has started_at -77000000000, which is not a moment",
    ),
    (
        "overlap",
        "seconds",
        90_000,
        "has seconds 90000, which is more than the sessions of its day",
    ),
    (
        "time_off",
        "since",
        "2026-12-01",
        "has since '2026-12-01' and until '2026-11-23', which are not in order",
    ),
    ("application", "plan", "soon", "has plan that cannot be read"),
    ("application", "plan", "[" * 99_999, "has plan that cannot be read"),
    ("attempt", "phases", "reading", "has phases that cannot be read"),
]


@pytest.mark.parametrize(("table", "column", "value", "says"), WRONG)
def test_sentences(
    memory: sqlite3.Connection, table: str, column: str, value: object, says: str
) -> None:
    """A fault is one sentence, with the row and the value; of a timer, `cancel` is the way out."""
    add_samples(memory)
    set_loosely(memory, table, column, value)
    kind = "link" if column == "item_id" else "value"
    hint = "To discard it: tracker cancel" if table == "timer" else SEE_ALL

    (row,) = memory.execute(f"select min(id) from {table}").fetchone()
    sentence = f"Row {row} of {table} {says}."
    fault = ValueFault(table, row, column, sentence, hint, kind)
    assert find_value_faults(memory)[0] == fault


def test_repeated_uids(memory: sqlite3.Connection) -> None:
    """Two rows of one uid are found where a table was made without its rule."""
    memory.execute("create table copies as select * from tombstone")
    memory.execute("drop table tombstone")
    memory.execute("alter table copies rename to tombstone")
    memory.executemany("insert into tombstone values (?, 'a', 'note', 5)", [[1], [2]])

    assert [fault.says for fault in find_value_faults(memory)] == [
        "Rows 1 and 2 of tombstone have the same uid, tbl."
    ]


def test_changes_of_no_table(tracker: Tracker) -> None:
    """A change of a table that tracker does not have is named by the undo that meets it."""
    tracker.ok("log fastai 1h")
    with closing(sqlite3.connect(tracker.db)) as db, db:
        db.execute("update change set tbl = 'note; drop table note'")
    output = tracker("undo")

    assert (output.code, output.out) == (5, "")
    assert "has a fault: Row 1 of change has tbl that cannot be read.\n" in output.err


def test_circle_of_milestones(tracker: Tracker) -> None:
    """Milestones that each come before the other are named, by an export too."""
    tracker.ok("log fastai 1h")
    with closing(sqlite3.connect(tracker.db)) as db, db:
        db.execute("""insert or ignore into milestone_needs (milestone_id, needs_id)
                      select needs_id, milestone_id from milestone_needs""")
        (fault,) = find_value_faults(db)
    output = tracker("export progress")

    says = f"By row {fault.row} of milestone_needs, a milestone comes before itself."
    assert fault.says == says
    assert (output.code, output.out) == (5, "")
    assert output.err.startswith(f"{tracker.db} has a fault: {says}\n")


@given(
    text=st.one_of(st.dates().map(str), st.from_regex("[0-9]{4}-[01][0-9]-[0-3][0-9]"))
)
def test_days_are_those_of_the_calendar(text: str) -> None:
    """The database takes just the days that Python's calendar has, within its bounds."""
    (rule,) = (
        str(constraint.sqltext)
        for constraint in metadata.tables["note"].constraints
        if constraint.name == "note_day_is_a_day"
    )
    with closing(sqlite3.connect(":memory:")) as db:
        (is_taken,) = db.execute(
            f"select {rule} from (select ? as day)", [text]
        ).fetchone()

    assert bool(is_taken) is (_is_day(text) and EARLIEST_DAY <= text <= LATEST_DAY)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def test_an_update_names_the_row(tracker: Tracker) -> None:
    """A database whose row breaks the newer rules is not updated: not a byte of it changes."""
    shutil.copy(FROZEN / "0006.db", tracker.db)
    tracker.db.chmod(0o600)
    with closing(sqlite3.connect(tracker.db)) as db, db:
        db.execute("update session set day = '2026-02-30' where id = 2")
    before = tracker.db.read_bytes()

    refused = tracker("status")
    assert (refused.code, refused.out) == (5, "")
    assert " ".join(refused.err.split()) == (
        f"{tracker.db} could not be updated: Row 2 of session has day '2026-02-30',"
        " which is not a day. It is unchanged. To see all that is wrong: tracker doctor"
    )
    assert tracker.db.read_bytes() == before
    says = [finding["says"] for finding in tracker.json("doctor")["findings"]]
    wrong = "(row 2) has day '2026-02-30', which is not a day."
    assert any(text.startswith("Session ") and text.endswith(wrong) for text in says)


@given(data=st.data())
@settings(max_examples=20)
def test_integrity_tells_what_tables_say(
    first_run: tuple[Path, int], data: st.DataObject
) -> None:
    """After a check of the file that found nothing, the rules of the tables need no asking."""
    column = data.draw(st.sampled_from(COLUMNS))
    value, table = data.draw(wrong_values(column)), column.table.name
    with sampled(first_run[0]) as db:
        assert (read_damage(db), find_value_faults(db, is_sound=True)) == ([], [])
        set_loosely(db, table, column.name, value)
        assert read_damage(db)


def test_rules_that_a_table_has_lost_are_asked(memory: sqlite3.Connection) -> None:
    """A file that is sound by its own tables, which say less than tracker's, has faults."""
    add_samples(memory)
    (sql,) = memory.execute(TABLE, ["note"]).fetchone()
    # `CONSTRAINT note_day_is_a_day CHECK (day is date(day, ...) and ...)`.
    loose = re.sub(r"day is date\([^)]*\) and", "1 = 1 and", sql)
    _write_schema(memory, "note", loose)
    memory.execute("update note set day = '2026-02-30'")

    assert read_damage(memory) == []
    assert [fault.column for fault in find_value_faults(memory, is_sound=True)] == [
        "day"
    ]


def test_what_tables_say_is_asked_once(memory: sqlite3.Connection) -> None:
    """Each rule that a first run writes into a table is known as written there."""
    for table in our_tables():
        (sql,) = memory.execute(TABLE, [table.name]).fetchone()
        assert [
            rule.says
            for rule in table.rules
            if rule.written and not rule.is_part_of(sql)
        ] == []


@pytest.mark.parametrize("number", [1, 1000, 1001, 2500])
def test_letters_are_read_in_every_row(memory: sqlite3.Connection, number: int) -> None:
    """A text that is not UTF-8 is found in whichever row it stands, also between halves."""
    row = "insert into tombstone (uid, tbl, at) values ({}, 'note', 5)"
    for uid in range(1, 2501):
        memory.execute(row.format(f"'u{uid}'"))
    assert find_value_faults(memory, is_sound=True) == []
    broken = "update tombstone set uid = cast(x'c3' as text) where id = ?"
    memory.execute(broken, [number])

    assert [fault.says for fault in find_value_faults(memory, is_sound=True)] == [
        f"Row {number} of tombstone has letters in uid that are not UTF-8."
    ]
