"""The second copies of rows: the history has one of each row that a command wrote."""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from tracker.database.damaged.file import Columns, FileTable


class HistoryCopy(NamedTuple):
    """A row as the history has it; `values` is None where it was removed.

    It `is_last` where no later change of the row is lost.
    """

    number: int
    values: Columns | None
    is_last: bool


History = dict[tuple[str, str], HistoryCopy]


def read_history(change: FileTable) -> History:
    """The last copy of each row in the log of changes, by table and uid."""
    latest = _latest_changes(change)
    is_gapless = not change.gaps
    history: History = {}
    for number, (row, _) in sorted(change.rows.items()):
        for uid, values in logged_row(row):
            key = str(row["tbl"]), uid
            is_last = number >= latest[key] if key in latest else is_gapless
            history[key] = HistoryCopy(whole(row["row"]), values, is_last)
    return history


def _latest_changes(change: FileTable) -> dict[tuple[str, str], int]:
    """The number of the last change of each row, as the index of changes has it."""
    latest: dict[tuple[str, str], int] = {}
    for index in change.indexes:
        if index.columns[0] == "tbl":
            for number, entry in index.values.items():
                key = str(entry[0]), str(entry[1])
                latest[key] = max(number, latest.get(key, 0))
    return latest


def logged_row(row: Columns) -> Iterator[tuple[str, Columns | None]]:
    """The uid and the values after a change; nothing where they cannot be read."""
    with suppress(ValueError, TypeError, KeyError):
        after = json.loads(str(row["new"])) if row["new"] else None
        before = json.loads(str(row["old"])) if row["old"] else None
        yield str({**(before or {}), **(after or {})}["uid"]), after


def whole(value: object) -> int:
    """The value where it is a whole number, else 0."""
    return value if isinstance(value, int) else 0
