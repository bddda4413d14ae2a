"""Columns of text: hours, low, likely and high, beside what they are for; and rows whose last cell is a sentence."""

from collections.abc import Sequence

from tracker.readiness.rules.hours import NO_HOURS, Hours
from tracker.text.columns import display_width, wrap

INDENT, WIDTH = 20, 80


def say_span(hours: Hours) -> str:
    """` 60 - 117 - 200`; tenths below ten hours; a word where no estimate says, or where it is used up."""
    if hours == NO_HOURS:
        return "not known"
    return " - ".join(f"{say_number(seconds):>4}" for seconds in hours)


def hours_row(left: str, text: str) -> str:
    """A text beside its hours, both aligned with those of other rows."""
    first, *rest = wrap(text, width=WIDTH - INDENT).split("\n")
    return "\n".join(
        [f"{left:<{INDENT}}{first}", *(" " * INDENT + line for line in rest)]
    )


def say_number(seconds: int) -> str:
    """`117`, `9.5`: hours, with a tenth below ten."""
    hours = seconds / 3600
    return f"{hours:.1f}".removesuffix(".0") if hours < 9.95 else f"{hours:.0f}"


def rows_text(rows: Sequence[tuple[str, ...]], indent: int = 0) -> str:
    """Rows as columns two blanks apart; the last cell, a reason or an address, is wrapped and never cut.

    Where it has a word too long for what is left of the line, it stands below.
    """
    widths = [
        max(display_width(row[at]) for row in rows) for at in range(len(rows[0]) - 1)
    ]
    column = indent + sum(width + 2 for width in widths)
    return "\n".join(_row_text(row, widths, indent, column) for row in rows)


def _row_text(
    row: tuple[str, ...], widths: Sequence[int], indent: int, column: int
) -> str:
    *cells, told = row
    padded = (
        cell + " " * (width - display_width(cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    left = " " * indent + "  ".join(padded)
    if max(map(display_width, told.split()), default=0) > WIDTH - column:
        return f"{left.rstrip()}\n{wrap(told, indent + 4)}"
    first, *rest = wrap(told, width=WIDTH - column).split("\n")
    return "\n".join([f"{left}  {first}", *(" " * column + line for line in rest)])
