"""Read rows by name, and write rows of the personal tables the same way in every folder.

Names of tables and columns stand in the program, never in what a person types.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from tracker.database.tombstones import add_tombstone
from tracker.database.values import stamp

Columns = Mapping[str, Any]


def named_rows(
    db: sqlite3.Connection, query: str, values: Sequence[Any] | Columns = ()
) -> sqlite3.Cursor:
    """The rows of a query, each with its columns by name."""
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(query, values)


def find_id(db: sqlite3.Connection, table: str, slug: str) -> int:
    """The number of the row with `slug`, which must exist."""
    (number,) = db.execute(f"select id from {table} where slug = ?", [slug]).fetchone()
    return int(number)


def insert_row(db: sqlite3.Connection, table: str, row: Columns) -> None:
    """Insert a row with the columns of `row`."""
    marks = ", ".join(f":{name}" for name in row)
    db.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", row)


def save_row(
    db: sqlite3.Connection,
    table: str,
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
    same = {**key, **values}
    as_it_is = f"select 1 from {table} where {_equal(same)}"
    if db.execute(as_it_is, same).fetchone():
        return
    new = {**values, **(dated or {}), "edited_at": now_utc}
    sets = ", ".join(f"{name} = :{name}" for name in new)
    changed = db.execute(
        f"update {table} set {sets} where {_equal(key)}", {**key, **new}
    )
    if not changed.rowcount:
        row = {**stamp(now_utc), **key, **values, **(dated or {}), **(only_new or {})}
        insert_row(db, table, row)


def _equal(columns: Columns) -> str:
    """The condition that each column has its value, null too."""
    return " and ".join(f"{name} is :{name}" for name in columns)


def remove_rows(
    db: sqlite3.Connection,
    table: str,
    where: str,
    values: Sequence[Any],
    now_utc: int,
) -> None:
    """Delete the rows that match `where`, and add a tombstone for each.

    The tombstone stops `merge` from bringing a removed row back from another machine.
    """
    removed = db.execute(
        f"delete from {table} where {where} returning uid", values
    ).fetchall()
    for (uid,) in removed:
        add_tombstone(db, uid, table, now_utc)
