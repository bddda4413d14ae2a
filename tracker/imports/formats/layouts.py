"""Which column of a table is what, by its header."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.errors import Unreadable
from tracker.imports.formats.cell_times import (
    is_moment,
    names_day,
    parted,
    seconds_between,
    split_range,
)
from tracker.imports.formats.headers import EDGES, meaning_of, numberless
from tracker.imports.formats.instants import instant
from tracker.imports.formats.length_columns import (
    ENDS,
    LENGTHS,
    Row,
    cells_of,
    check_one_length,
    with_length,
)
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.questions import answer

NARROW = 6
# So few cells may all be slips; more that are not what their header says make it none.
FEW = 3
DAYS = ("day", "start_day", "start", "stamp")
_WHOLE = {
    "start_clock": "start",
    "end_clock": "end",
    "start_day": "start",
    "end_day": "end",
    "day": "stamp",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: part to place. `header` is how many rows come before the first entry.

    `beside` are the columns of minutes, and seconds, that go with the length where that is of whole hours; `further`
    are those of starts and ends after the first, each pair an entry.
    """

    columns: dict[str, int]
    unit: str
    header: int
    beside: tuple[int, ...] = ()
    further: tuple[tuple[int, int], ...] = ()

    def place(self, part: str) -> int:
        """The column of a part; -1 where there is none."""
        return self.columns.get(part, -1)


def by_header(rows: Sequence[Row], first: int | None = None) -> Layout | None:
    """The layout that a header among the `first` rows gives: a day, or a start, and a length or an end."""
    for number, row in enumerate(rows[:first]):
        below = rows[number + 1 :]
        columns = with_moments(named(row, below), below)
        if not days_of(columns) or not _fits(
            map(names_day, cells_of(below, days_of(columns)[0]))
        ):
            continue
        _check_lengths(row, below, row[days_of(columns)[0]])
        columns, unit, beside = with_length(columns, row, below)
        if days_of(columns) and _says_length(columns, below):
            return Layout(
                _with_note(columns, row, below),
                unit,
                number + 1,
                beside,
                _further(columns, row),
            )
    return None


