"""Columns of a table that say when: days, clocks, and moments of both in one."""

from collections.abc import Mapping, Sequence

from tracker.imports.formats.cell_times import (
    has_day,
    is_moment,
    split_moment,
)
from tracker.imports.formats.cells import split_stretch
from tracker.imports.formats.headers import EDGES
from tracker.imports.formats.instants import instant
from tracker.imports.rules.clock_ranges import split_range
from tracker.imports.rules.clocks import read_clock

Cells = Sequence[str]
# Parts that say how an entry ends.
ENDS = frozenset({"end", "end_clock", "range", "stretch"})
# The parts that a day can come from, the first in a table counts.
DAYS = ("day", "start_day", "start", "stamp", "stretch")
# What a part is where its cells hold a day and a clock in one.
_WHOLE = {
    "start_clock": "start",
    "end_clock": "end",
    "start_day": "start",
    "end_day": "end",
    "day": "stamp",
}


def cells_of(rows: Sequence[Cells], place: int) -> list[str]:
    """The cells of a column that are not empty, nor only dashes."""
    cells = [row[place] for row in rows if 0 <= place < len(row)]
    return [cell for cell in cells if any(map(str.isalnum, cell))]


def days_of(columns: dict[str, int]) -> list[int]:
    """The columns that a day can come from."""
    return [columns[part] for part in DAYS if part in columns]


def edge_place(columns: Mapping[str, int], edge: str) -> int:
    """The column of a `start` or an `end`, with a day or without; -1 for none."""
    return columns.get(edge, columns.get(f"{edge}_clock", -1))


def with_moments(columns: dict[str, int], rows: Sequence[Cells]) -> dict[str, int]:
    """`columns` with those of a day and a clock in one as `start`, `end` or `stamp`.

    A stamp gives the day only: it may be when the row was written. A column that is
    headed as a start or an end and has no times is left out.
    """
    columns = {
        part: place
        for part, place in columns.items()
        if part not in EDGES or _has_times(rows, place)
    }
    times = [] if days_of(columns) else cells_of(rows, columns.get("time", -1))
    if any(map(has_day, times)):
        columns["day"] = columns.pop("time")
    columns = _with_clocks(columns, rows)
    for part in ("day", "start_day", "start", "stamp"):
        cells = cells_of(rows, columns.get(part, -1))
        if 2 * sum(split_stretch(cell) is not None for cell in cells) > len(cells):
            return {**columns, "stretch": columns.pop(part)}
    whole = {
        part
        for part in (*_WHOLE, "stamp")
        if any(map(is_moment, cells_of(rows, columns.get(part, -1))))
    }
    has_whole_start = "start_day" in whole and "start_clock" not in columns
    if "start_clock" in whole or has_whole_start:
        columns = {
            _WHOLE.get(part, part) if part in whole else part: place
            for part, place in columns.items()
        }
    elif {"day", "start_day"} & whole:
        columns["stamp"] = columns.pop("day" if "day" in whole else "start_day")
    return _with_stamp(columns, rows) if "stamp" in columns else columns


def _with_clocks(columns: dict[str, int], rows: Sequence[Cells]) -> dict[str, int]:
    """`columns` with starts and ends that are only clocks as such: `9.00` is no day."""
    if "day" not in columns and "start_day" not in columns:
        return columns
    for edge in ("start", "end"):
        cells = cells_of(rows, columns.get(edge, -1))
        if cells and 2 * sum(read_clock(cell) is not None for cell in cells) > len(
            cells
        ):
            columns.setdefault(f"{edge}_clock", columns.pop(edge))
    return columns


def _with_stamp(columns: dict[str, int], rows: Sequence[Cells]) -> dict[str, int]:
    """`columns` where a stamp is a start if there is an end, or if it is exact.

    It is left out where another column gives the day.
    """
    stamp = columns.pop("stamp")
    if {"day", "start_day", "start"} & columns.keys():
        return columns
    is_start = "start_clock" not in columns and (
        ENDS & columns.keys() or _has_instants(rows, stamp)
    )
    return {**columns, "start" if is_start else "stamp": stamp}


def _has_times(rows: Sequence[Cells], place: int) -> bool:
    """Whether a column has times, or is empty: `From` and `To` may be places."""
    cells = cells_of(rows, place)
    return not cells or any(map(_is_time, cells))


def _is_time(cell: str) -> bool:
    """Whether a cell is a day, a clock, both, or two clocks."""
    if has_day(cell) or split_range(cell) is not None:
        return True
    return read_clock(split_moment(cell)[1]) is not None


def _has_instants(rows: Sequence[Cells], place: int) -> bool:
    """Whether a column has moments with their offsets, not all of them at 00:00."""
    return any(
        instant(cell) is not None and not split_moment(cell)[1].startswith("00:00")
        for cell in cells_of(rows, place)
    )
