"""The report as text and JSON."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from tracker.journal.rules.records import HoursTotal
from tracker.journal.rules.report_days import Days, count_stretches, stretch_days
from tracker.journal.rules.report_rows import HoursReport, ReportRow
from tracker.journal.view.session_filter import say_filter
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, join_words, table, wrap
from tracker.text.days import say_day
from tracker.text.periods import Period, say_period

# Groupings whose key is shown beside its title.
_WITH_KEY = ("item", "track")
_NOTHING = "-"
_LONGEST_RUN = 3  # of empty rows, each on a line of its own


def report_data(report: HoursReport) -> dict[str, Any]:
    """A report's JSON: `seconds` is the clock's, `overlap` what the rows add to it."""
    since, until = report.chosen.since, report.chosen.until
    return {
        "since": since and since.isoformat(),
        "until": until and until.isoformat(),
        "by": ",".join(report.by),
        "rows": [_row_data(row) for row in report.rows],
        "seconds": report.total.clock,
        "overlap": report.total.overlap,
    }


def _row_data(row: ReportRow) -> dict[str, Any]:
    return {
        "key": row.keys[-1],
        "title": row.titles[-1],
        "seconds": row.seconds,
        "sessions": row.sessions,
    }


def report_text(today: date, report: HoursReport) -> str:
    """The total first, then the rows, then what the total leaves out."""
    lines = [wrap(_head(report)), *_row_lines(report)]
    if report.days:
        lines += _mean_lines(report, report.days)
    if report.total.overlap:
        lines.append(_overlap_text(today, report))
    if report.recollected:
        hours = say_hours(report.recollected)
        lines.append(f"Plus about {hours} from memory, not counted: tracker recall")
    return "\n".join(lines)


def _head(report: HoursReport) -> str:
    """`23 Nov to 29 Nov 2026, by item: 4 h in 3 sessions`, as a sentence."""
    total, chosen = report.total, say_filter(report.chosen)
    if not total.sessions:
        return f"{chosen}: nothing logged."
    hours, count = say_hours(total.clock), count_noun(total.sessions, "session")
    return f"{chosen}, by {join_words(report.by)}: {hours} in {count}."


def _row_lines(report: HoursReport) -> list[str]:
    by = report.by[0]
    if report.days:
        cells, align = _clock_cells(by, report.groups, report.days), "rlr"
    else:
        cells = [_cells(report, row) for row in report.groups]
        align = "rrllr" if by in _WITH_KEY else "rrlr"
    return [table(cells, align, indent=2)] if cells else []


def _cells(report: HoursReport, row: ReportRow) -> tuple[str, ...]:
    """Amount, share of all hours logged, name, sessions."""
    names = row.keys + row.titles if report.by[0] in _WITH_KEY else row.titles
    amount, share = say_amount(row.seconds), _say_share(row, report.total)
    return (amount, share, *names, count_noun(row.sessions, "session"))


def _say_share(row: ReportRow, total: HoursTotal) -> str:
    """`44%`; `<1%` for the least."""
    percent = round(100 * row.seconds / total.logged)
    return f"{percent}%" if percent else "<1%"


def _clock_cells(
    by: str, rows: Sequence[ReportRow], days: Days
) -> list[tuple[str, ...]]:
    """Amount, title and sessions of days, weeks or months; long empty runs as one."""
    cells: list[tuple[str, ...]] = []
    for is_empty, run in groupby(rows, key=lambda row: not row.sessions):
        stretches = list(run)
        if is_empty:
            cells += _empty_cells(by, stretches, days)
            continue
        for row in stretches:
            count = count_noun(row.sessions, "session")
            cells.append((say_amount(row.seconds), row.titles[0], count))
    return cells


def _empty_cells(
    by: str, rows: Sequence[ReportRow], days: Days
) -> list[tuple[str, ...]]:
    """A line for each empty row, or one for more than a few: `-  12 Mar to 3 Apr`."""
    if len(rows) <= _LONGEST_RUN:
        return [(_NOTHING, row.titles[0]) for row in rows]
    first = stretch_days(by, rows[0].keys[0])[0]
    last = stretch_days(by, rows[-1].keys[0])[1]
    title = say_period(Period(max(first, days[0]), min(last, days[1])))
    return [(_NOTHING, title, count_noun(len(rows), by))]


def _mean_lines(report: HoursReport, days: Days) -> list[str]:
    """`Mean: 8h10m a week over 12.4 weeks`, with the days; none for a single one."""
    by = report.by[0]
    count = count_stretches(by, days)
    if count <= 1:
        return []
    mean = say_hours(round(report.total.clock / count / 60) * 60)
    number = f"{count:.1f}".removesuffix(".0")
    chosen = (report.chosen.since, report.chosen.until)
    period = "" if days == chosen else f", {say_period(Period(*days))}"
    text = f"Mean: {mean} a {by} over {number} {by}s{period}, empty {by}s included."
    return [wrap(text)]


def _overlap_text(today: date, report: HoursReport) -> str:
    """How much ran at the same time, and the latest days that have an overlap."""
    days = []
    for overlap, items in report.overlaps:
        day, amount = say_day(overlap.day, today), say_amount(overlap.seconds)
        days.append(f"{day}, {amount}: {' and '.join(items)}")
    hours = say_hours(report.total.overlap)
    return wrap(f"The total counts an overlap of {hours} once ({'; '.join(days)}).")
