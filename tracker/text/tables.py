"""Tables in plain text, as wide as the terminal; nothing in them is cut."""

import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from tracker.text.columns import GAP, display_width, longest_word, plain, wrap
from tracker.text.screen import SCREEN

_BELOW = 4  # blanks before a text that stands below its row
_NARROW = 4  # columns; a text that is no wider, such as a mark, is never moved

# A row's cells.
Row = Sequence[str]


class _Plan(NamedTuple):
    """Where the columns of a table stand: `widths` beside each other, `below` the row.

    Columns are numbered. `flexible` is the last one beside, if each of its texts may
    stand below its row where that takes fewer lines.
    """

    widths: dict[int, int]
    below: tuple[int, ...] = ()
    flexible: int | None = None


def table(
    rows: Sequence[Row], align: str = "lr", width: int | None = None, indent: int = 0
) -> str:
    """The lines of `table_rows` as one text; empty for no rows."""
    return "\n".join(table_rows(rows, align, width, indent))


def table_rows(
    rows: Sequence[Row], align: str = "lr", width: int | None = None, indent: int = 0
) -> list[str]:
    """Each of `rows` as a row of a table two blanks apart, of one line or more.

    `align` has one letter for each column, `l` or `r`; columns after it are `l`. Where
    rows are wider than `width` (None: the terminal's), texts are wrapped in their
    column or stand below their rows, whichever takes fewer lines. `r` columns hold
    figures and stay. In a pipe, without `width`, each row is one line.
    """
    if not rows:
        return []
    count = max(map(len, rows))
    sides = align[:count].ljust(count, "l")
    cells = [_plain_row(row, count) for row in rows]
    room = (width or SCREEN.columns) - indent
    if width is None and not SCREEN.wraps_tables:
        room = sys.maxsize
    drawn = [
        [_draw(row, sides, plan, room) for row in cells]
        for plan in _plans(cells, sides, room)
    ]
    margin = " " * indent
    return [
        "\n".join((margin + line).rstrip() for line in lines)
        for lines in min(drawn, key=lambda rows: sum(map(len, rows)))
    ]


def _plain_row(row: Row, count: int) -> list[str]:
    """The row's cells, cleaned, with empty ones up to `count`."""
    return [plain(cell) for cell in row] + [""] * (count - len(row))


def _plans(cells: Sequence[Row], sides: str, room: int) -> Iterator[_Plan]:
    """The ways to draw a table in `room` columns; the more moves, the later.

    In each a text is narrower, or the text of the plan before is below its row.
    """
    columns = list(zip(*cells, strict=True))
    widths = {at: max(map(display_width, texts)) for at, texts in enumerate(columns)}
    below: tuple[int, ...] = ()
    while True:
        excess = sum(widths.values()) + len(GAP) * (len(widths) - 1) - room
        at = _widest_text(widths, sides)
        if excess <= 0 or at is None:
            yield _Plan(dict(widths), below)
            return
        narrower = widths[at] - excess
        if at == max(widths) and narrower > 0:
            yield _Plan(widths | {at: narrower}, below, flexible=at)
        elif narrower >= max(map(longest_word, columns[at])):
            yield _Plan(widths | {at: narrower}, below)
        del widths[at]
        below = tuple(sorted((*below, at)))


def _widest_text(widths: dict[int, int], sides: str) -> int | None:
    """The text to be made narrower next: the first column, which names rows, at last."""
    texts = [at for at in widths if sides[at] == "l" and widths[at] > _NARROW]
    return max(texts, key=lambda at: (at > 0, widths[at]), default=None)


def _draw(row: Row, sides: str, plan: _Plan, room: int) -> list[str]:
    """The lines of a row."""
    lines = list(_lines(row, sides, plan.widths))
    at = plan.flexible
    if at is not None and row[at]:
        moved = [cell if i != at else "" for i, cell in enumerate(row)]
        below = list(_lines(moved, sides, plan.widths)) + _texts_below([row[at]], room)
        if longest_word(row[at]) > plan.widths[at] or len(below) < len(lines):
            lines = below
    texts = [row[at] for at in plan.below if row[at]]
    return [*filter(str.strip, lines), *_texts_below(texts, room)] if texts else lines


def _texts_below(texts: Sequence[str], room: int) -> list[str]:
    """The lines of texts below a row: one, if they fit on it, else some for each."""
    if sum(map(display_width, texts)) + len(GAP) * len(texts) + _BELOW <= room:
        return [" " * _BELOW + GAP.join(texts)] if texts else []
    return [line for text in texts for line in wrap(text, _BELOW, room).split("\n")]


def _lines(row: Row, sides: str, widths: dict[int, int]) -> Iterator[str]:
    """The columns of a row that stand beside each other."""
    columns = [
        wrap(row[at], width=width).split("\n")
        if display_width(row[at]) > width
        else [row[at]]
        for at, width in widths.items()
    ]
    for parts in zip_longest(*columns, fillvalue=""):
        cells = zip(parts, widths.items(), strict=True)
        yield GAP.join(_pad(part, sides[at], width) for part, (at, width) in cells)


def _pad(cell: str, side: str, width: int) -> str:
    blanks = " " * (width - display_width(cell))
    return blanks + cell if side == "r" else cell + blanks
