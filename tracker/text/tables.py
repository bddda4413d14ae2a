"""Tables in plain text, as wide as the terminal; nothing in them is cut."""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.text.columns import (
    BELOW,
    GAP,
    NARROWEST,
    display_width,
    longest_word,
    plain,
    wrap,
)
from tracker.text.fit import fit
from tracker.text.screen import SCREEN

_NARROW = 4  # columns; a text that is no wider, such as a mark, is never moved
_SAMPLE = 200  # rows by which a way to draw a table is chosen

# A row's cells.
Row = Sequence[str]


class _Plan(NamedTuple):
    """Where the columns of a table stand: `widths` beside each other, `below` the row.

    Columns are numbered. In the column `narrowed` a text that is too long is wrapped or
    stands below its row, whichever takes fewer lines.
    """

    widths: dict[int, int]
    form: str  # of a line of ASCII, to be filled by `%`
    below: tuple[int, ...] = ()
    narrowed: int | None = None


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
    rows are wider than `width` (None: the terminal's), the last text of such a row is
    wrapped in its column or stands below. If that is not enough, texts of all rows move
    below, from the right. The first text, which names the row, and `r` columns, which
    hold figures, stay. In a pipe, without `width`, each row is one line.
    """
    if not rows:
        return []
    count = max(map(len, rows))
    sides = align[:count].ljust(count, "l")
    cells = _plain_rows(rows, count)
    room = (width or SCREEN.columns) - indent
    if width is None and not SCREEN.wraps_tables:
        room = sys.maxsize
    sample = cells[:: -(-len(cells) // _SAMPLE)]
    plan = min(
        _plans(cells, sides, room),
        key=lambda plan: (_count_lines(sample, sides, plan, room), bool(plan.narrowed)),
    )
    margin = " " * indent
    if len(plan.widths) == count and plan.narrowed is None:
        return [(margin + _line(row, sides, plan)).rstrip() for row in cells]
    return [
        "\n".join([(margin + line).rstrip() for line in _draw(row, sides, plan, room)])
        for row in cells
    ]


def list_row(*texts: tuple[int, str]) -> str:
    """A row of a list: texts one below the other, each with the blanks before it.

    In a pipe they stand on one line. Empty texts are left out.
    """
    lines = [" " * indent + plain(text) for indent, text in texts if text]
    if not SCREEN.wraps_tables:
        return lines[0] + "".join(GAP + line.lstrip() for line in lines[1:])
    return fit("\n".join(lines))


def _count_lines(cells: Sequence[Row], sides: str, plan: _Plan, room: int) -> int:
    return sum(len(_draw(row, sides, plan, room)) for row in cells)


def _plain_rows(rows: Sequence[Row], count: int) -> list[Row]:
    """The cells of rows, cleaned, with empty ones up to `count`."""
    if not all(map(str.isprintable, map("".join, rows))):
        rows = [[*map(plain, row)] for row in rows]
    if min(map(len, rows)) < count:
        rows = [[*row, *[""] * (count - len(row))] for row in rows]
    return [*rows]


def _plans(cells: Sequence[Row], sides: str, room: int) -> Iterator[_Plan]:
    """The ways to draw a table in `room` columns.

    Texts move below their rows one after the other, from the right. The one that would
    be next may instead be as narrow as there is room for: the last column in any case,
    since nothing stands beside it, others where they can be wrapped.
    """
    columns = zip(*cells, strict=True)
    widths = {at: _widest(texts) for at, texts in enumerate(columns)}
    below: tuple[int, ...] = ()
    while True:
        excess = sum(widths.values()) + len(GAP) * (len(widths) - 1) - room
        texts = _movable_texts(widths, sides)
        if excess <= 0 or not texts:
            yield _Plan(dict(widths), _form(sides, widths), below)
            return
        at = texts[-1]
        rest, is_last = widths[at] - excess, at == len(sides) - 1
        if rest >= NARROWEST or (is_last and rest > 0):
            narrow = widths | {at: rest}
            yield _Plan(narrow, _form(sides, narrow), below, at)
        if rest > 0 and is_last:
            return
        del widths[at]
        below = (at, *below)


def _widest(texts: Sequence[str]) -> int:
    """The columns of the widest of some cleaned texts."""
    return max(map(len if all(map(str.isascii, texts)) else display_width, texts))


def _movable_texts(widths: dict[int, int], sides: str) -> list[int]:
    """The texts that may move; the first one, which names its row, only if alone."""
    texts = [at for at in widths if sides[at] == "l" and widths[at] > _NARROW]
    return [at for at in texts if at > sides.index("l")] or texts


def _draw(row: Row, sides: str, plan: _Plan, room: int) -> list[str]:
    """The lines of a row."""
    widths, _, below, at = plan
    lines = [_line(row, sides, plan), *_texts_below(row, below, room)]
    if at is None or display_width(row[at]) <= widths[at]:
        return lines if lines[0].strip() else lines[1:] or lines
    start = sum(width + len(GAP) for i, width in widths.items() if i < at)
    lower = [
        _line([*row[:at], "", *row[at + 1 :]], sides, plan),
        *_texts_below(row, sorted((*below, at)), room),
    ]
    if widths[at] < max(NARROWEST, longest_word(row[at])):
        return lower
    first, *rest = wrap(row[at], width=widths[at]).split("\n")
    lines[0] = _line([*row[:at], first, *row[at + 1 :]], sides, plan)
    lines[1:1] = [" " * start + line for line in rest]
    return lower if len(lower) < len(lines) else lines


def _form(sides: str, widths: dict[int, int]) -> str:
    """`%-12s  %5s`, for texts of one column a letter."""
    return GAP.join(f"%{'-' * (sides[at] == 'l')}{widths[at]}s" for at in widths)


def _line(row: Row, sides: str, plan: _Plan) -> str:
    texts = [row[at] for at in plan.widths]
    if "".join(texts).isascii():
        return plan.form % tuple(texts)
    widths = plan.widths.items()
    return GAP.join(_pad(row[at], sides[at], width) for at, width in widths)


def _pad(cell: str, side: str, width: int) -> str:
    blanks = " " * (width - display_width(cell))
    return blanks + cell if side == "r" else cell + blanks


def _texts_below(row: Row, columns: Sequence[int], room: int) -> list[str]:
    """The lines of texts below a row: one, if they fit on it, else some for each."""
    texts = [row[at] for at in columns if row[at]]
    if sum(map(display_width, texts)) + len(GAP) * len(texts) + BELOW <= room:
        return [" " * BELOW + GAP.join(texts)] if texts else []
    return [line for text in texts for line in wrap(text, BELOW, room).split("\n")]
