"""The columns of tables and indexes, by which their rows are recognised in a file."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from typing import NamedTuple

from tracker.database.damaged.records import Values
from tracker.database.fresh_schema import fresh_schema

TABLES = "select name from sqlite_master where type = 'table'"
COLUMNS = 'select name, type, "notnull", pk from pragma_table_info(:table)'
INDEXES = "select name from pragma_index_list(:table)"
INDEXED = "select name from pragma_index_info(:index)"
_SCHEMA_KINDS = ("table", "index", "trigger", "view")


class Shape(NamedTuple):
    """The columns of a table, each with the type of its values.

    `indexes` has the columns of each index by its name; "" for an expression.
    """

    table: str
    columns: tuple[str, ...]
    types: tuple[tuple[type, ...], ...]
    indexes: Mapping[str, tuple[str, ...]]

    def fits(self, values: Values) -> bool:
        """Whether the values can be a row, which may lack columns that came later."""
        later = (None,) * (len(self.columns) - len(values))
        typed = zip((*values, *later), self.types, strict=False)
        is_typed = all(isinstance(value, kinds) for value, kinds in typed)
        return 0 < len(values) <= len(self.columns) and is_typed

    def is_full(self, values: Values) -> bool:
        """Whether the values fit, with all columns."""
        return len(values) == len(self.columns) and self.fits(values)

    def types_of(self, columns: Sequence[str]) -> tuple[tuple[type, ...], ...]:
        """The types of some columns; any where the name is empty."""
        types = dict(zip(self.columns, self.types, strict=True))
        return tuple(types.get(name, (int, str, type(None))) for name in columns)


class SchemaRow(NamedTuple):
    """What the file says of a table or an index: its first page, and its SQL."""

    kind: str
    name: str
    table: str
    root: int
    sql: str | None


def to_schema_row(values: Values) -> SchemaRow | None:
    """The row of the schema; None where it is none."""
    if len(values) != len(SchemaRow._fields) or values[0] not in _SCHEMA_KINDS:
        return None
    kind, name, table, root, sql = values
    texts = (kind, name, table, sql or "")
    if not isinstance(root, int) or not all(isinstance(text, str) for text in texts):
        return None
    return SchemaRow(
        str(kind), str(name), str(table), root, None if not sql else str(sql)
    )


def read_shapes(schema: Iterable[SchemaRow]) -> dict[str, Shape]:
    """The shape of each of tracker's tables: as the file says, else as of today."""
    statements = {row.name: row.sql or "" for row in schema}
    with closing(fresh_schema()) as ours:
        return dict(_shapes(ours, statements))


def _shapes(
    ours: sqlite3.Connection, statements: Mapping[str, str]
) -> Iterator[tuple[str, Shape]]:
    for (table,) in ours.execute(TABLES).fetchall():
        usual = _read_shape(ours, table)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as theirs:
            _make(theirs, "create table", statements.get(table, ""))
            for name in usual.indexes:
                _make(theirs, "create", statements.get(name, ""))
            shape = _read_shape(theirs, table)
        is_known = set(shape.columns) <= set(usual.columns)
        yield table, shape if shape.columns and is_known else usual


def _make(db: sqlite3.Connection, verb: str, sql: str) -> None:
    """Run a statement of the damaged file that only makes a table or an index."""
    text = sql.lower()
    if text.startswith(verb) and "select" not in text:
        with suppress(sqlite3.Error):
            db.execute(sql)


def _read_shape(db: sqlite3.Connection, table: str) -> Shape:
    rows = db.execute(COLUMNS, {"table": table}).fetchall()
    indexes = {}
    for (index,) in db.execute(INDEXES, {"table": table}).fetchall():
        names = db.execute(INDEXED, {"index": index}).fetchall()
        indexes[index] = tuple(name or "" for (name,) in names)
    types = tuple(
        _types(kind, required=needed and not key) for _, kind, needed, key in rows
    )
    return Shape(table, tuple(row[0] for row in rows), types, indexes)


def _types(declared: str, *, required: bool) -> tuple[type, ...]:
    """The types of a column's values. The number of a row stands as null."""
    kind = int if declared == "INTEGER" else str
    return (kind,) if required else (kind, type(None))
