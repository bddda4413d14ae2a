"""A created and a migrated database have the same schema, and undo and merge can rely on it."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from tests.conftest import ROOT
from tests.database import tables_file
from tracker.database import triggers
from tracker.database.bridge import core
from tracker.database.fresh_schema import create_schema
from tracker.database.history import transaction
from tracker.database.migrate import run_revisions
from tracker.database.revisions import revisions
from tracker.database.schema.tables import metadata, personal_tables
from tracker.database.schema_facts import schema_facts
from tracker.paths import PACKAGE


def _migrate(own: sqlite3.Connection) -> None:
    run_revisions(core(own))
    triggers.remake(own)


def _empty() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


@pytest.fixture(name="both")
def _both() -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """A created database, and one migrated from an empty file."""
    with closing(_empty()) as created, closing(_empty()) as migrated:
        for own, make in ((created, create_schema), (migrated, _migrate)):
            with transaction(own):
                make(own)
        yield created, migrated


def _inspected(own: sqlite3.Connection) -> dict[str, Any]:
    """What SQLAlchemy's inspector finds in each table, sorted."""
    with closing(core(own)) as db:
        seen = inspect(db)
        looks = (
            seen.get_columns,
            seen.get_pk_constraint,
            seen.get_foreign_keys,
            seen.get_indexes,
            seen.get_unique_constraints,
            seen.get_check_constraints,
        )
        return {
            table: [_sorted(look(table)) for look in looks]
            for table in sorted(seen.get_table_names())
        }


def _sorted(found: Any) -> str | list[str]:
    # The condition of an index: `schema_facts` compares it as text.
    return sorted(map(_without_place, found)) if isinstance(found, list) else str(found)


def _without_place(found: Any) -> str:
    """`found` as text, without the place in memory of what it holds."""
    return re.sub(r" at 0x[0-9a-f]+", "", str(found))


def test_created_is_migrated(
    both: tuple[sqlite3.Connection, sqlite3.Connection],
) -> None:
    """A created and a migrated database have the same SQL, and the same to SQLAlchemy's inspector."""
    created, migrated = both

    assert schema_facts(migrated) == schema_facts(created)
    assert _inspected(migrated) == _inspected(created)


def test_autogenerate(both: tuple[sqlite3.Connection, sqlite3.Connection]) -> None:
    """A migrated database is of the newest revision, and alembic finds no difference."""
    with closing(core(both[1])) as db:
        context = MigrationContext.configure(db)

        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == revisions()[-1]


SOUND = "create table a (id integer primary key, b text, d integer, constraint c check (b in ('x, y', 'Z'))) strict"


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (
            SOUND.replace("create table a", 'CREATE TABLE "a"').replace(", ", ",\n\t"),
            True,
        ),
        (
            "create table a (d integer, id integer primary key, b text, constraint c check (b in ('x, y','Z'))) strict",
            True,
        ),
        (SOUND.replace(" strict", ""), False),
        (SOUND.replace("'Z'", "'z'"), False),
        (SOUND.replace("x, y", "x,y"), False),
        (SOUND.replace("constraint c ", ""), False),
        (SOUND.replace("d integer", "d integer not null"), False),
        (SOUND.replace("d integer, ", ""), False),
    ],
)
def test_facts(other: str, same: bool) -> None:
    """Blanks, quotes round names and the order of columns do not count; all else does."""
    with (
        closing(sqlite3.connect(":memory:")) as one,
        closing(sqlite3.connect(":memory:")) as two,
    ):
        one.execute(SOUND)
        two.execute(other.replace("'x,\n\ty'", "'x, y'"))

        assert (schema_facts(one) == schema_facts(two)) is same


def test_revisions_stand_alone() -> None:
    """Revisions import nothing of tracker, and their names give number and order."""
    files = sorted((ROOT / "migrations" / "versions").glob("*.py"))
    imported = {
        name.split(".")[0]
        for file in files
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }

    assert imported <= {"alembic", "collections", "hashlib", "re", "sqlalchemy"}
    assert [file.name[:5] for file in files] == [
        f"{n:04}_" for n in range(1, len(files) + 1)
    ]
    assert revisions() == tuple(file.name[:4] for file in files)


@pytest.mark.parametrize("table", personal_tables())
def test_personal(memory: sqlite3.Connection, table: str) -> None:
    """A personal table has only integers and text, is strict, and is ready for undo and merge."""
    columns = {
        name: (kind, required)
        for _, name, kind, required, *_ in memory.execute(f"pragma table_info({table})")
    }
    actions = {row[5:7] for row in memory.execute(f"pragma foreign_key_list({table})")}
    (sql,) = memory.execute(
        "select sql from sqlite_master where name = ?", [table]
    ).fetchone()

    assert {kind for kind, _ in columns.values()} <= {"INTEGER", "TEXT"}
    assert sql.rstrip().endswith("STRICT")
    assert actions <= {("NO ACTION", "RESTRICT")}
    assert columns["uid"] == ("TEXT", 1)
    assert table == "tombstone" or columns["edited_at"] == ("INTEGER", 1)


def test_which_are_personal(memory: sqlite3.Connection) -> None:
    """The triggers cover the personal tables but `overlap`, which is computed anew."""
    kept = {
        name.split("_", 1)[1].rsplit("_", 1)[0] for name in triggers.list_wanted(memory)
    }

    assert kept == set(personal_tables()) - {"overlap"}
    assert triggers.list_present(memory).keys() == triggers.list_wanted(memory).keys()


def test_tables_file() -> None:
    """The file of tables says what the schema says: python -m tests.database.tables_file."""
    assert tables_file.PLACE.read_text(encoding="utf-8") == tables_file.file_text()


def test_named() -> None:
    """Every constraint and index has a name, so that a revision can refer to it."""
    unnamed = [
        (table.name, constraint)
        for table in metadata.tables.values()
        for constraint in (*table.constraints, *table.indexes)
        if constraint.name is None
        and type(constraint).__name__ != "PrimaryKeyConstraint"
    ]

    assert unnamed == []


def test_no_defaults() -> None:
    """No column has a default in Python, since inserts with sqlite3 would lack it."""
    assert [
        c
        for t in metadata.tables.values()
        for c in t.columns
        if c.default is not None or c.onupdate
    ] == []


def test_never_replaced() -> None:
    """No statement replaces a row, but in a table that ends with the connection.

    SQLite would delete it without the triggers.
    """
    replacing = re.compile(
        r"\b((insert\s+or\s+\w+|replace)\s+into(?!\s+temp\.)|on\s+conflict|on_conflict|prefix_with)",
        re.IGNORECASE,
    )
    found = [
        f"{file.name}: {match[0]}"
        for file in Path(PACKAGE).rglob("*.py")
        for match in replacing.finditer(file.read_text(encoding="utf-8"))
    ]

    assert found == []
