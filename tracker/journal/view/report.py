"""The report as text and JSON."""

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from typing import NotRequired, TypedDict

from tracker.journal.rules.report_days import Days, count_stretches, is_clock
from tracker.journal.rules.report_rows import HoursReport, ReportRow
from tracker.journal.view.report_lines import row_lines
from tracker.journal.view.running_timer import TimerData, running_data, running_lines
from tracker.journal.view.session_filter import say_filter
from tracker.json_types import Day
from tracker.text.amounts import say_amount, say_hours
from tracker.text.columns import count_noun, join_words, wrap
from tracker.text.days import say_day
from tracker.text.periods import Period, say_period


class ReportRowData(TypedDict):
    """A row of totals; with two groupings, `keys` and `titles` are those of both."""

    key: str
    title: str
    seconds: int
    sessions: int
    keys: NotRequired[list[str]]
    titles: NotRequired[list[str]]
    notes: NotRequired[list[str]]


class ReportData(TypedDict):
    """Totals: `seconds` are the clock's, `overlap` is what they leave out.

    With two groupings, `groups` are the rows by the first.
    """

    since: Day | None
    until: Day | None
    by: str
    rows: list[ReportRowData]
    seconds: int
    overlap: int
    running: TimerData | None
    groups: NotRequired[list[ReportRowData]]


def report_data(report: HoursReport) -> ReportData:
    """A report's JSON, without rows of no hours: only the text shows empty days."""
    since, until = report.chosen.since, report.chosen.until
    data: ReportData = {
        "since": since.isoformat() if since else None,
        "until": until.isoformat() if until else None,
        "by": ",".join(report.by),
        "rows": [_row_data(row) for row in report.rows if row.seconds],
        "seconds": report.total.clock,
        "overlap": report.total.overlap,
        "running": running_data(report.running),
    }
    if len(report.by) > 1:
        data["groups"] = [_row_data(row) for row in report.groups if row.seconds]
    return data


def _row_data(row: ReportRow) -> ReportRowData:
    data: ReportRowData = {
        "key": row.keys[-1],
        "title": row.titles[-1],
        "seconds": row.seconds,
        "sessions": row.sessions,
    }
    if len(row.keys) > 1:
        data["keys"] = list(row.keys)
        data["titles"] = list(row.titles)
        data["notes"] = list(row.notes)
    return data


def report_text(today: date, zone: tzinfo, report: HoursReport) -> str:
    """The total first, then the rows, then what the total leaves out."""
    lines = [wrap(_head(report)), *row_lines(report, today)]
    if report.days:
        lines += _mean_lines(report, report.days)
    sums = " ".join((*_overlap_sentences(today, report), *_excess_sentences(report)))
    lines += [wrap(sums)] if sums else []
    if report.recollected:
        hours = say_hours(report.recollected)
        lines.append(f"Plus about {hours} from memory, not counted: tracker recall")
    return "\n".join([*lines, *running_lines(report.running, today, zone)])


def _head(report: HoursReport) -> str:
    """`23 Nov to 29 Nov 2026, by item: 4 h in 3 sessions`, as a sentence."""
    total, chosen = report.total, say_filter(report.chosen)
    if not total.sessions:
        return f"{chosen}: nothing logged."
    hours, count = say_hours(total.clock), count_noun(total.sessions, "session")
    return f"{chosen}, by {join_words(report.by)}: {hours} in {count}."


def _mean_lines(report: HoursReport, days: Days) -> list[str]:
    """`Mean: 8h10m a week over 12.4 weeks`, with the days; none for less than two."""
    by = report.by[0]
    count = count_stretches(by, days)
    if count < 2:
        return []
    mean = say_hours(round(report.total.clock / count / 60) * 60)
    number = f"{count:.1f}".removesuffix(".0")
    chosen = (report.chosen.since, report.chosen.until)
    period = "" if days == chosen else f", {say_period(Period(*days))}"
    text = f"Mean: {mean} a {by} over {number} {by}s{period}, empty ones too."
    return [wrap(text)]


def _overlap_sentences(today: date, report: HoursReport) -> Iterator[str]:
    """How much ran at the same time, and the latest days that have an overlap."""
    if not report.total.overlap:
        return
    days = []
    for overlap, items in report.overlaps:
        day, amount = say_day(overlap.day, today), say_amount(overlap.seconds)
        days.append(f"{day}, {amount}: {' and '.join(items)}")
    if more := report.overlap_days - len(days):
        days.append(f"and {count_noun(more, 'more day')}")
    hours = say_hours(report.total.overlap)
    yield f"The total counts an overlap of {hours} once ({'; '.join(days)})."


def _excess_sentences(report: HoursReport) -> Iterator[str]:
    """Why rows have more time or sessions than the total, where they do."""
    seconds = sum(row.seconds for row in report.rows)
    sessions = sum(row.sessions for row in report.rows)
    parts, reason = [], f"a session {_say_rows(report.by)} counts in both rows"
    if seconds > report.total.clock:
        parts, reason = [say_hours(seconds)], "time in two rows counts in both"
    if sessions > report.total.sessions:
        parts.append(count_noun(sessions, "session"))
    if parts:
        yield f"Rows add up to {' in '.join(parts)}: {reason}."


def _say_rows(by: Sequence[str]) -> str:
    """Which sessions are in two rows."""
    if "tag" not in by:
        return "over midnight"
    return (
        "with two tags or over midnight" if any(map(is_clock, by)) else "with two tags"
    )
