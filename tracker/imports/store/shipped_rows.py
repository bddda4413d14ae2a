"""Rows of the shipped curriculum in a merge: their keys, and those missing here."""

from sqlite3 import Connection

from sqlalchemy import Table, insert, select

from tracker.database.bridge import core
from tracker.database.schema.tables import metadata

Keys = dict[str, dict[int, str]]


def read_shipped_keys(db: Connection) -> Keys:
    """The slugs of shipped rows by number, for each table."""
    return {table.name: _read_slugs(db, table) for table in _shipped_tables()}


def add_missing_rows(db: Connection, other: Connection) -> None:
    """Add the shipped rows that only `other` has.

    These are the track of imported projects without an item, or rows of an older
    curriculum. Rows that refer to others are left out.
    """
    for table in _shipped_tables():
        if any(column.foreign_keys for column in table.c):
            continue
        slugs = set(core(db).scalars(select(table.c.slug)))
        for row in core(other).execute(select(table)).mappings():
            if row["slug"] not in slugs:
                values = {name: row[name] for name in row if name != "id"}
                core(db).execute(insert(table).values(values))


def _shipped_tables() -> list[Table]:
    """The tables of the shipped curriculum that the person's rows refer to."""
    return [
        table
        for table in metadata.sorted_tables
        if "slug" in table.c and "uid" not in table.c
    ]


def _read_slugs(db: Connection, table: Table) -> dict[int, str]:
    rows = core(db).execute(select(table.c.id, table.c.slug))
    return {row.id: row.slug for row in rows}
