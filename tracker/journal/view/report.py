"""The report, as text and JSON."""

from datetime import date
from typing import Any

from tracker.journal.rules.records import HoursReport, Sum
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, table, wrap
from tracker.text.days import say_day
from tracker.text.periods import Period, say_period

_TITLE_ONLY = ("tag", "day", "week", "month")


def report_data(report: HoursReport) -> dict[str, Any]:
    """A report's JSON: `seconds` is the clock's, `overlap` what its rows hold beyond that."""
    return {
        "since": report.since and report.since.isoformat(),
        "until": report.until and report.until.isoformat(),
        "by": report.by,
        "rows": [
            {
                "key": row.key,
                "title": row.title,
                "seconds": row.seconds,
                "sessions": row.sessions,
            }
            for row in report.rows
        ],
        "seconds": report.amount.clock,
        "overlap": report.amount.overlap,
    }


def report_text(today: date, report: HoursReport) -> str:
    """The total first, then a line each, then what it leaves out."""
    amount = report.amount
    span = say_period(Period(report.since, report.until))
    held = f", by {report.by}: {say_hours(amount.clock)} in {count_noun(amount.sessions, 'session')}."
    head = (
        span[0].upper() + span[1:] + (held if amount.sessions else ": nothing logged.")
    )
    align = "rlr" if report.by in _TITLE_ONLY else "rllr"
    lines = [
        wrap(head),
        *filter(
            None,
            [table([_cells(report.by, row) for row in report.rows], align, indent=2)],
        ),
    ]
    if amount.overlap:
        lines.append(_twice(today, report))
    if report.recollected:
        lines.append(
            f"About {say_hours(report.recollected)} from memory are in no total (tracker recall lists them)."
        )
    return "\n".join(lines)


def _cells(by: str, row: Sum) -> tuple[str, ...]:
    shown = (row.title,) if by in _TITLE_ONLY else (row.key, row.title)
    return (say_amount(row.seconds), *shown, count_noun(row.sessions, "session"))


def _twice(today: date, report: HoursReport) -> str:
    """What ran at the same time, on the latest days that know it."""
    told = "; ".join(
        f"{say_day(each.day, today)}, {say_amount(each.seconds)}: {' and '.join(items)}"
        for each, items in report.together
    )
    return wrap(
        f"{say_hours(report.amount.overlap)} ran at the same time as something else and count once ({told})."
    )
