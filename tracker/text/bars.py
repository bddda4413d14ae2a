"""Bars that fit the terminal: at the end of the rows of a table, and of a limit."""

import math
from collections.abc import Sequence

from tracker.text.columns import display_width
from tracker.text.screen import SCREEN
from tracker.text.tables import table_rows

MOST = 30  # columns of the longest bar of a table
LONGEST_LEDGER = 100
# Columns for bars, and the lines that each row may take more for the sake of these; in
# this order. Without room for the last, there are no bars.
_WAYS = ((20, 0), (8, 0), (20, 1), (4, 1))

Rows = Sequence[Sequence[str]]


def bar_rows(
    cells: Rows, align: str, amounts: Sequence[float], *, indent: int
) -> list[str]:
    """The rows of a table, each with a bar of its amount, the longest for the largest.

    For the sake of readable bars texts may move below their rows, but not the first one
    of `align`, which names its row. Where there is no room, or only one amount, there
    are none. In a pipe there is always room.
    """
    plain = table_rows(cells, align, indent=indent)
    if len([amount for amount in amounts if amount > 0]) < 2 or not SCREEN.signs.draws:
        return plain
    names = [row[align.index("l")] for row in cells]
    most, named = _count_lines(plain), _count_named(plain, names)
    for columns, more in _WAYS:
        held = [(*row, "=" * columns) for row in cells]  # the room of the bars
        rows = table_rows(held, f"{align}r", indent=indent)
        room = SCREEN.columns - _widest(rows) + columns
        if room < columns and SCREEN.wraps_tables:
            continue
        has_names = _count_named(rows, names) >= named
        if has_names and _count_lines(rows) <= most + more * len(rows):
            return _draw_bars(rows, amounts, columns, max(room, columns))
    return plain


def _widest(rows: Sequence[str]) -> int:
    return max(display_width(row.partition("\n")[0]) for row in rows)


def _count_lines(rows: Sequence[str]) -> int:
    return sum(row.count("\n") for row in rows)


def _count_named(rows: Sequence[str], names: Sequence[str]) -> int:
    """How many rows have their name, whole, on their first line."""
    pairs = zip(rows, names, strict=True)
    return sum(name in row.partition("\n")[0] for row, name in pairs)


def _draw_bars(
    rows: Sequence[str], amounts: Sequence[float], held: int, room: int
) -> list[str]:
    """The rows with bars of up to `room` columns in place of the `held` ones."""
    largest, lines = max(amounts), []
    for row, amount in zip(rows, amounts, strict=True):
        first, *below = row.split("\n")
        bar = SCREEN.signs.bar(amount, largest, min(room, MOST))
        lines.append("\n".join([(first[:-held] + bar).rstrip(), *below]))
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
