"""Times in the future in a database: when rows were edited, recorded or removed."""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, Table, select

from tracker.database.schema.internals import tombstone
from tracker.imports.rules.future_dates import FutureDate
from tracker.imports.store.versions import merged_tables

# When the person studied is no time of writing.
_STUDIED = ("session", "started_at")


@cache
def written_columns(table: Table) -> tuple[str, ...]:
    """The columns that say when a row was written, but for when it was edited last."""
    names = [column.name for column in table.c if column.name.endswith("_at")]
    return tuple(
        name for name in names if name != "edited_at" and (table.name, name) != _STUDIED
    )


def read_future_dates(db: Connection, after: int) -> set[FutureDate]:
    """The times after `after` (UTC seconds) in the tables that are merged."""
    return {*_read_rows(db, after), *_read_removals(db, after)}


def _read_rows(db: Connection, after: int) -> Iterator[FutureDate]:
    for table in merged_tables():
        for name in ("edited_at", *written_columns(table)):
            rows = select(table.c.uid, table.c[name]).where(table.c[name] > after)
            yield from (FutureDate(table.name, uid, at) for uid, at in db.execute(rows))


def _read_removals(db: Connection, after: int) -> Iterator[FutureDate]:
    removals = select(tombstone.c.tbl, tombstone.c.uid, tombstone.c.at)
    for row in db.execute(removals.where(tombstone.c.at > after)):
        yield FutureDate(*row)
