"""Rows of any table as merging writes them; those of the journal are written by the journal."""

from sqlalchemy import Connection, Table, delete, insert, update

from tracker.database.bridge import raw_connection
from tracker.imports.rules.merge import Value
from tracker.journal.store import merge_rows as journal


def put(db: Connection, table: Table, number: int, values: dict[str, Value]) -> None:
    """Make the row of that number what is given."""
    if table.name in journal.TABLES:
        journal.put_row(raw_connection(db), table.name, number, values)
    else:
        db.execute(update(table).where(table.c.id == number).values(values))


def add(db: Connection, table: Table, values: dict[str, Value]) -> int:
    """Add a row; return its number, or 0 for the journal's rows, which nothing refers to."""
    if table.name in journal.TABLES:
        journal.add_row(raw_connection(db), table.name, values)
        return 0
    return int(
        (db.execute(insert(table).values(values)).inserted_primary_key or (0,))[0]
    )


def drop(db: Connection, table: Table, number: int) -> None:
    """Remove a row."""
    if table.name in journal.TABLES:
        journal.drop_row(raw_connection(db), table.name, number)
    else:
        db.execute(delete(table).where(table.c.id == number))
