"""What to know of how a table was read: columns not used, days taken from above."""

from collections.abc import Sequence
from itertools import islice

from tracker.imports.formats.csv_table import SAMPLE
from tracker.imports.formats.table_rows import Table
from tracker.imports.formats.time_columns import Cells, cells_of
from tracker.imports.rules.counts import counted, say_lines
from tracker.text.columns import join_words, quoted

_WHAT = ("project", "task", "note", "tags")


def table_remarks(table: Table) -> tuple[str, ...]:
    """What to know of how a table was read: its columns, and its rows without a day."""
    return (*unused_columns(table), *inherited_days(table))


def inherited_days(table: Table) -> tuple[str, ...]:
    """The remark on rows without a day, which have that of the row above."""
    lines = sorted(table.inherited)
    if not lines:
        return ()
    rows = counted(len(lines), "row has", "rows have")
    return (f"{rows} no day and {_counts(len(lines))}: {say_lines(lines)}.",)


def _counts(rows: int) -> str:
    return "counts for the day above it" if rows == 1 else "count for the day above"


def unused_columns(table: Table) -> tuple[str, ...]:
    """The remark on columns that were used for nothing and are not empty.

    It says how to use them where the table has no project, note or tags.
    """
    layout = table.layout
    stop = layout.header + SAMPLE
    rows = [row.cells for row in islice(table.rows(), layout.header, stop)]
    headers = list(_unused_headers(table, rows))
    if not headers:
        return ()
    was = "was" if len(headers) == 1 else "were"
    remark = f"{join_words(list(map(quoted, headers)))} {was} not used."
    if layout.columns.keys().isdisjoint(_WHAT):
        remark += " To say which is the project and which the note, add --columns."
    return (remark,)


def _unused_headers(table: Table, rows: Sequence[Cells]) -> list[str]:
    width = max(map(len, rows), default=0)
    if len(table.layout.offsets) > 1:
        width = min(width, table.layout.offsets[1])
    used = table.layout.used()
    behind = range(table.layout.offsets[-1] + width, len(table.header))
    unused = [p for p in range(width) if p not in used and cells_of(rows, p)]
    unused += [p for p in behind if cells_of(rows, p)]
    names = [table.header[p] if p < len(table.header) else "" for p in unused]
    return [
        name or f"column {place + 1}" for name, place in zip(names, unused, strict=True)
    ]
