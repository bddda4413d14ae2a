"""Which column of a table says how long an entry is, and in what unit."""

from collections.abc import Sequence

from tracker.errors import Unreadable
from tracker.imports.formats.cell_times import are_ranges, is_clock, seconds_between
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.lengths import UNITS, bare, read_length
from tracker.imports.rules.questions import answer, answers, columns_by_header
from tracker.text.columns import quoted

Row = Sequence[str]
# Parts that state a length, and the unit each says; the first of a row counts. A clock is taken before a number.
LENGTHS = {
    "duration_h": "h",
    "duration": "",
    "hours": "h",
    "minutes": "m",
    "seconds": "s",
}
ENDS = frozenset({"end", "end_clock", "range"})
LATE = 10 * 3600
FOUR_DIGITS = 4
# How far a length may be from what two times make, or from the same in another unit: half of its last digit, or one cut
# off.
CLOSE = {"h": 180, "m": 60, "s": 2}


def with_length(
    columns: dict[str, int], row: Row, rows: Sequence[Row]
) -> tuple[dict[str, int], str, tuple[int, ...]]:
    """`columns` with the one that states the length as `length`, its unit, and the columns of minutes and seconds.

    Those are beside it where hours, minutes and seconds stand in a column each. `row` is the header, `rows` are below.
    Raises Unreadable where hours and minutes do not go together, or a time could be of the day as well as a length.
    """
    columns = _with_time(columns, row, rows)
    found = [
        part
        for part in LENGTHS
        if part in columns and not _is_empty(rows, columns[part])
    ]
    found = found or [part for part in LENGTHS if part in columns]
    if "duration" in found and len(found) > 1 and _is_bare(rows, columns["duration"]):
        found.remove("duration")
    beside: tuple[int, ...] = ()
    if found[:2] == ["hours", "minutes"]:
        beside = _beside(rows, columns)
        found = found if beside else found[1:]
    if not found and (total := _total(columns, rows)) >= 0:
        columns, found = {**columns, "duration": total}, ["duration"]
    rest = {
        part: place
        for part, place in columns.items()
        if part not in (*LENGTHS, "total", "sum")
    }
    if not found:
        return rest, "", ()
    unit = "" if beside else LENGTHS[found[0]]
    rest["length"] = columns[found[0]]
    return rest, unit or unit_by_times(rest, rows), beside


def cells_of(rows: Sequence[Row], place: int) -> list[str]:
    """What stands in a column, without the empty cells."""
    return [row[place] for row in rows if 0 <= place < len(row) and row[place]]


def _is_empty(rows: Sequence[Row], place: int) -> bool:
    return not cells_of(rows, place)


def _is_bare(rows: Sequence[Row], place: int) -> bool:
    return any(bare(cell) is not None for cell in cells_of(rows, place))


def _with_time(
    columns: dict[str, int], row: Row, rows: Sequence[Row]
) -> dict[str, int]:
    """`columns` with what is headed `Time` as a range, a start or a length, by its cells and by what is beside it."""
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
    """Whether lengths could be times of the day: all are written as clocks, or like `0930`, and some are late in it."""
    clocks = [
        read_clock(cell) if is_clock(cell) or len(cell) == FOUR_DIGITS else None
        for cell in cells
    ]
    return None not in clocks and any(
        clock is not None and clock >= LATE for clock in clocks
    )


def _check_length(
    columns: dict[str, int], row: Row, place: int, cells: Sequence[str]
) -> None:
    """Refuse to take for lengths what could be times of the day."""
    if could_be_clocks(cells):
        day = next(
            (
                row[columns[part]]
                for part in ("day", "start_day", "stamp", "start")
                if part in columns
            ),
            "DAY",
        )
        option = columns_by_header({"date": day, "duration": row[place]})
        raise Unreadable(
            f"{quoted(row[place])} could be a time of day or a length.",
            answer("If it is a length", option),
        )


