"""Tables and hanging lines."""

from collections.abc import Sequence

from tracker.text.columns import display_width, wrap
from tracker.text.marks import clean_text

# Wider cells are not padded, and push no other row out.
_PADDED = 90


def markdown_table(rows: Sequence[Sequence[str]], sides: str) -> str:
    """Escaped cells as a Markdown table with aligned columns; the first row is its head.

    `sides` has an `l` or an `r` for each column.
    """
    columns = zip(*rows, strict=True)
    widths = [max(min(max(map(display_width, c)), _PADDED), 3) for c in columns]
    rule = [_rule(width, side) for width, side in zip(widths, sides, strict=True)]
    return "\n".join(_row(row, widths, sides) for row in (rows[0], rule, *rows[1:]))


def _rule(width: int, side: str) -> str:
    return "-" * (width - 1) + (":" if side == "r" else "-")


def _row(cells: Sequence[str], widths: Sequence[int], sides: str) -> str:
    padded = (
        _pad(cell, width, side)
        for cell, width, side in zip(cells, widths, sides, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _pad(cell: str, width: int, side: str) -> str:
    blanks = " " * max(width - display_width(cell), 0)
    return blanks + cell if side == "r" else cell + blanks


def hanging(head: str, text: str, indent: int, width: int) -> str:
    """`head`, then `text` beside it, wrapped at `width` columns."""
    blanks = " " * max(indent - display_width(head), 0)
    return head + blanks + wrap(clean_text(text), indent, width).lstrip()
