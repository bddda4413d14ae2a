"""The sessions of a large import: an undo puts them away in bulk, a redo brings them back.

In the log they stand by the thousand, `{"columns": [...], "rows": [[...], ...]}`, with the
number of their batch below 0 in place of a row's. Logged one by one, a million took 505 MB
of memory, and the file was three times as large. What is back leaves the log, so that its
pages are used again.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from tracker.database.bulk_rows import insert_rows
from tracker.database.command_log import LoggedChange
from tracker.database.obstacles import obstructed_by, read_rows
from tracker.database.row_numbers import RowNumbers
from tracker.database.triggers import COLUMNS

Rows = list[list[Any]]

# An import with more sessions leaves in bulk. Those of others go into the log one by one.
FEW = 1000
AT_ONCE = 1000
IS_LARGE = f"""select 1 from session where batch_id = :batch limit 1 offset {FEW}"""
PART = f"""select * from session where batch_id = :batch and id > :last
           order by id limit {AT_ONCE}"""
PUT_AWAY = """insert into change (command_id, tbl, row, old)
              values (:step, 'session', -:batch, :rows)"""
REMOVE = "delete from session where batch_id = :batch and id <= :last"
PARTS = "select id from change where command_id = :step and tbl = 'session'"
ROWS = "select old from change where id = :id"
FORGET = "delete from change where id = :id"
TAKEN = """select 1 from session where id in (select value from json_each(:numbers))
           limit 1"""
SAME = "select * from session where uid in (select value from json_each(:uids)) limit 1"
SUMS = """select count(*) - count(part_of), coalesce(sum(seconds), 0) from session
          where batch_id = :batch"""
ITEMS = "select distinct item_id from session where batch_id = :batch"
DAYS = "select distinct day from session where batch_id = :batch"


class ManySessions(NamedTuple):
    """What is said of the sessions of a large import, whose `batch` that is.

    How many there are, their `seconds` together, the numbers of their `items`, and their
    `days` (ISO text).
    """

    batch: int
    number: int
    seconds: int
    items: frozenset[int]
    days: frozenset[str]


def is_large(db: sqlite3.Connection, batch: int) -> bool:
    """Whether a batch has so many sessions that they leave in bulk."""
    return db.execute(IS_LARGE, {"batch": batch}).fetchone() is not None


def sum_sessions(db: sqlite3.Connection, batch: int) -> ManySessions:
    """What is said of the sessions of a batch."""
    values = {"batch": batch}
    number, seconds = db.execute(SUMS, values).fetchone()
    items = frozenset(item for (item,) in db.execute(ITEMS, values))
    days = frozenset(day for (day,) in db.execute(DAYS, values))
    return ManySessions(batch, number, seconds, items, days)


def put_away(db: sqlite3.Connection, step: int, batch: int) -> None:
    """Move the sessions of a batch into the log of a step. No trigger may log them."""
    last = 0
    while True:
        cursor = db.execute(PART, {"batch": batch, "last": last})
        columns = [column[0] for column in cursor.description]
        rows = cursor.fetchall()
        if not rows:
            return
        text = json.dumps({"columns": columns, "rows": rows}, ensure_ascii=False)
        db.execute(PUT_AWAY, {"step": step, "batch": batch, "rows": text})
        last = rows[-1][columns.index("id")]
        db.execute(REMOVE, {"batch": batch, "last": last})


def bring_back(
    db: sqlite3.Connection, step: int, batch: int, numbers: RowNumbers
) -> ManySessions | None:
    """Bring back the sessions of a batch that a step put away, if it did.

    `batch` is its number then. No trigger may log it. Raises Obstructed where another
    session has the uid of one of these.
    """
    now = None
    for change, columns, rows in _read_parts(db, step, f"= {-batch}"):
        _free_numbers(db, rows, columns.index("id"))
        now = _link_rows(rows, columns, change, numbers)
        try:
            insert_rows(db, "session", columns, rows)
        except sqlite3.IntegrityError as fault:
            uids = json.dumps([row[columns.index("uid")] for row in rows])
            holder = next(read_rows(db.execute(SAME, {"uids": uids})), None)
            raise obstructed_by(db, "taken", "session", holder) from fault
        db.execute(FORGET, {"id": change.id})
    return sum_sessions(db, now) if now else None


def days_put_away(db: sqlite3.Connection, step: int) -> set[str]:
    """The days (ISO text) of the sessions that a step put away."""
    return {
        row[columns.index("day")]
        for _, columns, rows in _read_parts(db, step, "< 0")
        for row in rows
    }


def _read_parts(
    db: sqlite3.Connection, step: int, row: str
) -> Iterator[tuple[LoggedChange, list[str], Rows]]:
    """Each change of a step that put sessions away, their columns, and their rows.

    `row` is a condition on its number. Raises DatabaseError where the log is not as
    `put_away` wrote it: names of columns go into statements, and another program may
    have written there.
    """
    known = [name for (name,) in db.execute(COLUMNS, {"table": "session"})]
    parts = db.execute(f"{PARTS} and row {row} order by id", {"step": step})
    numbers = [number for (number,) in parts]
    for number in numbers:
        part = json.loads(db.execute(ROWS, {"id": number}).fetchone()[0])
        columns, rows = part["columns"], part["rows"]
        if sorted(columns) != known:
            raise sqlite3.DatabaseError("the log of changes is malformed")
        yield LoggedChange(number, "session", 0, None, None), columns, rows


def _free_numbers(db: sqlite3.Connection, rows: Rows, place: int) -> None:
    """Let the rows take the next free numbers where another session has one of theirs."""
    numbers = json.dumps([row[place] for row in rows])
    if db.execute(TAKEN, {"numbers": numbers}).fetchone():
        for row in rows:
            row[place] = None


def _link_rows(
    rows: Rows, columns: list[str], change: LoggedChange, numbers: RowNumbers
) -> int:
    """Give rows the numbers that their item and their batch have now; return the latter."""
    item, batch = columns.index("item_id"), columns.index("batch_id")
    pairs = {(row[item], row[batch]) for row in rows}
    links = {
        pair: numbers.read_links(change, {"item_id": pair[0], "batch_id": pair[1]})
        for pair in pairs
    }
    for row in rows:
        now = links[row[item], row[batch]]
        row[item], row[batch] = now["item_id"], now["batch_id"]
    return int(rows[0][batch])
