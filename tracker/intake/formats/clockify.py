"""Clockify: the detailed report as CSV, in whatever language and order of day and month its owner had set."""

from collections.abc import Iterator

from tracker.intake.formats.source import Source
from tracker.intake.formats.tables import Table, read_table
from tracker.intake.rules.entries import Entry

NAME = "clockify"


def read(source: Source, table: Table) -> Iterator[Entry]:
    """Rows; the length is the column Duration (h). Times have no zone."""
    return read_table(source, table)
