"""Tables in CSV and TSV: a row for each entry."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter

from tracker.errors import FileProblem
from tracker.imports.formats.cell_joins import join_note, join_user, user_columns
from tracker.imports.formats.cell_times import split_moment
from tracker.imports.formats.instants import instant
from tracker.imports.formats.layouts import Layout, day_column
from tracker.imports.formats.source import Source
from tracker.imports.formats.sum_rows import begins_other_table, is_entry_row
from tracker.imports.rules.clock_ranges import split_range
from tracker.imports.rules.entries import Glance, LogEntry

# The parts of an entry, each in a column of its own, in the order of `read_table`.
TEXTS = ("project", "task", "note", "tags", "id")
TIMES = ("start_clock", "end_day", "end_clock", "length")
# The columns that hold a day and a clock in one, or two clocks.
MOMENTS = ("start", "end", "stamp", "range")


@dataclass(frozen=True, slots=True)
class TableFormat:
    """A table in a file: its delimiter, its layout, and the cells of its header."""

    delimiter: str
    layout: Layout
    header: tuple[str, ...] = ()


def read_rows(source: Source, delimiter: str) -> Iterator[tuple[int, list[str], str]]:
    """The line of each row, its cells, and what is wrong with it, if anything.

    Raises FileProblem for what the csv library cannot read.
    """
    with source.open() as stream:
        ended = False

        def end() -> Iterator[str]:
            nonlocal ended
            ended = True
            yield from ()

        reader, first = csv.reader(chain(stream, end()), delimiter=delimiter), 1
        try:
            for row in reader:
                # If the reader looked beyond the last line, a quote is still open.
                fault = ""
                if ended:
                    fault = f"quote never closed, up to line {reader.line_num}"
                yield first, row, fault
                first = reader.line_num + 1
        except csv.Error as problem:
            raise FileProblem(
                f"Line {reader.line_num} of {source.path} cannot be read: {problem}.",
                "Export the file again.",
            ) from problem


def read_table(source: Source, table: TableFormat) -> Iterator[LogEntry]:
    """The entries of a table."""
    layout, with_moments = table.layout, has_moments(table)
    places = [layout.place(part) for part in TEXTS + TIMES]
    cells_of = itemgetter(*places, _day_place(layout), *user_columns(layout))
    moments_of = itemgetter(*map(layout.place, MOMENTS))
    for line, row, fault in _body(source, table):
        (
            project,
            task,
            description,
            tags,
            entry_id,
            clock,
            end_day,
            end_clock,
            length,
            day,
            *person,
        ) = map(str.strip, cells_of(row))
        # By position: a million entries with named arguments take seconds longer.
        entry = LogEntry(
            line,
            project,
            join_note(task, description),
            split_tags(tags),
            entry_id,
            join_user(*person),
            day,
            clock,
            end_day,
            end_clock,
            None,
            None,
            length,
            layout.unit,
            fault,
        )
        if with_moments:
            entry = with_cell_times(entry, *map(str.strip, moments_of(row)))
        yield entry
        if layout.further:
            yield from _further_entries(entry, row, layout)


def _further_entries(
    entry: LogEntry, row: list[str], layout: Layout
) -> Iterator[LogEntry]:
    """The entries of a row's starts and ends after the first."""
    for start, end in layout.further:
        if row[start].strip():
            other = entry._replace(id="", clock="", end_day="", end_clock="")
            yield with_cell_times(other, row[start].strip(), row[end].strip(), "", "")


def read_glances(source: Source, table: TableFormat) -> Iterator[Glance]:
    """What a profile needs of each entry; the days have a column of their own."""
    length = -1 if table.layout.unit else table.layout.place("length")
    places = (_day_place(table.layout), length, table.layout.place("project"))
    cells = itemgetter(*places, *user_columns(table.layout))
    for _, row, _ in _body(source, table):
        day, length_cell, project, *person = map(str.strip, cells(row))
        yield Glance(day, join_user(*person), length_cell, 0, project)


def has_moments(table: TableFormat) -> bool:
    """Whether a column has moments or ranges, or a row several entries."""
    layout = table.layout
    return bool(layout.further) or not layout.columns.keys().isdisjoint(MOMENTS)


def _day_place(layout: Layout) -> int:
    place = layout.place("start_day")
    return layout.place("day") if place < 0 else place


def _body(source: Source, table: TableFormat) -> Iterator[tuple[int, list[str], str]]:
    """The rows below the header that are entries.

    They have an empty cell for each column that they lack, and at -1. A blank day is
    that of the row above, as in a spreadsheet with merged cells.
    """
    layout, above = table.layout, ""
    places = (*layout.columns.values(), *layout.beside, *chain(*layout.further))
    blanks = [""] * (max(places) + 2)
    day = day_column(layout)
    for numbered in islice(read_rows(source, table.delimiter), layout.header, None):
        row = numbered[1]
        if any(row):
            row.extend(blanks)
            day_cell = row[day]
            if day_cell[:1].isdigit():
                above = day_cell
            elif not is_entry_row(row, day, layout, table.header):
                if begins_other_table(row, day, table.header):
                    return
                continue
            elif not day_cell.strip() and day == layout.place("day"):
                row[day] = above
            if layout.beside:
                join_length(row, layout)
            yield numbered


def join_length(row: list[str], layout: Layout) -> None:
    """Join a length of whole hours with the minutes, and seconds, in other columns."""
    places = (layout.place("length"), *layout.beside)
    cells = [row[place].strip() for place in places]
    lengths = zip(cells, "hms", strict=False)
    row[places[0]] = " ".join(f"{cell}{unit}" for cell, unit in lengths if cell)


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
    (day, clock), (end_day, end_clock) = split_moment(start), split_moment(end)
    if clocks:
        clock, end_clock = split_range(clocks, bare=True) or (clocks, clocks)
    return entry._replace(
        day=day or entry.day or split_moment(stamp)[0],
        clock=clock or entry.clock,
        end_day=end_day or entry.end_day,
        end_clock=end_clock or entry.end_clock,
    )


def _exact(text: str) -> int | None:
    """UTC seconds of a moment with its offset, which takes more than 16 letters."""
    return instant(text) if len(text) > 16 else None


@lru_cache(maxsize=4096)
def split_tags(text: str) -> tuple[str, ...]:
    """`reading, deep work` as its tags."""
    tags = (tag.strip() for tag in text.replace(";", ",").split(","))
    return tuple(filter(None, tags))
