"""The report as text and JSON."""

from datetime import date
from typing import Any

from tracker.journal.rules.records import HoursReport, Sum
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, table, wrap
from tracker.text.days import say_day
from tracker.text.periods import Period, say_period

# Groupings whose key is not shown beside its title.
_TITLE_ONLY = ("tag", "day", "week", "month")


def report_data(report: HoursReport) -> dict[str, Any]:
    """A report's JSON: `seconds` is the clock's, `overlap` what the rows add to it."""
    return {
        "since": report.since and report.since.isoformat(),
        "until": report.until and report.until.isoformat(),
        "by": report.by,
        "rows": [_row_data(row) for row in report.rows],
        "seconds": report.total.clock,
        "overlap": report.total.overlap,
    }


def _row_data(row: Sum) -> dict[str, Any]:
    return {
        "key": row.key,
        "title": row.title,
        "seconds": row.seconds,
        "sessions": row.sessions,
    }


def report_text(today: date, report: HoursReport) -> str:
    """The total first, then the rows, then what the total leaves out."""
    lines = [wrap(_head(report))]
    align = "rlr" if report.by in _TITLE_ONLY else "rllr"
    if report.rows:
        cells = [_cells(report.by, row) for row in report.rows]
        lines.append(table(cells, align, indent=2))
    if report.total.overlap:
        lines.append(_overlap_text(today, report))
    if report.recollected:
        hours = say_hours(report.recollected)
        lines.append(f"Plus about {hours} from memory, not counted: tracker recall")
    return "\n".join(lines)


def _head(report: HoursReport) -> str:
    """`23 Nov to 29 Nov 2026, by item: 4 h in 3 sessions`, as a sentence."""
    total = report.total
    period = say_period(Period(report.since, report.until))
    period = period[0].upper() + period[1:]
    if not total.sessions:
        return f"{period}: nothing logged."
    hours, count = say_hours(total.clock), count_noun(total.sessions, "session")
    return f"{period}, by {report.by}: {hours} in {count}."


def _cells(by: str, row: Sum) -> tuple[str, ...]:
    names = (row.title,) if by in _TITLE_ONLY else (row.key, row.title)
    return (say_amount(row.seconds), *names, count_noun(row.sessions, "session"))


def _overlap_text(today: date, report: HoursReport) -> str:
    """How much ran at the same time, and the latest days that have an overlap."""
    days = []
    for overlap, items in report.overlaps:
        day, amount = say_day(overlap.day, today), say_amount(overlap.seconds)
        days.append(f"{day}, {amount}: {' and '.join(items)}")
    hours = say_hours(report.total.overlap)
    return wrap(f"The total counts an overlap of {hours} once ({'; '.join(days)}).")
