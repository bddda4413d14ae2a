"""Write rows of the personal tables with SQLAlchemy, the same way in every folder."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from tracker.database.bridge import raw_connection
from tracker.database.tombstones import add_tombstone
from tracker.database.values import stamp

Columns = Mapping[str, Any]


def find_id(db: Connection, table: Table, slug: str) -> int:
    """The number of the row with `slug`, which must exist."""
    return int(db.execute(select(table.c.id).where(table.c.slug == slug)).scalar_one())


def save_row(
    db: Connection,
    table: Table,
    key: Columns,
    values: Columns,
    now_utc: int,
    *,
    only_new: Columns | None = None,
    dated: Columns | None = None,
) -> None:
    """Set `values` in the row whose columns equal `key`; insert that row if none does.

    A None in `key` matches a null. A row that is inserted gets a uid, and the columns
    of `only_new` too. Those of `dated` say when it was recorded: a row that has these
    values already keeps its own. `now_utc` is UTC seconds, for `edited_at`.
    """
    dates = dated or {}
    same = _equal(table, key)
    if db.execute(select(table.c.id).where(*same, *_equal(table, values))).first():
        return
    changed = update(table).where(*same).values(**values, **dates, edited_at=now_utc)
    if db.execute(changed).rowcount:
        return
    row = {**stamp(now_utc), **key, **values, **dates, **(only_new or {})}
    db.execute(insert(table).values(**row))


def _equal(table: Table, columns: Columns) -> list[ColumnElement[bool]]:
    return [table.c[name].is_not_distinct_from(columns[name]) for name in columns]


def remove_rows(
    db: Connection, table: Table, where: ColumnElement[bool], now_utc: int
) -> None:
    """Delete the rows that match `where`, and add a tombstone for each.

    The tombstone stops `merge` from bringing a removed row back from another machine.
    """
    uids = db.scalars(select(table.c.uid).where(where)).all()
    db.execute(delete(table).where(where))
    for uid in uids:
        add_tombstone(raw_connection(db), uid, table.name, now_utc)
