"""Any other table in CSV or TSV that has a day and a length, or a start and an end, in each row."""

from collections.abc import Iterator

from tracker.intake.formats.source import Source
from tracker.intake.formats.tables import Table, read_table
from tracker.intake.rules.entries import Entry

NAME = "csv"


def read(source: Source, table: Table) -> Iterator[Entry]:
    """Rows, by what the header, --columns or the cells themselves say of the columns."""
    return read_table(source, table)