def _beside(rows: Sequence[Row], columns: dict[str, int]) -> tuple[int, ...]:
    """The columns of minutes and seconds that go with one of hours; none where each says all of the length.

    Raises Unreadable where they do neither.
    """
    hours, minutes = columns["hours"], columns["minutes"]
    pairs = [
        (read_length(row[hours] or "0", "h"), read_length(row[minutes] or "0", "m"))
        for row in rows
        if len(row) > max(hours, minutes)
    ]
    known = [
        (one, other) for one, other in pairs if one is not None and other is not None
    ]
    if all(abs(one - other) <= CLOSE["h"] for one, other in known):
        return ()
    if all(one % 3600 == 0 and 0 <= other < 3600 for one, other in known):
        return (minutes, columns["seconds"]) if "seconds" in columns else (minutes,)
    raise Unreadable(
        "The columns of hours and minutes contradict each other.",
        answer("Say which one counts. For example", "--columns date,project,hours,-"),
    )


def _total(columns: dict[str, int], rows: Sequence[Row]) -> int:
    """The column of each row's own total, nowhere more than its two times make; bare numbers have to be called hours.

    -1 where there is none.
    """
    place = columns.get("total", -1)
    if place < 0 and not _is_bare(rows, columns.get("sum", -1)):
        place = columns.get("sum", -1)
    totals = [
        (read_length(cell, "h"), lasted)
        for cell, lasted in _lasted({**columns, "length": place}, rows)
    ]
    own = all(
        total is not None and total <= lasted + CLOSE["h"] for total, lasted in totals
    )
    return (
        place
        if own
        and any(read_length(cell, "h") is not None for cell in cells_of(rows, place))
        else -1
    )


def check_one_length(
    part: str, row: Row, rows: Sequence[Row], places: Sequence[int], day: str
) -> None:
    """Refuse several columns that are headed alike as lengths and do not say the same: of maths, and of physics.

    `day` is the header of the day.
    """
    first, *others = places
    for other in others:
        pairs = [
            (read_length(each[first], "h"), read_length(each[other], "h"))
            for each in rows
            if len(each) > other
        ]
        known = [
            (one, more) for one, more in pairs if one is not None and more is not None
        ]
        if any(abs(one - more) > CLOSE["h"] for one, more in known):
            options = {
                f"If {quoted(row[chosen])} counts": columns_by_header(
                    {"date": day, part: row[chosen]}
                )
                for chosen in (first, other)
            }
            raise Unreadable(
                f"{quoted(row[first])} and {quoted(row[other])} could both be the length.",
                answers(options),
            )


def unit_by_times(columns: dict[str, int], rows: Sequence[Row]) -> str:
    """The unit in which bare lengths are what the two times of most rows make; nothing where none is."""
    pairs = [
        (number, lasted)
        for cell, lasted in _lasted(columns, rows)
        if (number := bare(cell))
    ]
    fits = {
        unit: sum(
            abs(number * size - lasted) <= CLOSE[unit] for number, lasted in pairs
        )
        for unit, size in UNITS.items()
    }
    best = max(fits, key=lambda unit: fits[unit])
    return (
        best
        if 2 * fits[best] > len(pairs) and list(fits.values()).count(fits[best]) == 1
        else ""
    )


def agrees(columns: dict[str, int], rows: Sequence[Row]) -> bool:
    """Whether the lengths of most rows are what their two times make."""
    unit = unit_by_times(columns, rows)
    pairs = [
        (read_length(cell, unit), lasted) for cell, lasted in _lasted(columns, rows)
    ]
    return 2 * sum(
        length is not None and abs(length - lasted) <= CLOSE[unit or "m"]
        for length, lasted in pairs
    ) > len(pairs)


def _lasted(columns: dict[str, int], rows: Sequence[Row]) -> list[tuple[str, int]]:
    """The length that each row states, with the seconds between its two times, where it has all three."""
    places = [
        columns.get("start", columns.get("start_clock", -1)),
        columns.get("end", columns.get("end_clock", -1)),
        columns.get("length", -1),
    ]
    if min(places) < 0:
        return []
    found = [[row[place] for place in places] for row in rows if len(row) > max(places)]
    return [
        (cell, lasted)
        for start, end, cell in found
        if cell and (lasted := seconds_between(start, end))
    ]
