"""Rows of any table as a merge writes them; the journal writes its own."""

from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from sqlalchemy import Table, delete, insert, update

from tracker.database.bridge import core
from tracker.imports.rules.merge import Value
from tracker.journal.store import merge_rows as journal


def change_row(
    db: Connection, table: Table, number: int, values: dict[str, Value]
) -> None:
    """Set the columns of the row with that number."""
    if table.name in journal.TABLES:
        journal.put_row(db, table.name, number, values)
    else:
        core(db).execute(update(table).where(table.c.id == number).values(values))


def add_rows(
    db: Connection, table: Table, rows: Iterable[dict[str, Value]]
) -> Iterator[int]:
    """Add rows; their numbers, none for the journal's: nothing refers to them."""
    if table.name in journal.TABLES:
        journal.add_rows(db, table.name, rows)
        return
    for values in rows:
        added = core(db).execute(insert(table).values(values)).inserted_primary_key
        yield int((added or (0,))[0])


def delete_row(db: Connection, table: Table, number: int) -> None:
    """Delete the row with that number."""
    if table.name in journal.TABLES:
        journal.drop_row(db, table.name, number)
    else:
        core(db).execute(delete(table).where(table.c.id == number))
