"""Hours beside what they are for, in columns."""

from tracker.limits import HOUR
from tracker.readiness.rules.hours import NO_HOURS, Hours
from tracker.text.amounts import round_to_unit
from tracker.text.columns import BELOW, NARROWEST, hang, wrap
from tracker.text.screen import SCREEN

# Blanks before a text beside its hours, and below them where the terminal is narrow.
INDENT = 21
TENTH = HOUR // 10


def say_span(hours: Hours) -> str:
    """`  60 -  117 -   200`: low, likely, high; `not known` for no hours."""
    if hours == NO_HOURS:
        return "not known"
    low, likely, high = map(say_number, hours)
    return f"{low:>4} - {likely:>4} - {high:>5}"


def say_number(seconds: int) -> str:
    """`117`, `9.5`, `1,370`: hours, with a tenth below ten; halves are rounded up."""
    tenths = round_to_unit(seconds, TENTH)
    if tenths < 100:
        return f"{tenths / 10:g}"
    return f"{round_to_unit(seconds, HOUR):,}"


def say_about(seconds: int) -> str:
    """`120`, `9.5`, `1,200`: hours of a total, to two significant digits."""
    hours = round_to_unit(seconds, HOUR)
    unit = 10 ** (len(str(hours)) - 2) if hours >= 10 else 0
    return (
        f"{round_to_unit(seconds, unit * HOUR) * unit:,}"
        if unit
        else say_number(seconds)
    )


def hours_row(hours: str, text: str) -> str:
    """A text beside its hours, in the columns of other rows; below them where narrow."""
    if hours and _text_indent() < INDENT:
        return f"{hours}\n{text_row(text)}"
    return hang(f"{hours:<{_text_indent() - 1}} ", text)


def text_row(text: str) -> str:
    """A text below a row, in the column of the texts."""
    return wrap(text, _text_indent())


def _text_indent() -> int:
    return INDENT if SCREEN.columns - INDENT >= NARROWEST else BELOW
