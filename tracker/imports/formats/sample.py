"""What the beginning of a file says of the table that it may be."""

import csv
from collections.abc import Sequence
from itertools import islice

from tracker.imports.formats.cell_times import has_day
from tracker.imports.formats.headerless import below_header, by_content
from tracker.imports.formats.layouts import Layout, by_header
from tracker.imports.formats.tables import TableFormat

SAMPLE = 30
LEAST = 3
DELIMITERS = ",;\t|"


def find_table(head: str) -> TableFormat | None:
    """The table that a file begins with, by the delimiter that finds most columns."""
    sampled = {delimiter: sample_rows(head, delimiter) for delimiter in DELIMITERS}
    by_name = [
        TableFormat(d, layout, _header(rows, layout))
        for d, rows in sampled.items()
        if (layout := by_header(rows))
    ]
    if by_name:
        return max(by_name, key=lambda table: len(table.layout.columns))
    bare = [
        TableFormat(d, layout)
        for d, rows in sampled.items()
        if (layout := by_content(_filled(rows)))
    ]
    bare += [
        TableFormat(d, layout, _header(rows, layout))
        for d, rows in sampled.items()
        if (layout := below_header(rows))
    ]
    return bare[0] if bare else None


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


def is_tabular(head: str) -> bool:
    """Whether a file begins with a table that has a column of days.

    Its rows have equally many cells, at least three.
    """
    sampled = (_filled(sample_rows(head, delimiter)) for delimiter in DELIMITERS)
    return any(
        _has_day_column(rows)
        for rows in sampled
        if len({len(row) for row in rows}) == 1
    )


def _has_day_column(rows: Sequence[list[str]]) -> bool:
    columns = list(zip(*(rows[1:] or rows), strict=True))
    return len(columns) >= LEAST and any(
        all(map(has_day, column)) for column in columns
    )


def _filled(rows: Sequence[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(row)]


def _header(rows: Sequence[Sequence[str]], layout: Layout) -> tuple[str, ...]:
    return tuple(rows[layout.header - 1])
