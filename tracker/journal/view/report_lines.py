"""The rows of a report as text: a table, or one under each day, item or tag."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tracker.journal.rules.records import HoursTotal
from tracker.journal.rules.report_days import Days, stretch_days
from tracker.journal.rules.report_rows import HoursReport, ReportRow
from tracker.text.amounts import say_amount
from tracker.text.bars import bar_rows
from tracker.text.columns import count_noun, wrap
from tracker.text.periods import Period, say_period
from tracker.text.tables import table_rows

# Groupings whose key is shown beside its title.
_WITH_KEY = ("item", "track")
_NOTHING = "-"
_LONGEST_RUN = 3  # of empty rows, each on a line of its own
_ROW, _BELOW = 2, 4  # blanks before a row, and before one below it


class ReportLine(NamedTuple):
    """A row, or several empty ones together: `-  12 Mar to 3 Apr 2026  23 days`."""

    key: str
    amount: str
    title: str
    number: str
    seconds: int = 0


def row_lines(report: HoursReport, today: date) -> list[str]:
    """The rows, by one grouping or by two."""
    if not report.rows:
        return []
    if len(report.by) > 1:
        return list(_lines_by_two(report, today))
    if report.days:
        lines = [*_clock_lines(report, report.days, today)]
        chart = [(line.amount, line.title, line.number) for line in lines]
        return bar_rows(chart, "rlr", [line.seconds for line in lines], indent=_ROW)
    names = _names(report)
    cells = [
        (say_amount(row.seconds), _say_share(row, report.total), *name, _count(row))
        for row, name in zip(report.rows, names, strict=True)
    ]
    align = "rr" + "l" * len(names[0]) + "r"
    return bar_rows(cells, align, [row.seconds for row in report.rows], indent=_ROW)


def _has_key(by: str) -> bool:
    return by in _WITH_KEY


def _names(report: HoursReport) -> list[tuple[str, ...]]:
    """How rows are named by their last grouping: by key and title, or by title.

    Below another row there is room for one of them: for an item it is its key.
    """
    by = report.by[-1]
    if _has_key(by) and len(report.by) == 1:
        return [(row.keys[-1], row.titles[-1]) for row in report.rows]
    if by == "item":
        return [row.keys[-1:] for row in report.rows]
    return [row.titles[-1:] for row in report.rows]


def _count(row: ReportRow) -> str:
    return count_noun(row.sessions, "session")


def _say_share(row: ReportRow, total: HoursTotal) -> str:
    """`44%` of the time on the clock; `<1%` for the least."""
    percent = round(100 * row.seconds / (max(total.clock, row.seconds) or 1))
    return f"{percent}%" if percent else "<1%"


def _clock_lines(report: HoursReport, days: Days, today: date) -> Iterator[ReportLine]:
    """Days, weeks or months; of long empty runs one line. The last may not be over."""
    by = report.by[0]
    for is_empty, run in groupby(report.groups, key=_is_empty):
        rows = list(run)
        if is_empty and len(rows) > _LONGEST_RUN:
            yield _empty_run(by, rows, days)
        else:
            yield from (_line(row, _is_open(by, row, days, today)) for row in rows)


def _is_open(by: str, row: ReportRow, days: Days, today: date) -> bool:
    """Whether a row is shown up to today and has days to come."""
    first, last = stretch_days(by, row.keys[0])
    return first <= today < last and days[1] >= today


def _is_empty(row: ReportRow) -> bool:
    return not (row.sessions or row.seconds)


def _line(row: ReportRow, is_open: bool = False) -> ReportLine:
    title = row.titles[0] + (" so far" if is_open else "")
    if _is_empty(row):
        return ReportLine(row.keys[0], _NOTHING, title, "")
    amount = say_amount(row.seconds)
    return ReportLine(row.keys[0], amount, title, _count(row), row.seconds)


def _empty_run(by: str, rows: Sequence[ReportRow], days: Days) -> ReportLine:
    first = stretch_days(by, rows[0].keys[0])[0]
    last = stretch_days(by, rows[-1].keys[0])[1]
    title = say_period(Period(max(first, days[0]), min(last, days[1])))
    return ReportLine(rows[0].keys[0], _NOTHING, title, count_noun(len(rows), by))


def _lines_by_two(report: HoursReport, today: date) -> Iterator[str]:
    """Each row of the first grouping, with those of the second below it."""
    below: dict[str, list[str]] = {}
    for row, text in zip(report.rows, _texts_below(report), strict=True):
        below.setdefault(row.keys[0], []).append(text)
    lines: Iterable[ReportLine] = map(_line, report.groups)
    if report.days:
        lines = _clock_lines(report, report.days, today)
    for line in lines:
        name = f"{line.key}, {line.title}" if _has_key(report.by[0]) else line.title
        yield wrap(f"{name}: {line.amount}", indent=_ROW)
        yield from below.get(line.key, ())


def _texts_below(report: HoursReport) -> list[str]:
    """The rows by both groupings as the lines of a table; days and items with notes."""
    has_notes = any(row.notes for row in report.rows)
    cells = []
    for row, (name,) in zip(report.rows, _names(report), strict=True):
        last = "; ".join(row.notes) if has_notes else _count(row)
        cells.append((say_amount(row.seconds), name, last))
    if has_notes:
        return table_rows(cells, "rll", indent=_BELOW)
    amounts = [row.seconds for row in report.rows]
    return bar_rows(cells, "rlr", amounts, indent=_BELOW)
