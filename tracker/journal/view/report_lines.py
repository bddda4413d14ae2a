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
_MOST_CUT = 2  # stretches that the period cuts, so that their titles are longer
_INDENT = 4


class ReportLine(NamedTuple):
    """A row, or several empty ones together: `-  12 Mar to 3 Apr 2026  23 days`."""

    key: str
    amount: str
    title: str
    number: str
    seconds: int = 0


def row_lines(report: HoursReport) -> list[str]:
    """The rows, by one grouping or by two."""
    if not report.rows:
        return []
    if len(report.by) > 1:
        return list(_lines_by_two(report))
    if report.days:
        return _chart(report, report.days)
    cells = [
        (say_amount(row.seconds), _say_share(row, report.total), *name, _count(row))
        for row, name in zip(report.rows, _names(report), strict=True)
    ]
    amounts = [row.seconds for row in report.rows]
    return bar_rows(cells, f"rr{_align(report)}", amounts, indent=2)


def _chart(report: HoursReport, days: Days) -> list[str]:
    """Days, weeks or months, one below the other; the last may not be over."""
    lines = list(_clock_lines(report, days))
    cells = [(line.amount, line.title, line.number) for line in lines]
    last = stretch_days(report.by[0], report.rows[-1].keys[0])[1]
    is_open = days[1] < min(last, report.chosen.until or date.max)
    amounts = [line.seconds for line in lines]
    note = " so far" if is_open else ""
    return bar_rows(cells, "rlr", amounts, indent=2, note=note, more_lines=_MOST_CUT)


def _has_key(by: str) -> bool:
    return by in _WITH_KEY


def _names(report: HoursReport) -> list[tuple[str, ...]]:
    """How rows are named by their last grouping: by key and title, or by title."""
    if _has_key(report.by[-1]):
        return [(row.keys[-1], row.titles[-1]) for row in report.rows]
    return [row.titles[-1:] for row in report.rows]


def _align(report: HoursReport) -> str:
    """The sides of a row's names and of its count."""
    return "llr" if _has_key(report.by[-1]) else "lr"


def _count(row: ReportRow) -> str:
    return count_noun(row.sessions, "session")


def _say_share(row: ReportRow, total: HoursTotal) -> str:
    """`44%` of the time on the clock; `<1%` for the least."""
    percent = round(100 * row.seconds / (max(total.clock, row.seconds) or 1))
    return f"{percent}%" if percent else "<1%"


def _clock_lines(report: HoursReport, days: Days) -> Iterator[ReportLine]:
    """Days, weeks or months; of long empty runs one line."""
    by = report.by[0]
    for is_empty, run in groupby(report.groups, key=_is_empty):
        rows = list(run)
        if is_empty and len(rows) > _LONGEST_RUN:
            yield _empty_run(by, rows, days)
        else:
            yield from map(_line, rows)


def _is_empty(row: ReportRow) -> bool:
    return not (row.sessions or row.seconds)


def _line(row: ReportRow) -> ReportLine:
    if _is_empty(row):
        return ReportLine(row.keys[0], _NOTHING, row.titles[0], "")
    amount = say_amount(row.seconds)
    return ReportLine(row.keys[0], amount, row.titles[0], _count(row), row.seconds)


def _empty_run(by: str, rows: Sequence[ReportRow], days: Days) -> ReportLine:
    first = stretch_days(by, rows[0].keys[0])[0]
    last = stretch_days(by, rows[-1].keys[0])[1]
    title = say_period(Period(max(first, days[0]), min(last, days[1])))
    return ReportLine(rows[0].keys[0], _NOTHING, title, count_noun(len(rows), by))


def _lines_by_two(report: HoursReport) -> Iterator[str]:
    """Each row of the first grouping, with those of the second below it."""
    below: dict[str, list[str]] = {}
    for row, text in zip(report.rows, _texts_below(report), strict=True):
        below.setdefault(row.keys[0], []).append(text)
    lines: Iterable[ReportLine] = map(_line, report.groups)
    if report.days:
        lines = _clock_lines(report, report.days)
    for line in lines:
        name = f"{line.key}, {line.title}" if _has_key(report.by[0]) else line.title
        yield wrap(f"{name}: {line.amount}", indent=2)
        yield from below.get(line.key, ())


def _texts_below(report: HoursReport) -> list[str]:
    """The rows by both groupings as the lines of a table; days and items with notes."""
    has_notes = {*report.by} == {"day", "item"}
    cells: list[tuple[str, ...]] = []
    for row, name in zip(report.rows, _names(report), strict=True):
        rest = (name[0], "; ".join(row.notes)) if has_notes else (*name, _count(row))
        cells.append((say_amount(row.seconds), *rest))
    align = "rll" if has_notes else f"r{_align(report)}"
    if any(row.notes for row in report.rows):
        return table_rows(cells, align, indent=_INDENT)
    amounts = [row.seconds for row in report.rows]
    return bar_rows(cells, align, amounts, indent=_INDENT)
