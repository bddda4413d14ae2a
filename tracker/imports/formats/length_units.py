"""The unit of a table's lengths, by the two times that stand beside them."""

from collections.abc import Mapping, Sequence

from tracker.imports.formats.cell_times import seconds_between
from tracker.imports.rules.lengths import UNITS, bare_number, read_length

Row = Sequence[str]
# How many seconds a length may be from what its two times make, or from the same length
# in another unit: half of its last digit, or one cut off.
CLOSE = {"h": 180, "m": 60, "s": 2}


def unit_by_times(columns: Mapping[str, int], rows: Sequence[Row]) -> str:
    """The unit in which bare lengths are what the two times of most rows make.

    Empty where no unit, or more than one, fits.
    """
    pairs = [
        (number, seconds)
        for cell, seconds in lengths_and_times(columns, rows)
        if (number := bare_number(cell))
    ]
    fits = {
        unit: sum(abs(number * size - secs) <= CLOSE[unit] for number, secs in pairs)
        for unit, size in UNITS.items()
    }
    best = max(fits.values())
    units = [unit for unit, count in fits.items() if count == best]
    return units[0] if 2 * best > len(pairs) and len(units) == 1 else ""


def agrees_with_times(columns: Mapping[str, int], rows: Sequence[Row]) -> bool:
    """Whether the lengths of most rows are what their two times make."""
    unit = unit_by_times(columns, rows)
    close = CLOSE[unit or "m"]
    pairs = lengths_and_times(columns, rows)
    lengths = [(read_length(cell, unit), seconds) for cell, seconds in pairs]
    agreeing = [
        length
        for length, seconds in lengths
        if length is not None and abs(length - seconds) <= close
    ]
    return 2 * len(agreeing) > len(pairs)


def lengths_and_times(
    columns: Mapping[str, int], rows: Sequence[Row]
) -> list[tuple[str, int]]:
    """The length that each row states, and the seconds between its two times.

    Only of rows that have all three.
    """
    places = [
        columns.get("start", columns.get("start_clock", -1)),
        columns.get("end", columns.get("end_clock", -1)),
        columns.get("length", -1),
    ]
    if min(places) < 0:
        return []
    cells = [[row[place] for place in places] for row in rows if len(row) > max(places)]
    return [
        (cell, seconds)
        for start, end, cell in cells
        if cell and (seconds := seconds_between(start, end))
    ]
