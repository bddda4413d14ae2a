"""Tables: a row for each entry, read alike in every frame."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from tracker.imports.formats.cell_joins import join_note, join_user, user_columns
from tracker.imports.formats.cell_times import split_moment
from tracker.imports.formats.cells import (
    Length,
    plain_clock,
    plain_day,
    split_clocks,
    split_length,
    split_stretch,
    split_stretches,
    split_tags,
)
from tracker.imports.formats.instants import instant
from tracker.imports.formats.layouts import Layout
from tracker.imports.formats.length_columns import TIMER_PARTS
from tracker.imports.formats.statuses import says_not_done
from tracker.imports.formats.table_rows import MOMENTS, Table, entry_rows
from tracker.imports.formats.twelve_hour import with_later_half
from tracker.imports.rules.clock_ranges import with_half_of_day
from tracker.imports.rules.entries import RUNNING, Glance, LogEntry, new_record

# The parts of an entry, each in a column of its own, in the order of `read_table`.
TEXTS = ("project", "task", "note", "tags", "id", "updated")
TIMES = ("start_clock", "end_day", "end_clock", "length")
NOT_DONE = "not done"
UNREAD_BREAK = "the break is not a length"


def read_table(table: Table) -> Iterator[LogEntry]:
    """The entries of a table."""
    layout, has_moments = table.layout, table.has_moments
    is_timer = layout.columns.keys() >= TIMER_PARTS
    places = [layout.place(part) for part in TEXTS + TIMES]
    cells_of = itemgetter(*places, _day_place(layout), *user_columns(layout))
    moments_of = itemgetter(*map(layout.place, MOMENTS), layout.place("status"))
    for line, row, fault in entry_rows(table):
        (
            project,
            task,
            description,
            tags,
            entry_id,
            updated,
            clock,
            end_day,
            end_clock,
            length,
            day,
            *person,
        ) = map(str.strip, cells_of(row))
        end_clock = plain_clock(end_clock)
        is_running = is_timer and not fault and not end_clock
        if is_running:
            fault = RUNNING
        elif not fault and "[ ]" in (project[:3], task[:3], description[:3]):
            fault = NOT_DONE
        values = (
            line,
            project,
            join_note(task, description),
            split_tags(tags),
            entry_id,
            join_user(*person),
            plain_day(day) or table.day,
            plain_clock(clock),
            end_day,
            end_clock,
            None,
            None,
            length,
            layout.unit,
            fault,
            "",
            updated,
            "",
        )
        entry = new_record(LogEntry, values)
        if length and not is_running and (stated := split_length(length)) is not None:
            entry = _with_length(entry, stated)
        if has_moments:
            yield from _timed_entries(entry, row, layout, moments_of(row))
        else:
            yield _with_clocks(entry)


def _timed_entries(
    entry: LogEntry, row: list[str], layout: Layout, cells: Sequence[str]
) -> Iterator[LogEntry]:
    """The entries of a row with moments, ranges, breaks or several starts.

    `cells` are those of `MOMENTS` and of the status.
    """
    *moments, status = map(str.strip, cells)
    start, end, stamp, clocks, stretch = map(plain_clock, moments)
    if says_not_done(status):
        entry = entry._replace(fault=NOT_DONE)
    if stretch:
        entry = _with_stretch(entry, stretch)
    if clocks and not entry.length and (stretches := split_stretches(clocks)):
        for clock, end_clock in stretches:
            whole = with_cell_times(entry, "", "", stamp, "")
            yield whole._replace(clock=clock, end_clock=end_clock)
            entry = entry._replace(id="")
        return
    first = _with_clocks(with_cell_times(entry, start, end, stamp, clocks))
    if layout.pauses:
        first = _without_pause(first, layout.pauses.seconds_of(row))
    yield with_later_half(first) if layout.has_face else first
    for start_place, end_place in layout.further:
        if row[start_place].strip():
            other = entry._replace(id="", clock="", end_day="", end_clock="")
            edges = row[start_place].strip(), row[end_place].strip()
            yield _with_clocks(with_cell_times(other, *edges, "", ""))


def _with_stretch(entry: LogEntry, cell: str) -> LogEntry:
    """`entry` with the day, the start and the end that one cell says."""
    stretch = split_stretch(cell)
    if stretch is None:
        return entry._replace(day=split_moment(plain_day(cell))[0])
    return entry._replace(**stretch._asdict())


def _without_pause(entry: LogEntry, pause: int | None) -> LogEntry:
    """`entry` less a break in seconds; None for one that cannot be read."""
    if pause is None:
        return entry._replace(fault=entry.fault or UNREAD_BREAK)
    return entry._replace(pause=f"{pause}s") if pause else entry


def _with_length(entry: LogEntry, stated: Length) -> LogEntry:
    """`entry` with the length, or the two clocks, that its cell of a length says.

    Where the entry has times of its own, the cell's clocks add nothing.
    """
    if stated.clock and not entry.clock:
        return entry._replace(
            clock=stated.clock, end_clock=stated.end_clock, length=stated.length
        )
    return entry._replace(length=stated.length or entry.length)


def _with_clocks(entry: LogEntry) -> LogEntry:
    """`entry` with the half of the day that one of its times lacks: `7` to `9 pm`."""
    clock, end_clock = entry.clock, entry.end_clock
    if not clock or not end_clock or (clock[-1] + end_clock[-1]).isdigit():
        return entry
    clock, end_clock = with_half_of_day(clock, end_clock)
    return entry._replace(clock=clock, end_clock=end_clock)


def read_glances(table: Table) -> Iterator[Glance]:
    """What a profile needs of each entry; the days have a column of their own."""
    length = -1 if table.layout.unit else table.layout.place("length")
    places = (_day_place(table.layout), length, table.layout.place("project"))
    cells = itemgetter(*places, *user_columns(table.layout))
    for _, row, _ in entry_rows(table):
        day, length_cell, project, *person = map(str.strip, cells(row))
        if length_cell and (stated := split_length(length_cell)):
            length_cell = stated.length
        day = plain_day(day) or table.day
        yield Glance(day, join_user(*person), length_cell, 0, project)


def _day_place(layout: Layout) -> int:
    place = layout.place("start_day")
    return layout.place("day") if place < 0 else place


def with_cell_times(
    entry: LogEntry, start: str, end: str, stamp: str, clocks: str
) -> LogEntry:
    """`entry` with the times of cells for start and end.

    They are instants, a day and a clock, or a clock alone. Of a `stamp` only the day
    counts; `clocks` is a range.
    """
    began = _exact(start)
    if began is not None:
        return entry._replace(began=began, ended=_exact(end))
    dated = bool(entry.day)
    day, clock = split_moment(start, dated=dated)
    end_day, end_clock = split_moment(end, dated=dated)
    if clocks:
        clock, end_clock = split_clocks(clocks)
    return entry._replace(
        day=day or entry.day or split_moment(stamp)[0],
        clock=clock or entry.clock,
        end_day=end_day or entry.end_day,
        end_clock=end_clock or entry.end_clock,
    )


def _exact(text: str) -> int | None:
    """UTC seconds of a moment with its offset, which takes more than 16 letters."""
    return instant(text) if len(text) > 16 else None
