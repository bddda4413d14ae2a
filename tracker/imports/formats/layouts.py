"""The layout of a table with a header: which column is which part of an entry."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.errors import Unreadable
from tracker.imports.formats.cell_times import has_day, seconds_between
from tracker.imports.formats.headers import meaning_of, without_number
from tracker.imports.formats.length_columns import (
    ENDS,
    LENGTHS,
    cells_of,
    check_one_length,
    with_length,
)
from tracker.imports.formats.length_units import Row
from tracker.imports.formats.moment_columns import DAYS, days_of, with_moments
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.months import is_weekday
from tracker.imports.rules.questions import answer

NARROW = 6  # columns
# So few cells may all be slips; if more are wrong, their header means something else.
FEW = 3
# What stands between or before the tags of a cell that holds several.
_SEVERAL = frozenset(",;#|")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: part to place.

    `header` is how many rows come before the first entry. `beside` are the columns of
    minutes, and seconds, that belong to a length in whole hours. `further` are those of
    starts and ends after the first: each pair is an entry.
    """

    columns: dict[str, int]
    unit: str
    header: int
    beside: tuple[int, ...] = ()
    further: tuple[tuple[int, int], ...] = ()

    def place(self, part: str) -> int:
        """The column of a part; -1 where there is none."""
        return self.columns.get(part, -1)


def day_column(layout: Layout) -> int:
    """The column that an entry's day comes from."""
    return next(layout.columns[part] for part in DAYS if part in layout.columns)


def by_header(rows: Sequence[Row], first: int | None = None) -> Layout | None:
    """The layout that a header among the `first` rows gives.

    It has a day or a start, and a length or an end.
    """
    for number, row in enumerate(rows[:first]):
        below = rows[number + 1 :]
        columns = with_moments(columns_by_headers(row, below), below)
        if not days_of(columns):
            continue
        day = days_of(columns)[0]
        if not _fits(map(has_day, cells_of(below, day))):
            continue
        _check_lengths(row, below, row[day])
        columns, unit, beside = with_length(columns, row, below)
        if days_of(columns) and _has_length(columns, below):
            further = _further_pairs(columns, row)
            columns = _with_note(columns, row, below)
            return Layout(columns, unit, number + 1, beside, further)
    return None


def columns_by_headers(row: Row, rows: Sequence[Row]) -> dict[str, int]:
    """The columns by their headers in `row`.

    Of two columns for one part the plainer header counts; for the day, a column that
    has days in `rows`.
    """
    candidates: dict[str, list[tuple[int, int]]] = {}
    for place, cell in enumerate(row):
        part, rank = meaning_of(cell)
        if part:
            candidates.setdefault(part, []).append((rank, place))
    days = candidates.get("day", [])
    if len(days) > 1:
        with_days = [pair for pair in days if _has_days(rows, pair[1])]
        candidates["day"] = with_days or days
    columns = {part: min(places)[1] for part, places in candidates.items()}
    if {"first_name", "last_name"} <= columns.keys():
        columns.pop("user", None)
    if "tag" in columns:
        place = columns.pop("tag")
        columns.setdefault(_tag_part(cells_of(rows, place), columns), place)
    return columns


def _tag_part(cells: Sequence[str], columns: Iterable[str]) -> str:
    """What a column headed `Tag` is: the day, in German, or the project, or tags.

    It is the project where there is no other and each cell is one name.
    """
    if any(map(has_day, cells)):
        return "day"
    if "project" in columns or not all(map(_is_one_name, cells)):
        return "tags"
    return "project"


def _is_one_name(cell: str) -> bool:
    """Whether a cell holds one name: `Maths`, not `#rl, #maths` or a weekday."""
    if is_weekday(cell.casefold().strip(".")) or not _SEVERAL.isdisjoint(cell):
        return False
    return any(map(str.isalpha, cell))


def _has_days(rows: Sequence[Row], place: int) -> bool:
    return any(map(has_day, cells_of(rows, place)))


def _check_lengths(row: Row, rows: Sequence[Row], day: str) -> None:
    """Refuse several columns of lengths that are headed equally plainly."""
    for part in LENGTHS:
        ranks = {
            place: meaning_of(cell)[1]
            for place, cell in enumerate(row)
            if meaning_of(cell)[0] == part
        }
        plainest = min(ranks.values(), default=0)
        places = [place for place, rank in ranks.items() if rank == plainest]
        if len(places) > 1:
            check_one_length(part.removesuffix("_h"), row, rows, places, day)


def _further_pairs(columns: dict[str, int], row: Row) -> tuple[tuple[int, int], ...]:
    """The starts and ends of a row after its first: `In, Out, In, Out`.

    Raises Unreadable where they are not in pairs.
    """
    if "length" in columns or "range" in columns:
        return ()
    starts, ends = (
        _repeated(columns.get(part, columns.get(f"{part}_clock", -1)), row)
        for part in ("start", "end")
    )
    in_pairs = [place for pair in zip(starts, ends, strict=False) for place in pair]
    if sorted([*starts, *ends]) != in_pairs:
        raise Unreadable(
            "A row has several starts or ends, and they are not in pairs.",
            answer(
                "Say which two count, with - for the others. For example",
                "--columns date,start,end,-,-",
            ),
        )
    return tuple(zip(starts, ends, strict=True))


def _repeated(place: int, row: Row) -> list[int]:
    """The columns after `place` that have the same header but for a number."""
    if place < 0:
        return []
    headers = [without_number(cell) for cell in row]
    places = range(place + 1, len(row))
    return [other for other in places if headers[other] == headers[place]]


def _fits(checks: Iterable[bool]) -> bool:
    """Whether any cell of a column is what its header says, or there are too few."""
    results = list(checks)
    return any(results) or len(results) < FEW


def _has_length(columns: dict[str, int], rows: Sequence[Row]) -> bool:
    """Whether a table states a length, or a start and an end, and its rows agree."""
    if "range" in columns:
        return True
    if "length" in columns:
        cells = cells_of(rows, columns["length"])
        lengths = (read_length(cell, "h") is not None for cell in cells)
        return bool(ENDS & columns.keys()) or _fits(lengths)
    start, end = (
        columns.get(part, columns.get(f"{part}_clock", -1)) for part in ("start", "end")
    )
    if min(start, end) < 0:
        return False
    last = max(start, end)
    timed = [row for row in rows if len(row) > last and row[start] and row[end]]
    return _fits(seconds_between(row[start], row[end]) is not None for row in timed)


def _with_note(
    columns: dict[str, int], row: Row, rows: Sequence[Row]
) -> dict[str, int]:
    """`columns` with a note, if the last unknown column of a narrow table is text."""
    used = set(columns.values())
    unknown = [place for place in range(len(row)) if place not in used and row[place]]
    if "note" in columns or len(row) > NARROW or not unknown:
        return columns
    place = unknown[-1]
    cells = [other[place] for other in rows if len(other) > place]
    if any(letter.isalpha() for cell in cells for letter in cell):
        return {**columns, "note": place}
    return columns
