"""Hours as a column: low, likely and high beside what they are for."""

from tracker.readiness.rules.hours import NOTHING, Hours
from tracker.words.columns import wrap

INDENT, WIDTH = 20, 80


def say_span(hours: Hours) -> str:
    """` 60 - 117 - 200`; tenths below ten hours; in words where nothing is left of an estimate."""
    if hours == NOTHING:
        return "past its estimate "
    return " - ".join(f"{say_number(seconds):>4}" for seconds in hours)


def row(left: str, text: str) -> str:
    """A text beside its hours, both aligned with those of other rows."""
    first, *rest = wrap(text, width=WIDTH - INDENT).split("\n")
    return "\n".join([f"{left:<{INDENT}}{first}", *(" " * INDENT + line for line in rest)])


def say_number(seconds: int) -> str:
    """`117`, `9.5`: hours, with a tenth below ten."""
    hours = seconds / 3600
    return f"{hours:.1f}".removesuffix(".0") if hours < 9.95 else f"{hours:.0f}"
