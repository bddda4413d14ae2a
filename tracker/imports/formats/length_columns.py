"""Which column of a table says how long an entry is, and in what unit."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.imports.formats.cell_times import are_ranges
from tracker.imports.formats.cells import split_stretches
from tracker.imports.formats.headers import unit_of_header
from tracker.imports.formats.length_checks import (
    UNSURE,
    check_length,
    could_be_clocks,
    could_be_hours_of_day,
)
from tracker.imports.formats.length_questions import (
    ask_about_clocks,
    ask_about_hours_and_minutes,
    ask_about_hours_of_day,
)
from tracker.imports.formats.length_units import (
    CLOSE,
    LENGTHS,
    PAUSES,
    agrees_with_times,
    rows_with_times,
    unit_by_times,
)
from tracker.imports.formats.pauses import Pauses, find_pauses
from tracker.imports.formats.time_columns import ENDS, Cells, cells_of
from tracker.imports.rules.lengths import (
    bare_number,
    read_length,
)
from tracker.limits import HOUR

# What says that a program's timer wrote the rows: its length is what it measured.
TIMER_PARTS = frozenset({"start_day", "start_clock", "end_day", "end_clock"})


class Lengths(NamedTuple):
    """A table's columns, with `length` where one states the length, in `unit`.

    `beside` are the columns of minutes, and seconds, that belong to one of hours.
    `pauses` are taken off the two times of a row.
    """

    columns: dict[str, int]
    unit: str = ""
    beside: tuple[int, ...] = ()
    pauses: Pauses | None = None


def with_length(
    columns: dict[str, int], header: Cells, rows: Sequence[Cells], *, checked: bool
) -> Lengths:
    """`columns` with the one that states the length as `length`, and its unit.

    `rows` are below the `header`. Raises Unreadable where lengths contradict each other
    or could be times of day; if `checked`, also where they contradict their two times
    or may be a running total.
    """
    columns = _with_time(columns, header, rows)
    parts = _length_parts(columns, rows)
    beside: tuple[int, ...] = ()
    if parts[:2] == ["hours", "minutes"]:
        beside = _columns_beside(header, rows, columns)
        parts = parts if beside else parts[1:]
        if beside and checked:
            _check_hours(columns, header, rows, beside)
    bare = {
        part: place
        for part, place in columns.items()
        if part not in (*LENGTHS, *UNSURE, *PAUSES)
    }
    pauses = find_pauses(columns, header, rows)
    if pauses and (net := _net_column(bare, columns, rows, pauses)):
        return Lengths(_named(bare, columns, net), LENGTHS.get(net) or "h")
    parts = parts or [part for part in UNSURE if _is_length(part, bare, columns, rows)]
    if pauses and parts and agrees_with_times(_named(bare, columns, parts[0]), rows):
        parts = []  # it is the time between start and end, breaks and all
    if not parts:
        return Lengths(bare, pauses=pauses)
    part = parts[0]
    named = _named(bare, columns, part)
    unit = "" if beside else _unit_of(part, header, columns[part])
    unit = unit or unit_by_times(named, rows)
    if checked and not beside and not columns.keys() >= TIMER_PARTS:
        check_length(named, unit, part, header, rows)
    return Lengths(named, unit, beside, None if ENDS & named.keys() else pauses)


def _check_hours(
    columns: dict[str, int], header: Cells, rows: Sequence[Cells], beside: Sequence[int]
) -> None:
    """Ask where hours with minutes `beside` could be the hour of a clock."""
    place = columns["hours"]
    if header and could_be_hours_of_day(header[place], cells_of(rows, place)):
        others = dict(zip(("minutes", "seconds"), beside, strict=False))
        ask_about_hours_of_day(columns, header, others)


def _unit_of(part: str, header: Cells, place: int) -> str:
    """The unit that a part says, or a total in its header: `Total minutes`."""
    if part in LENGTHS:
        return LENGTHS[part]
    return unit_of_header(header[place] if place < len(header) else "")[:1]


def _named(
    bare: Mapping[str, int], columns: Mapping[str, int], part: str
) -> dict[str, int]:
    return {**bare, "length": columns[part]}


def _length_parts(columns: Mapping[str, int], rows: Sequence[Cells]) -> list[str]:
    """The parts of a table that state lengths: those with cells, if any has."""
    parts = [part for part in LENGTHS if part in columns]
    parts = [part for part in parts if cells_of(rows, columns[part])] or parts
    if "duration" in parts and len(parts) > 1 and _has_bare(rows, columns["duration"]):
        parts.remove("duration")
    return parts


def _has_bare(rows: Sequence[Cells], place: int) -> bool:
    """Whether a column has numbers without a unit."""
    return any(bare_number(cell) is not None for cell in cells_of(rows, place))


def _with_time(
    columns: dict[str, int], header: Cells, rows: Sequence[Cells]
) -> dict[str, int]:
    """`columns` with the one headed `Time` as a range, a start or a length.

    Its cells and the columns beside it decide.
    """
    columns = dict(columns)
    for part in ("time", "duration", "start_clock", "start", "hours"):
        cells = cells_of(rows, columns.get(part, -1))
        if are_ranges([*map(_first_stretch, cells)]):
            columns["range"] = columns.pop(part)
            return columns
    if "time" not in columns:
        return columns
    place = columns.pop("time")
    cells = cells_of(rows, place)
    if (LENGTHS.keys() | ENDS) & columns.keys():
        columns.setdefault("start_clock", place)
    elif not cells or any(read_length(cell, "h") is not None for cell in cells):
        if could_be_clocks(cells):
            ask_about_clocks(columns, header, place)
        columns["duration"] = place
    return columns


def _first_stretch(cell: str) -> str:
    """The first stretch of a cell with several, else the cell."""
    stretches = split_stretches(cell)
    return "-".join(stretches[0]) if stretches else cell


def _columns_beside(
    header: Cells, rows: Sequence[Cells], columns: Mapping[str, int]
) -> tuple[int, ...]:
    """The columns of minutes and seconds that belong to one of hours.

    None where each column states the whole length.
    """
    hours, minutes = columns["hours"], columns["minutes"]
    pairs = [
        (read_length(row[hours] or "0", "h"), read_length(row[minutes] or "0", "m"))
        for row in rows
        if len(row) > max(hours, minutes)
    ]
    lengths = [pair for pair in pairs if None not in pair]
    if all(abs((one or 0) - (other or 0)) <= CLOSE["h"] for one, other in lengths):
        return ()
    are_parts = all(
        (one or 0) % HOUR == 0 and 0 <= (other or 0) < HOUR for one, other in lengths
    )
    if not are_parts:
        ask_about_hours_and_minutes(columns, header)
    return (minutes, columns["seconds"]) if "seconds" in columns else (minutes,)


def _is_length(
    part: str,
    bare: Mapping[str, int],
    columns: Mapping[str, int],
    rows: Sequence[Cells],
) -> bool:
    """Whether the column of a total, a sum or a weak header states each row's length.

    It is nowhere more than its two times make. Bare numbers below `Sum` or `Spent` may
    be anything but what the two times make.
    """
    place = columns.get(part, -1)
    if part != "total" and _has_bare(rows, place):
        return agrees_with_times({**bare, "length": place}, rows)
    cells = cells_of(rows, place)
    if not any(read_length(cell, "h") is not None for cell in cells):
        return False
    return all(
        (read_length(row[place], "h") or 0) <= seconds + CLOSE["h"]
        for row, seconds in rows_with_times(bare, rows)
        if len(row) > place
    )


def _net_column(
    bare: Mapping[str, int],
    columns: Mapping[str, int],
    rows: Sequence[Cells],
    pauses: Pauses,
) -> str:
    """The part that states the time between start and end without the break."""
    timed = rows_with_times(bare, rows)
    for part in (*LENGTHS, *UNSURE):
        place = columns.get(part, -1)
        unit = LENGTHS.get(part) or "h"
        pairs = [
            (read_length(row[place], unit), seconds - (pauses.seconds_of(row) or 0))
            for row, seconds in timed
            if 0 <= place < len(row)
        ]
        near = [p for p in pairs if p[0] is not None and abs(p[0] - p[1]) <= CLOSE["h"]]
        if 2 * len(near) > len(pairs):
            return part
    return ""
