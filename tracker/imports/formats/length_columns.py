"""Which column of a table says how long an entry is, and in what unit."""

from collections.abc import Mapping, Sequence

from tracker.errors import Unreadable
from tracker.imports.formats.cell_times import are_ranges, is_clock
from tracker.imports.formats.length_units import (
    CLOSE,
    Row,
    lengths_and_times,
    unit_by_times,
)
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.lengths import bare_number, read_length
from tracker.imports.rules.questions import answer, answers, columns_by_header
from tracker.limits import HOUR
from tracker.text.columns import quoted

# Parts that state a length, and the unit that each says. The first that a table has
# counts: a length like a clock before a number.
LENGTHS = {
    "duration_h": "h",
    "duration": "",
    "hours": "h",
    "minutes": "m",
    "seconds": "s",
}
ENDS = frozenset({"end", "end_clock", "range"})
LATE = 10 * HOUR  # few sessions are so long, many times of day so late
FOUR_DIGITS = 4


def with_length(
    columns: dict[str, int], row: Row, rows: Sequence[Row]
) -> tuple[dict[str, int], str, tuple[int, ...]]:
    """`columns` with the one that states the length as `length`, and its unit.

    Last, the columns of minutes and seconds, where hours, minutes and seconds have a
    column each. `row` is the header, `rows` are below it. Raises Unreadable where hours
    and minutes contradict each other, or a time could be of day as well as a length.
    """
    columns = _with_time(columns, row, rows)
    parts = _length_parts(columns, rows)
    beside: tuple[int, ...] = ()
    if parts[:2] == ["hours", "minutes"]:
        beside = _columns_beside(rows, columns)
        parts = parts if beside else parts[1:]
    if not parts and (total := _total_column(columns, rows)) >= 0:
        columns, parts = {**columns, "duration": total}, ["duration"]
    others = {
        part: place
        for part, place in columns.items()
        if part not in (*LENGTHS, "total", "sum")
    }
    if not parts:
        return others, "", ()
    unit = "" if beside else LENGTHS[parts[0]]
    others["length"] = columns[parts[0]]
    return others, unit or unit_by_times(others, rows), beside


def _length_parts(columns: Mapping[str, int], rows: Sequence[Row]) -> list[str]:
    """The parts of a table that state lengths: those with cells, if any has."""
    parts = [part for part in LENGTHS if part in columns]
    parts = [part for part in parts if cells_of(rows, columns[part])] or parts
    if "duration" in parts and len(parts) > 1 and _has_bare(rows, columns["duration"]):
        parts.remove("duration")
    return parts


def cells_of(rows: Sequence[Row], place: int) -> list[str]:
    """The cells of a column that are not empty."""
    return [row[place] for row in rows if 0 <= place < len(row) and row[place]]


def _has_bare(rows: Sequence[Row], place: int) -> bool:
    """Whether a column has numbers without a unit."""
    return any(bare_number(cell) is not None for cell in cells_of(rows, place))


def _with_time(
    columns: dict[str, int], row: Row, rows: Sequence[Row]
) -> dict[str, int]:
    """`columns` with the one headed `Time` as a range, a start or a length.

    Its cells and the columns beside it decide.
    """
    columns = dict(columns)
    for part in ("time", "duration", "start_clock", "start", "hours"):
        cells = cells_of(rows, columns.get(part, -1))
        if are_ranges(cells):
            columns["range"] = columns.pop(part)
            return columns
    if "time" not in columns:
        return columns
    place = columns.pop("time")
    cells = cells_of(rows, place)
    if (LENGTHS.keys() | ENDS) & columns.keys():
        columns.setdefault("start_clock", place)
    elif not cells or any(read_length(cell, "h") is not None for cell in cells):
        _check_length(columns, row, place, cells)
        columns["duration"] = place
    return columns


def could_be_clocks(cells: Sequence[str]) -> bool:
    """Whether lengths could be times of day.

    All are written as clocks, or like `0930`, and some are late in the day.
    """
    clocks = [
        read_clock(cell) if is_clock(cell) or len(cell) == FOUR_DIGITS else None
        for cell in cells
    ]
    late = [clock for clock in clocks if clock is not None and clock >= LATE]
    return None not in clocks and bool(late)


def _check_length(
    columns: Mapping[str, int], row: Row, place: int, cells: Sequence[str]
) -> None:
    """Refuse to read as lengths what could be times of day."""
    if not could_be_clocks(cells):
        return
    days = ("day", "start_day", "stamp", "start")
    day = next((row[columns[part]] for part in days if part in columns), "DAY")
    option = columns_by_header({"date": day, "duration": row[place]})
    raise Unreadable(
        f"{quoted(row[place])} could be a time of day or a length.",
        answer("If it is a length", option),
    )


def _columns_beside(rows: Sequence[Row], columns: Mapping[str, int]) -> tuple[int, ...]:
    """The columns of minutes and seconds that belong to one of hours.

    None where each column states the whole length. Raises Unreadable where they do
    neither.
    """
    hours, minutes = columns["hours"], columns["minutes"]
    pairs = [
        (read_length(row[hours] or "0", "h"), read_length(row[minutes] or "0", "m"))
        for row in rows
        if len(row) > max(hours, minutes)
    ]
    lengths = _without_none(pairs)
    if all(abs(one - other) <= CLOSE["h"] for one, other in lengths):
        return ()
    if all(one % HOUR == 0 and 0 <= other < HOUR for one, other in lengths):
        return (minutes, columns["seconds"]) if "seconds" in columns else (minutes,)
    raise Unreadable(
        "The columns of hours and minutes contradict each other.",
        answer("Say which one counts. For example", "--columns date,project,hours,-"),
    )


def _without_none(
    pairs: Sequence[tuple[int | None, int | None]],
) -> list[tuple[int, int]]:
    return [
        (one, other) for one, other in pairs if one is not None and other is not None
    ]


def _total_column(columns: Mapping[str, int], rows: Sequence[Row]) -> int:
    """The column of each row's own total; -1 where there is none.

    It is nowhere more than its two times make; bare numbers must be headed as hours.
    """
    place = columns.get("total", -1)
    if place < 0 and not _has_bare(rows, columns.get("sum", -1)):
        place = columns.get("sum", -1)
    for cell, seconds in lengths_and_times({**columns, "length": place}, rows):
        total = read_length(cell, "h")
        if total is None or total > seconds + CLOSE["h"]:
            return -1
    cells = cells_of(rows, place)
    return place if any(read_length(cell, "h") is not None for cell in cells) else -1


def check_one_length(
    part: str, row: Row, rows: Sequence[Row], places: Sequence[int], day: str
) -> None:
    """Refuse columns that are headed alike as lengths and differ: of maths, of physics.

    `row` is the header; `day` is the header of the day.
    """
    first, *others = places
    for other in others:
        pairs = [
            (read_length(cells[first], "h"), read_length(cells[other], "h"))
            for cells in rows
            if len(cells) > other
        ]
        if all(abs(one - two) <= CLOSE["h"] for one, two in _without_none(pairs)):
            continue
        options = {
            f"If {quoted(row[place])} counts": columns_by_header(
                {"date": day, part: row[place]}
            )
            for place in (first, other)
        }
        raise Unreadable(
            f"{quoted(row[first])} and {quoted(row[other])} could both be the length.",
            answers(options),
        )
