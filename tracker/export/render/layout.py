"""Tables and hanging lines."""

from collections.abc import Sequence

from tracker.text.columns import display_width, plain, wrap

# Wider cells are not padded, and push no other row out.
_PADDED = 90


def markdown_table(rows: Sequence[Sequence[str]]) -> str:
    """Escaped cells as a Markdown table with aligned columns; the first row is its head."""
    columns = zip(*rows, strict=True)
    widths = [min(max(map(display_width, column)), _PADDED) for column in columns]
    rule = ["-" * max(width, 3) for width in widths]
    return "\n".join(_row(row, widths) for row in (rows[0], rule, *rows[1:]))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * max(width - display_width(cell), 0)
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def hanging(head: str, text: str, indent: int) -> str:
    """`head`, then `text` beside it, wrapped at 80 columns."""
    blanks = " " * max(indent - display_width(head), 0)
    return head + blanks + wrap(plain(text), indent).lstrip()
