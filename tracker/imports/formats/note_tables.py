"""Tables inside a text: with bars, in HTML, or in columns of blanks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.imports.formats.columns_option import columns_in
from tracker.imports.formats.csv_table import MOST_COLUMNS, SAMPLE, find_layout
from tracker.imports.formats.frames import Row, bar_tables
from tracker.imports.formats.headers import part_of
from tracker.imports.formats.html_table import rows_of_html
from tracker.imports.formats.length_units import LENGTHS
from tracker.imports.formats.table_remarks import table_remarks
from tracker.imports.formats.table_rows import Table
from tracker.imports.formats.tables import read_table
from tracker.imports.rules.counts import counted, say_lines
from tracker.imports.rules.entries import LogEntry
from tracker.imports.rules.lengths import read_length

Lines = Sequence[tuple[int, str]]


@dataclass(slots=True)
class NoteTables:
    """The tables of a text, read one after the other.

    `columns` is the value of `--columns`. `tables` were read; `unread` are the first
    lines of those that name a length and were not.
    """

    columns: str | None = None
    tables: list[Table] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)

    def entries(self, lines: Lines, day: str) -> Iterator[LogEntry]:
        """The entries of the tables in lines that follow one another.

        A row without a day has `day`, that of the heading.
        """
        for rows in _tables_of(lines):
            if table := self._table(rows, day):
                self.tables.append(table)
                yield from read_table(table)

    def _table(self, rows: Sequence[Row], day: str) -> Table | None:
        """The table of `rows`; None where it has no days or no lengths."""
        cells = [row.cells for row in rows]
        columns = (
            self.columns if self.columns and _has_headers(cells, self.columns) else None
        )
        layout = find_layout(cells, columns, has_day_above=bool(day))
        if layout is None:
            if any(map(_names_length, cells[:SAMPLE])):
                self.unread.append(rows[0].line)
            return None
        header = tuple(cells[layout.header - 1]) if layout.header else ()
        return Table(lambda: _copies(rows), layout, header, day)

    def remarks(self) -> tuple[str, ...]:
        """Sentences on columns and tables that were not read."""
        told = [remark for table in self.tables for remark in table_remarks(table)]
        remarks = list(dict.fromkeys(told))
        if self.unread:
            tables = counted(len(self.unread), "table names", "tables name")
            was = "was" if len(self.unread) == 1 else "were"
            remarks.append(
                f"{tables} a length and {was} not read, for want of a day or a header"
                f" of lengths: {say_lines(self.unread)}."
            )
        return tuple(remarks)

    def columns_in(self, unit: str) -> str:
        """The option `--columns` that says that lengths are in `unit`.

        Of the first table whose lengths have none; empty where there is none.
        """
        for table in self.tables:
            if "length" in table.layout.columns and not table.layout.unit:
                rows = [row.cells for row in table.rows()]
                return columns_in(rows, table, unit)
        return ""


def _copies(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows anew: reading a table adds blank cells to them."""
    return (row._replace(cells=list(row.cells)) for row in rows)


def _tables_of(lines: Lines) -> Iterator[Sequence[Row]]:
    if lines and lines[0][1].lstrip()[:6].casefold() == "<table":
        text = "\n".join(line for _, line in lines)
        yield [Row(*row) for row in rows_of_html(text, lines[0][0])]
        return
    yield from filter(None, bar_tables(lines))


def _has_headers(rows: Sequence[Sequence[str]], columns: str) -> bool:
    """Whether a table has the headers, or so many columns, that `--columns` names."""
    pairs = [word.partition("=")[2].strip() for word in columns.split(",")]
    if not any(pairs):
        return max(map(len, rows), default=0) >= len(pairs)
    return any(set(filter(None, pairs)) <= set(row) for row in rows)


def _names_length(row: Sequence[str]) -> bool:
    """Whether a cell is a header of lengths, or a length with its unit."""
    cells = row[:MOST_COLUMNS]
    parts = set(map(part_of, cells))
    has_header = not parts.isdisjoint((*LENGTHS, "total", "time"))
    return has_header or any(read_length(cell, "") is not None for cell in cells)