def named(row: Row, rows: Sequence[Row]) -> dict[str, int]:
    """The columns by their headers: of two for one part the plainer, and for the day one that holds days."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, cell in enumerate(row):
        part, rank = meaning_of(cell)
        if part:
            found.setdefault(part, []).append((rank, place))
    if len(found.get("day", ())) > 1:
        held = [
            (rank, place)
            for rank, place in found["day"]
            if any(map(names_day, cells_of(rows, place)))
        ]
        found["day"] = held or found["day"]
    columns = {part: min(places)[1] for part, places in found.items()}
    if {"first_name", "last_name"} <= columns.keys():
        columns.pop("user", None)
    if "tag" in columns:
        columns.setdefault(
            "tags" if {"day", "start_day"} & columns.keys() else "day",
            columns.pop("tag"),
        )
    return columns


def _check_lengths(row: Row, rows: Sequence[Row], day: str) -> None:
    """Refuse lengths in columns of which none is headed more plainly than another."""
    for part in LENGTHS:
        ranks = {
            place: meaning_of(cell)[1]
            for place, cell in enumerate(row)
            if meaning_of(cell)[0] == part
        }
        plainest = [
            place for place, rank in ranks.items() if rank == min(ranks.values())
        ]
        if len(plainest) > 1:
            check_one_length(part.removesuffix("_h"), row, rows, plainest, day)


def _further(columns: dict[str, int], row: Row) -> tuple[tuple[int, int], ...]:
    """The starts and ends that a row has beside its first: `In, Out, In, Out`.

    Raises Unreadable where they do not come in pairs.
    """
    if "length" in columns or "range" in columns:
        return ()
    starts, ends = (
        _again(columns.get(part, columns.get(f"{part}_clock", -1)), row)
        for part in ("start", "end")
    )
    if sorted([*starts, *ends]) != [
        place for pair in zip(starts, ends, strict=False) for place in pair
    ]:
        raise Unreadable(
            "A row has several starts or ends, and they are not in pairs.",
            answer(
                "Say which two count, with - for the others. For example",
                "--columns date,start,end,-,-",
            ),
        )
    return tuple(zip(starts, ends, strict=True))


def _again(place: int, row: Row) -> list[int]:
    """The columns after `place` that are headed as it is, but for a number."""
    headers = [numberless(cell) for cell in row]
    return [
        other
        for other in range(place + 1, len(row))
        if place >= 0 and headers[other] == headers[place]
    ]


def with_moments(columns: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """`columns` where those that hold whole moments, a day and a clock in one, are a `start`, an `end` or a `stamp`.

    A stamp gives the day only: it may be when the row was written. What is headed as a start or an end and says no time
    is left out.
    """
    columns = {
        part: place
        for part, place in columns.items()
        if part not in EDGES or _says_times(rows, place)
    }
    if (
        "time" in columns
        and not days_of(columns)
        and any(map(names_day, cells_of(rows, columns["time"])))
    ):
        columns["day"] = columns.pop("time")
    whole = {
        part
        for part in (*_WHOLE, "stamp")
        if any(map(is_moment, cells_of(rows, columns.get(part, -1))))
    }
    if "start_clock" in whole or (
        "start_day" in whole and "start_clock" not in columns
    ):
        columns = {
            _WHOLE.get(part, part) if part in whole else part: place
            for part, place in columns.items()
        }
    elif {"day", "start_day"} & whole:
        columns["stamp"] = columns.pop("day" if "day" in whole else "start_day")
    return _stamped(columns, rows) if "stamp" in columns else columns


def _stamped(columns: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """`columns` where a stamp is the start of those that have an end, and nothing where another column says the day."""
    stamp = columns.pop("stamp")
    if {"day", "start_day", "start"} & columns.keys():
        return columns
    begun = "start_clock" not in columns and (
        ENDS & columns.keys() or _exact(rows, stamp)
    )
    return {**columns, "start" if begun else "stamp": stamp}


def _says_times(rows: Sequence[Row], place: int) -> bool:
    """Whether a column says times, or is empty: `From` and `To` may be places."""
    cells = cells_of(rows, place)
    return not cells or any(map(_says_when, cells))


def _says_when(cell: str) -> bool:
    """Whether a cell says a day, a clock, both, or two clocks."""
    return (
        names_day(cell)
        or read_clock(parted(cell)[1]) is not None
        or split_range(cell) is not None
    )


def _exact(rows: Sequence[Row], place: int) -> bool:
    """Whether a column holds instants: moments with their offsets from UTC, and not all of them a day's beginning."""
    return any(
        instant(cell) is not None and not parted(cell)[1].startswith("00:00")
        for cell in cells_of(rows, place)
    )


def days_of(columns: dict[str, int]) -> list[int]:
    """The columns that a day can come from."""
    return [columns[part] for part in DAYS if part in columns]


def _fits(cells: Iterable[bool]) -> bool:
    """Whether any of a column's cells is what its header says, or they are too few to tell."""
    known = list(cells)
    return any(known) or len(known) < FEW


def _says_length(columns: dict[str, int], rows: Sequence[Row]) -> bool:
    """Whether a table states a length, or a start and an end, and its first rows do not belie it."""
    if "range" in columns:
        return True
    if "length" in columns:
        return bool(ENDS & columns.keys()) or _fits(
            read_length(cell, "h") is not None
            for cell in cells_of(rows, columns["length"])
        )
    start, end = (
        columns.get(part, columns.get(f"{part}_clock", -1)) for part in ("start", "end")
    )
    if min(start, end) < 0:
        return False
    both = [
        row for row in rows if len(row) > max(start, end) and row[start] and row[end]
    ]
    return _fits(seconds_between(row[start], row[end]) is not None for row in both)


def _with_note(
    columns: dict[str, int], row: Row, rows: Sequence[Row]
) -> dict[str, int]:
    """`columns` with the last one of a narrow table that nothing else is known of as its note, if that is text."""
    known = set(columns.values())
    rest = [place for place in range(len(row)) if place not in known and row[place]]
    if "note" in columns or len(row) > NARROW or not rest:
        return columns
    said = [each[rest[-1]] for each in rows if len(each) > rest[-1]]
    return (
        {**columns, "note": rest[-1]}
        if any(any(map(str.isalpha, text)) for text in said)
        else columns
    )
