"""Columns of a table that hold text and were not used."""

from collections.abc import Iterable

from tracker.imports.formats.sample import sample_rows
from tracker.imports.formats.source import Source
from tracker.imports.formats.tables import TableFormat
from tracker.text.columns import quoted

_WHAT = ("project", "task", "note", "tags")


def unused_columns(source: Source, table: TableFormat) -> tuple[str, ...]:
    """The remark on columns of text in a table that has no project, note or tags."""
    layout = table.layout
    if not layout.columns.keys().isdisjoint(_WHAT):
        return ()
    used = {
        *layout.columns.values(),
        *layout.beside,
        *(place for pair in layout.further for place in pair),
    }
    rows = sample_rows(source.head, table.delimiter)[layout.header :]
    texts = [
        place
        for place in range(max(map(len, rows), default=0))
        if place not in used
        and _is_text(row[place] for row in rows if place < len(row))
    ]
    if not texts:
        return ()
    headers = [
        table.header[place] if place < len(table.header) else f"column {place + 1}"
        for place in texts
    ]
    named, was = (
        " and ".join(map(quoted, headers)),
        "was" if len(texts) == 1 else "were",
    )
    return (
        f"{named} {was} not used. To say which is the project and which the note,"
        " add --columns.",
    )


def _is_text(cells: Iterable[str]) -> bool:
    return any(any(map(str.isalpha, cell)) for cell in cells)
