"""What the journal's tests share: the rows of a database, answers without random ids."""

import re
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.conftest import Tracker
from tracker.database.schema.tables import personal_tables

State = dict[str, list[tuple[Any, ...]]]  # the rows of each table

_COLUMNS = "select name from pragma_table_info(?) order by cid"
# Overlaps are computed: the numbers of their rows do not matter.
_COMPUTED = {"overlap": ("id",)}


def dump(db: Path, without: Sequence[str] = ()) -> State:
    """Every row of every personal table; `without` some columns."""
    with closing(sqlite3.connect(db)) as connection:
        return {
            name: connection.execute(_select(connection, name, without)).fetchall()
            for name in personal_tables()
        }


def _select(connection: sqlite3.Connection, table: str, without: Sequence[str]) -> str:
    left_out = {*without, *_COMPUTED.get(table, ())}
    names = [name for (name,) in connection.execute(_COLUMNS, [table])]
    columns = ", ".join(f'"{name}"' for name in names if name not in left_out)
    return f"select {columns} from {table} order by 1"


def undo_and_redo(
    tracker: Tracker,
    states: Sequence[State],
    typed: Sequence[str],
    read: Callable[[Path], State] = dump,
) -> None:
    """Undo everything and redo it; each step leads to the state that was there.

    `typed` are the commands that led to each state; nothing led to the first.
    """
    for before, words in zip(reversed(states[:-1]), reversed(typed), strict=False):
        tracker.ok("undo --older")
        assert read(tracker.db) == before, words
    assert tracker("undo --older").code == 4
    for after, words in zip(states[1:], typed[1:], strict=True):
        tracker.ok("redo --older")
        assert read(tracker.db) == after, words


def rows(db: Path, statement: str) -> list[tuple[Any, ...]]:
    """The rows that a statement returns; what it writes is committed."""
    with closing(sqlite3.connect(db)) as connection, connection:
        return connection.execute(statement).fetchall()


def start_days_at_four(db: Path) -> None:
    """Let days start at 04:00, as `config day-starts 04:00` does."""
    rows(
        db,
        """insert into setting (uid, edited_at, key, value)
           values ('s', 0, 'day-starts', '04:00')""",
    )


# A short id as answers show it, `(7k3f)`, and as lists begin with it, `7k3f  Mon 23 Nov`.
_ID = re.compile(r"\([0-9a-z]{4}\)")
_ID_IN_A_LIST = re.compile(r"^[0-9a-z]{4}(?=  [A-Z])", re.MULTILINE)


def calm(text: str) -> str:
    """An answer with each random id as `(ID)`, and at the start of a line as `ID`."""
    return _ID_IN_A_LIST.sub("ID", _ID.sub("(ID)", text))
