"""Columns of text: hours beside what they are for, and rows that end in a sentence."""

from collections.abc import Iterator, Sequence

from tracker.limits import HOUR
from tracker.readiness.rules.hours import NO_HOURS, Hours
from tracker.text.columns import display_width, wrap
from tracker.text.screen import SCREEN

INDENT = 21
CONTINUED = 4


def say_span(hours: Hours) -> str:
    """`  60 -  117 -   200`: low, likely, high; `not known` for no hours."""
    if hours == NO_HOURS:
        return "not known"
    low, likely, high = map(say_number, hours)
    return f"{low:>4} - {likely:>4} - {high:>5}"


def say_number(seconds: int) -> str:
    """`117`, `9.5`, `1,370`: hours, with a tenth below ten."""
    hours = seconds / HOUR
    if hours < 9.95:
        return f"{hours:.1f}".removesuffix(".0")
    return f"{hours:,.0f}"


def hours_row(left: str, text: str) -> str:
    """A text beside its hours, in the columns of other rows."""
    first, *rest = wrap(text, width=SCREEN.columns - INDENT).split("\n")
    lines = [f"{left:<{INDENT - 1}} {first}"]
    lines += [" " * INDENT + line for line in rest]
    return "\n".join(lines)


def command_row(command: str) -> str:
    """A long command below a row: indented by two blanks, where there is room."""
    return " " * min(2, SCREEN.columns - display_width(command)) + command


def rows_text(rows: Sequence[tuple[str, ...]], indent: int = 0) -> str:
    """Rows as columns two blanks apart; the last cell is wrapped and never cut.

    A last cell with a word too long for the rest of the line stands below it.
    """
    *columns, _ = zip(*rows, strict=True)
    widths = [max(map(display_width, column)) for column in columns]
    lines = (line for row in rows for line in _row_lines(row, widths, indent))
    return "\n".join(lines)


def _row_lines(
    row: tuple[str, ...], widths: Sequence[int], indent: int
) -> Iterator[str]:
    *cells, last = row
    left = " " * indent
    for cell, width in zip(cells, widths, strict=True):
        left += cell + " " * (width - display_width(cell) + 2)
    column = display_width(left)
    longest_word = max(map(display_width, last.split()), default=0)
    if longest_word > SCREEN.columns - column:
        yield left.rstrip()
        yield wrap(last, indent + CONTINUED)
        return
    first, *rest = wrap(last, width=SCREEN.columns - column).split("\n")
    yield left + first
    for line in rest:
        yield " " * column + line
