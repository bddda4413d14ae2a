"""The rows of a table that are entries, in every frame."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from tracker.errors import Unreadable
from tracker.imports.formats.frames import Row
from tracker.imports.formats.layouts import Layout, day_column
from tracker.imports.formats.sum_rows import begins_other_table, is_entry_row

# Of rows that have the day of the row above, how many are kept.
MOST_INHERITED = 1_000
# The columns that hold a day and a clock in one, or two clocks.
MOMENTS = ("start", "end", "stamp", "range", "stretch")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, as often as they are asked for, its layout and its header.

    `day` is the one above it, for rows without one. `delimiter` is that of a file of
    delimited cells, else empty. `inherited` gets the lines of rows that had the day of
    the row above, of very many only the first.
    """

    rows: Callable[[], Iterator[Row]]
    layout: Layout
    header: tuple[str, ...] = ()
    day: str = ""
    delimiter: str = ""
    inherited: set[int] = field(default_factory=set)

    def note_inherited(self, line: int) -> None:
        """Keep the line of a row that has the day of the row above; 0 for none."""
        if line and len(self.inherited) < MOST_INHERITED:
            self.inherited.add(line)

    @property
    def has_moments(self) -> bool:
        """Whether rows need more than one look: moments, ranges, breaks, groups."""
        layout = self.layout
        is_more = layout.further or layout.pauses or layout.has_face
        is_wide = len(layout.offsets) > 1 or "status" in layout.columns
        return bool(is_more or is_wide or not layout.columns.keys().isdisjoint(MOMENTS))


def entry_rows(table: Table) -> Iterator[Row]:
    """The rows below the header that are entries.

    They have an empty cell for each column that they lack, and at -1. A row with one
    cell is a heading, or left blank for later. A blank day is that of the row above, as
    in a spreadsheet with merged cells.
    """
    layout, above = table.layout, table.day
    blanks = [""] * (max(layout.used()) + 2)
    day = day_column(layout)
    may_be_blank = "day" in layout.columns and "start_day" not in layout.columns
    for row in _grouped(table):
        cells = row.cells
        if len(cells) - cells.count("") < 2 and not row.fault:
            continue
        cells.extend(blanks)
        day_cell = cells[day]
        if day_cell[:1].isdigit():
            above = day_cell
        elif not is_entry_row(cells, day, layout, table.header):
            if begins_other_table(cells, day, table.header):
                return
            _check_same_table(row, day, table)
            continue
        elif may_be_blank and not any(map(str.isalnum, day_cell)):
            cells[day] = above
            table.note_inherited(row.line if above else 0)
        if layout.beside:
            _join_length(cells, layout)
        yield row


def _check_same_table(row: Row, day: int, table: Table) -> None:
    """Raise Unreadable where a row is the header of a table with another length."""
    length = table.layout.place("length")
    header, cells = table.header, row.cells
    is_header = 0 <= day < len(header) and cells[day] == header[day] != ""
    if is_header and 0 <= length < len(header) and cells[length] != header[length]:
        raise Unreadable(
            f"Line {row.line} begins another table, with other columns.",
            "Save each table as a file of its own.",
        )


def _grouped(table: Table) -> Iterator[Row]:
    """The rows below the header; of groups of columns, a row for each group."""
    layout = table.layout
    rows = islice(table.rows(), layout.header, None)
    if len(layout.offsets) == 1:
        return rows
    width = layout.offsets[1]
    groups = (
        [row._replace(cells=row.cells[o : o + width]) for o in layout.offsets]
        for row in rows
    )
    return chain.from_iterable(groups)


def _join_length(cells: list[str], layout: Layout) -> None:
    """Join a length of whole hours with the minutes, and seconds, in other columns."""
    places = (layout.place("length"), *layout.beside)
    values = [cells[place].strip() for place in places]
    lengths = zip(values, "hms", strict=False)
    cells[places[0]] = " ".join(f"{value}{unit}" for value, unit in lengths if value)
