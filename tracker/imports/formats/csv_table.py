"""The beginning of a file as rows of cells, and the table that it may be."""

import csv
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from tracker.errors import Unreadable
from tracker.imports.formats.columns_option import by_names, check_units
from tracker.imports.formats.frames import csv_rows
from tracker.imports.formats.headerless import by_content
from tracker.imports.formats.layouts import Layout, by_header
from tracker.imports.formats.source import Source
from tracker.imports.formats.table_rows import Table
from tracker.imports.formats.time_columns import Cells

SAMPLE = 100
MOST_COLUMNS = 5_000  # of a table: ten years of days
DELIMITERS = ",;\t|"


def find_layout(
    rows: Sequence[Cells], columns: str | None = None, *, has_day_above: bool = False
) -> Layout | None:
    """The layout of a table, by `--columns`, its header, or the cells of its first row.

    None where it has no day or no length. Raises Unreadable for what must be asked.
    """
    if columns:
        return by_names(columns, [row for row in rows if any(row)])
    filled = [row for row in rows if any(row)]
    if max(map(len, rows), default=0) > MOST_COLUMNS:
        return None
    return by_header(rows, has_day_above=has_day_above) or by_content(filled)


def find_csv_table(source: Source, columns: str | None = None) -> Table | None:
    """The table of delimited cells that a file begins with.

    Its delimiter is the one that finds most columns, by its header rather than without.
    """
    head = source.head
    tables = list(_csv_tables(source, head, columns))
    if not tables:
        return None
    return max(tables, key=lambda t: (bool(t.header), len(t.layout.columns)))


def _csv_tables(source: Source, head: str, columns: str | None) -> Iterator[Table]:
    """The tables that each delimiter makes of a file."""
    refusals: dict[str, Unreadable] = {}
    found = False
    by_place = bool(columns) and "=" not in (columns or "")
    for delimiter in _widest(head) if by_place else DELIMITERS:
        rows = sample_rows(head, delimiter)
        try:
            layout = find_layout(rows, columns) if _has_columns(rows) else None
        except Unreadable as refusal:
            refusals[delimiter] = refusal
            continue
        if layout:
            found = True
            header = tuple(rows[layout.header - 1]) if layout.header else ()
            read = partial(csv_rows, source, delimiter)
            table = Table(read, layout, header, delimiter=delimiter)
            if not header and not columns:
                check_units(rows, table)
            yield table
    if refusals and not found:
        raise refusals.get(_widest(head)) or next(iter(refusals.values()))


def sample_rows(head: str, delimiter: str) -> list[list[str]]:
    """The first rows; none where they cannot be read so."""
    lines = head.splitlines(keepends=True)
    whole = lines if head.endswith(("\n", "\r")) or len(lines) < 2 else lines[:-1]
    try:
        return [
            [cell.strip() for cell in row]
            for row in islice(csv.reader(whole, delimiter=delimiter), SAMPLE)
        ]
    except csv.Error:
        return []


def _widest(head: str) -> str:
    """The delimiter that gives most cells."""
    return max(DELIMITERS, key=lambda d: sum(map(len, sample_rows(head, d))))


def _has_columns(rows: Sequence[Cells]) -> bool:
    return any(len(row) > 1 for row in rows)
