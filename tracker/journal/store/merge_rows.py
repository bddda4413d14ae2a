"""The journal's rows as merging writes them: every column the table has.

`values` are all columns of the schema's table but `id`: merging reads them from the
tables themselves, uid and `edited_at` included, so none is listed here.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from sqlite3 import Connection

from tracker.journal.store.sessions import assignments

TABLES = ("session", "timer", "recollection")
# There is at most one timer, and its row has this number.
_TIMER = {"id": 1}
Values = Mapping[str, str | int | None]


def put_row(db: Connection, table: str, number: int, values: Values) -> None:
    """Rewrite the row with that number in one of `TABLES`."""
    db.execute(put_statement(table, values), {**values, "id": number})


def add_rows(db: Connection, table: str, rows: Iterable[Values]) -> None:
    """Add rows to one of `TABLES`, all with the same columns."""
    fixed = _TIMER if table == "timer" else {}
    numbered = ({**values, **fixed} for values in rows)
    for first in numbered:
        db.executemany(add_statement(table, first), chain([first], numbered))


def drop_row(db: Connection, table: str, number: int) -> None:
    """Remove a row from one of `TABLES`; its tombstone is the caller's."""
    db.execute(drop_statement(table), {"id": number})


def put_statement(table: str, columns: Iterable[str]) -> str:
    """The update of those columns in a row."""
    return f"update {table} set {assignments(columns)} where id = :id"


def add_statement(table: str, columns: Iterable[str]) -> str:
    """The insert of a row with those columns."""
    names = list(columns)
    values = ", ".join(f":{name}" for name in names)
    return f"insert into {table} ({', '.join(names)}) values ({values})"


def drop_statement(table: str) -> str:
    """The removal of a row by its number."""
    return f"delete from {table} where id = :id"
