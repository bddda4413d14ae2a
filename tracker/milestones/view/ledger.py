"""The ledger of a try, day by day, or where that is long by the week or the month."""

from collections.abc import Sequence
from datetime import date

from tracker.milestones.rules.ledger import Day, fold_days
from tracker.milestones.view.fields import INDENT, LABEL, WIDTH, Field
from tracker.text.amounts import say_amount
from tracker.text.days import say_day


def ledger_fields(days: Sequence[Day], today: date) -> list[Field]:
    """`by day`, `by week` (each under its Monday) or `by month`, and the hours of each; as many a line as fit."""
    by, spans = fold_days(days)
    before = [today, *(day for day, _ in spans)]
    told = [
        f"{_begin(day, by, last)} {say_amount(seconds)}"
        for (day, seconds), last in zip(spans, before, strict=False)
    ]
    return [(f"by {by}", line) for line in _packed(told, WIDTH - INDENT - LABEL)]


def _begin(day: date, by: str, before: date) -> str:
    """`12 Sep`, or of a month `Sep`, with the year where it is not that of the entry before."""
    said = say_day(day, before).split(" ", 1)[1]
    return said.split(" ", 1)[1] if by == "month" else said


def _packed(entries: Sequence[str], width: int) -> list[str]:
    """Entries with commas between them, in lines of at most `width` columns that split none of them."""
    lines: list[str] = []
    for entry in entries:
        longer = f"{lines[-1]}, {entry}" if lines else entry
        if lines and len(longer) < width:
            lines[-1] = longer
        else:
            lines = [*lines[:-1], f"{lines[-1]},", entry] if lines else [entry]
    return lines
