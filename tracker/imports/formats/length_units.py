"""A table's lengths beside the two times of each row: their unit, whether they agree."""

from collections.abc import Mapping, Sequence

from tracker.imports.formats.cell_times import seconds_between
from tracker.imports.formats.time_columns import Cells, edge_place
from tracker.imports.rules.clock_ranges import split_range, with_half_of_day
from tracker.imports.rules.lengths import (
    MINUTES_AND_SECONDS,
    UNITS,
    bare_number,
    read_length,
)

# Parts that state a length, and the unit that each says. The first that a table has
# counts: a length like a clock before a number.
LENGTHS = {
    "duration_h": "h",
    "duration": "",
    "hours": "h",
    "minutes": "m",
    "seconds": "s",
    "mm:ss": MINUTES_AND_SECONDS,
}
# Parts of breaks.
PAUSES = ("break", "break_start", "break_end")
# How many seconds a length may be from what its two times make, or from the same length
# in another unit: half of its last digit, or one cut off.
CLOSE = {"h": 180, "m": 60, "s": 2}
# A length is near its two times within a quarter of an hour, or with breaks of a third.
NEAR = 900


def unit_by_times(columns: Mapping[str, int], rows: Sequence[Cells]) -> str:
    """The unit in which the lengths are what the two times of most rows make.

    `h`, `m` or `s` of bare numbers, `m:s` of clocks; empty where no unit, or more than
    one, fits.
    """
    pairs = lengths_and_times(columns, rows)
    if _most(pairs, MINUTES_AND_SECONDS, 2) and not _most(pairs, "h", CLOSE["m"]):
        return MINUTES_AND_SECONDS
    numbers = [pair for pair in pairs if bare_number(pair[0])]
    fits = {unit: _agreeing(numbers, unit, CLOSE[unit]) for unit in UNITS}
    best = max(fits.values())
    units = [unit for unit, count in fits.items() if count == best]
    return units[0] if 2 * best > len(numbers) and len(units) == 1 else ""


def agrees_with_times(columns: Mapping[str, int], rows: Sequence[Cells]) -> bool:
    """Whether the lengths of most rows are what their two times make."""
    unit = unit_by_times(columns, rows)
    return _most(lengths_and_times(columns, rows), unit, CLOSE.get(unit, CLOSE["m"]))


def is_far_from_times(
    columns: Mapping[str, int], rows: Sequence[Cells], unit: str
) -> bool:
    """Whether the lengths of most rows, in `unit`, are not near their two times."""
    pairs = lengths_and_times(columns, rows)
    units = [unit] if unit else list(UNITS)
    far = [pair for pair in pairs if not any(_is_near(pair, unit) for unit in units)]
    return 2 * len(far) > len(pairs)


def _is_near(pair: tuple[str, int], unit: str) -> bool:
    cell, between = pair
    length = read_length(cell, unit)
    if length is None:
        return True
    return abs(length - between) <= NEAR or 2 * between <= 3 * length <= 3 * between


def _most(pairs: Sequence[tuple[str, int]], unit: str, close: int) -> bool:
    return 2 * _agreeing(pairs, unit, close) > len(pairs)


def _agreeing(pairs: Sequence[tuple[str, int]], unit: str, close: int) -> int:
    lengths = [(read_length(cell, unit), seconds) for cell, seconds in pairs]
    return sum(
        length is not None and abs(length - seconds) <= close
        for length, seconds in lengths
    )


def lengths_and_times(
    columns: Mapping[str, int], rows: Sequence[Cells]
) -> list[tuple[str, int]]:
    """The length that each row states, and the seconds between its two times.

    Only of rows that have all three.
    """
    place = columns.get("length", -1)
    if place < 0:
        return []
    return [
        (row[place], seconds)
        for row, seconds in rows_with_times(columns, rows)
        if len(row) > place and row[place]
    ]


def rows_with_times(
    columns: Mapping[str, int], rows: Sequence[Cells]
) -> list[tuple[Cells, int]]:
    """The rows that have two times, each with the seconds between them."""
    start, end = edge_place(columns, "start"), edge_place(columns, "end")
    span = columns.get("range", -1)
    timed = [(row, _between(row, span, start, end)) for row in rows]
    return [(row, seconds) for row, seconds in timed if seconds]


def _between(row: Cells, span: int, start: int, end: int) -> int | None:
    """The seconds between the two times of a row, in one cell or two."""
    if 0 <= span < len(row):
        clocks = split_range(row[span], bare=True)
        return seconds_between(*clocks) if clocks else None
    if min(start, end) < 0 or len(row) <= max(start, end):
        return None
    return seconds_between(*with_half_of_day(row[start], row[end]))
