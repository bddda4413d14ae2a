"""Bars that fit the terminal: at the end of the rows of a table, and of a limit."""

import math
from collections.abc import Sequence

from tracker.text.columns import GAP, display_width
from tracker.text.screen import SCREEN
from tracker.text.tables import table_rows

# Columns of the longest bar of a table; where not even `LEAST` are left, it has none.
LEAST, GOOD, MOST = 4, 20, 30
LONGEST_LEDGER = 100


def bar_rows(
    cells: Sequence[Sequence[str]],
    align: str,
    amounts: Sequence[float],
    *,
    indent: int,
    note: str = "",
    more_lines: int = 0,
) -> list[str]:
    """The rows of a table, each with a bar of its amount, the longest for the largest.

    For the sake of bars the rows get at most `more_lines` lines; where there is no
    room, or only one amount, there are none. `note` stands after the last bar, if there
    is room for it. In a pipe there is room for bars of `LEAST` columns always.
    """
    rows = table_rows(cells, align, indent=indent)
    if len([amount for amount in amounts if amount > 0]) < 2 or not SCREEN.signs.draws:
        return rows
    most = _count_lines(rows) + more_lines
    for columns in (GOOD, LEAST):
        if SCREEN.wraps_tables and _find_room(rows) < columns:
            width = SCREEN.columns - len(GAP) - columns
            narrow = table_rows(cells, align, width, indent)
            if _find_room(narrow) >= columns and _count_lines(narrow) <= most:
                rows = narrow
    if SCREEN.wraps_tables and _find_room(rows) < LEAST:
        return rows
    return _add_bars(rows, amounts, note)


def _find_room(rows: Sequence[str]) -> int:
    """The columns that are left for bars, beside the first line of each row."""
    return SCREEN.columns - _widest(rows) - len(GAP)


def _widest(rows: Sequence[str]) -> int:
    return max(display_width(row.partition("\n")[0]) for row in rows)


def _count_lines(rows: Sequence[str]) -> int:
    return sum(row.count("\n") for row in rows)


def _add_bars(rows: Sequence[str], amounts: Sequence[float], note: str) -> list[str]:
    room, widest, largest = _find_room(rows), _widest(rows), max(amounts)
    columns = min(max(room, LEAST), MOST)
    bars = [SCREEN.signs.bar(amount, largest, columns) for amount in amounts]
    fits = display_width(bars[-1] + note) <= room or not SCREEN.wraps_tables
    if bars[-1] and fits:
        bars[-1] += note
    lines = []
    for row, bar in zip(rows, bars, strict=True):
        first, *below = row.split("\n")
        blanks = " " * (widest - display_width(first))
        lines.append("\n".join([f"{first}{blanks}{GAP}{bar}".rstrip(), *below]))
    return lines


def ledger_bar(done: float, low: float, high: float, width: int) -> str:
    """A bar of hours in `width` columns: `0 |=========|=====....| 400`.

    The inner mark is at `low`. Any work shows; the bar is full from `high` on only. It
    is not drawn in blocks: among these the marks could not be seen.
    """
    end = f"| {high:g}"
    room = max(min(width, LONGEST_LEDGER) - len("0 |") - len(end), 3)
    share = min(max(done / high, 0.0), 1.0) if high > 0 else 1.0
    filled = room if share >= 1 else min(math.ceil(share * room), room - 1)
    cells = ["="] * filled + ["."] * (room - filled)
    if 0 < low < high:
        cells[math.floor(low / high * room)] = "|"
    return "0 |" + "".join(cells) + end
