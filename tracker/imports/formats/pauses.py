"""Columns of breaks, which are taken off the time between a row's start and end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.errors import Unreadable
from tracker.imports.formats.cell_times import seconds_between
from tracker.imports.formats.headers import unit_of_header
from tracker.imports.formats.time_columns import Cells, cells_of
from tracker.imports.rules.lengths import bare_number, read_length
from tracker.text.columns import quoted

# A break of more than so many minutes is never written in hours.
_LONG = 10


@dataclass(frozen=True, slots=True)
class Pauses:
    """Where a row says its break: its length in `unit`, or when it began and ended."""

    length: int = -1
    unit: str = "h"
    start: int = -1
    end: int = -1

    def seconds_of(self, row: Cells) -> int | None:
        """The seconds of a row's break: 0 for none, None where it cannot be read."""
        places = (self.start, self.end) if self.length < 0 else (self.length,)
        cells = [row[place].strip() for place in places if place < len(row)]
        if not any(any(map(str.isalnum, cell)) for cell in cells):
            return 0
        if self.length < 0:
            return seconds_between(*cells)
        return read_length(cells[0], self.unit)


def find_pauses(
    columns: Mapping[str, int], header: Cells, rows: Sequence[Cells]
) -> Pauses | None:
    """The break of a table's rows; None where no column is one.

    Raises Unreadable where it could be in hours or minutes.
    """
    if "break" in columns:
        place = columns["break"]
        return Pauses(place, _unit(header, place, cells_of(rows, place)))
    if {"break_start", "break_end"} <= columns.keys():
        return Pauses(start=columns["break_start"], end=columns["break_end"])
    return None


def _unit(header: Cells, place: int, cells: Sequence[str]) -> str:
    """The unit of bare numbers: the header's, or the only one that fits."""
    if unit := unit_of_header(header[place] if place < len(header) else ""):
        return unit[0]
    numbers = [number for cell in cells if (number := bare_number(cell))]
    if max(numbers, default=0) > _LONG:
        return "m"
    if not numbers or any(number % 1 for number in numbers):
        return "h"
    raise Unreadable(
        f"The breaks below {quoted(header[place])} could be hours or minutes.",
        f"Write the unit into that header, for example {quoted('Break (min)')},"
        " and import the file again.",
    )
