"""The ledger of an attempt, by day, week or month."""

from collections.abc import Sequence
from datetime import date

from tracker.milestones.rules.ledger import Day, fold_days
from tracker.milestones.view.fields import INDENT, LABEL, Field
from tracker.text.amounts import say_amount
from tracker.text.days import say_day
from tracker.text.screen import SCREEN


def ledger_fields(days: Sequence[Day], today: date) -> list[Field]:
    """The hours `by day`, `by week` (each under its Monday) or `by month`.

    Each line holds as many entries as fit.
    """
    unit, sums = fold_days(days)
    entries = []
    day_before = today
    for day, seconds in sums:
        entries.append(f"{_say_start(day, unit, day_before)} {say_amount(seconds)}")
        day_before = day
    lines = _pack(entries, SCREEN.columns - INDENT - LABEL)
    return [(f"by {unit}", line) for line in lines]


def _say_start(day: date, unit: str, day_before: date) -> str:
    """`12 Sep`, or `Sep` for a month; with the year where `day_before` has another."""
    _, day_and_month = say_day(day, day_before).split(" ", 1)
    if unit == "month":
        return day_and_month.split(" ", 1)[1]
    return day_and_month


def _pack(entries: Sequence[str], width: int) -> list[str]:
    """Entries with commas between, in lines of at most `width` columns."""
    lines: list[str] = []
    for entry in entries:
        longer = f"{lines[-1]}, {entry}" if lines else entry
        if lines and len(longer) < width:
            lines[-1] = longer
        elif lines:
            lines[-1] += ","
            lines.append(entry)
        else:
            lines.append(entry)
    return lines
