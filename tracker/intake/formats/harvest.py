"""Harvest: the detailed time report as CSV, a day and decimal hours a row, sometimes with the times."""

from collections.abc import Iterator

from tracker.intake.formats.source import Source
from tracker.intake.formats.tables import Table, read_table
from tracker.intake.rules.entries import Entry

NAME = "harvest"


def read(source: Source, table: Table) -> Iterator[Entry]:
    """Rows, whose notes may go over several lines."""
    return read_table(source, table)
