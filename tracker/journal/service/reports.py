"""Reports: the sessions chosen, in rows by one grouping or two."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from sqlite3 import Connection

from tracker.journal.rules.records import (
    HoursTotal,
    Overlap,
    RunningTimer,
    SessionFilter,
)
from tracker.journal.rules.report_days import Days, days_of_rows, is_clock
from tracker.journal.rules.report_rows import (
    HoursReport,
    SessionGroup,
    add_notes,
    day_overlaps,
    report_rows,
    row_overlaps,
    sort_under,
    title_of,
)
from tracker.journal.store.clock_hours import first_day
from tracker.journal.store.report_sums import (
    read_counted_twice,
    read_groups,
    read_notes,
)
from tracker.journal.store.session_lists import (
    count_later_parts,
    overlapping_items_on,
    read_overlap_spans,
    read_overlaps_of,
)
from tracker.journal.store.timer import read_recollections
from tracker.text.periods import Period

# How many days with an overlap a report names.
_OVERLAP_DAYS = 3


def hours_report(
    db: Connection,
    chosen: SessionFilter,
    by: Sequence[str],
    today: date,
    running: RunningTimer | None = None,
) -> HoursReport:
    """Totals of the sessions chosen, by one grouping or two.

    The latest days that have an overlap are named.
    """
    groups = read_groups(db, chosen, by)
    overlaps = read_overlaps_of(db, chosen)
    say = title_of(groups, Period(chosen.since, chosen.until), today)
    days = _days(db, chosen, groups, today) if is_clock(by[0]) else None
    less = partial(_counted_twice, db, chosen, overlaps)
    first = rows = report_rows(groups + less(by[:1]), by[:1], days=days, say=say)
    if len(by) > 1:
        rows = sort_under(report_rows(groups + less(by), by, say=say), first)
    if {"day", "item"} == {*by}:
        rows = add_notes(rows, by, read_notes(db, chosen))
    latest = reversed(overlaps[-_OVERLAP_DAYS:])
    return HoursReport(
        chosen=chosen,
        by=tuple(by),
        rows=rows,
        groups=first,
        days=days,
        total=HoursTotal(
            sum(group.seconds for group in groups),
            sum(group.sessions for group in groups) - count_later_parts(db, chosen),
            sum(overlap.seconds for overlap in overlaps),
        ),
        overlaps=[(day, overlapping_items_on(db, chosen, day.day)) for day in latest],
        overlap_days=len(overlaps),
        recollected=_recollected(db, chosen),
        running=running,
    )


def _counted_twice(
    db: Connection,
    chosen: SessionFilter,
    overlaps: Sequence[Overlap],
    by: Sequence[str],
) -> list[SessionGroup]:
    """What rows by these groupings count twice: sessions, and time of a row's own."""
    if all(map(is_clock, by)):
        shared = day_overlaps(overlaps)
    else:
        shared = row_overlaps(read_overlap_spans(db, chosen), by, chosen.since)
    return [*read_counted_twice(db, chosen, by), *shared]


def _days(
    db: Connection, chosen: SessionFilter, groups: Sequence[SessionGroup], today: date
) -> Days | None:
    worked = [date.fromisoformat(day) for day in {group.day for group in groups}]
    period = Period(chosen.since, chosen.until)
    return days_of_rows(period, worked, first_day(db), today)


def _recollected(db: Connection, chosen: SessionFilter) -> int:
    """Seconds from memory, of all items or the one chosen; 0 unless of all time."""
    if chosen._replace(item=None) != SessionFilter():
        return 0
    items = read_recollections(db)
    return sum(row.seconds for row in items if chosen.item in (None, row.item))
