"""Tables and hanging lines: what the templates cannot lay out by themselves."""

from collections.abc import Sequence

from tracker.text.columns import display_width, plain, wrap

# Wider cells stand as they are and push no other row out.
_PADDED = 90


def markdown_table(rows: Sequence[Sequence[str]]) -> str:
    """Escaped cells as a Markdown table, the first row its head; columns line up as far as that helps."""
    widths = [
        min(max(display_width(row[at]) for row in rows), _PADDED)
        for at in range(len(rows[0]))
    ]
    rule = ["-" * max(width, 3) for width in widths]
    return "\n".join(_row(row, widths) for row in (rows[0], rule, *rows[1:]))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * max(width - display_width(cell), 0)
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def hanging(head: str, text: str, indent: int) -> str:
    """`head`, then `text` wrapped at 80 columns beside it."""
    return (
        head
        + " " * max(indent - display_width(head), 0)
        + wrap(plain(text), indent).lstrip()
    )
