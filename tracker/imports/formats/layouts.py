"""The layout of a table with a header: which column is which part of an entry."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.imports.formats.cell_times import seconds_between
from tracker.imports.formats.cells import says_day
from tracker.imports.formats.column_groups import (
    further_pairs,
    group_offsets,
    repeats_of,
    stacked_groups,
)
from tracker.imports.formats.headers import meaning_of, plain_header
from tracker.imports.formats.length_checks import check_lengths
from tracker.imports.formats.length_columns import with_length
from tracker.imports.formats.length_units import LENGTHS
from tracker.imports.formats.pauses import Pauses
from tracker.imports.formats.people import (
    check_people,
    with_addresses,
    with_people,
)
from tracker.imports.formats.statuses import are_statuses
from tracker.imports.formats.text_columns import tag_part, with_note
from tracker.imports.formats.time_columns import (
    DAYS,
    ENDS,
    Cells,
    cells_of,
    days_of,
    edge_place,
    with_moments,
)
from tracker.imports.formats.twelve_hour import counts_twelve_hours
from tracker.imports.formats.unknown_length import (
    check_net_length,
    check_unknown_length,
)
from tracker.imports.rules.lengths import read_length

# So few cells may all be slips; if more are wrong, their header means something else.
FEW = 3
MOST_ROWS_ABOVE = 100  # of a table that has a header
# Headers of statistics: beside them `Min` and `Std` are no units.
_STATISTICS = frozenset(("max", "mean", "avg", "average", "median"))


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: part to place.

    `header` is how many rows come before the first entry. `beside` are the columns of
    minutes, and seconds, that belong to a length in whole hours. `further` are those of
    starts and ends after the first: each pair is an entry. `offsets` are where groups
    of columns begin that say the same again. `has_face` where its clocks count twelve
    hours without saying which half of the day.
    """

    columns: dict[str, int]
    unit: str
    header: int
    beside: tuple[int, ...] = ()
    further: tuple[tuple[int, int], ...] = ()
    pauses: Pauses | None = None
    offsets: tuple[int, ...] = (0,)
    has_face: bool = False

    def place(self, part: str) -> int:
        """The column of a part; -1 where there is none."""
        return self.columns.get(part, -1)

    def used(self) -> set[int]:
        """The columns that it uses, of the first group."""
        others = [place for pair in self.further for place in pair]
        pauses = self.pauses or Pauses()
        others += [pauses.length, pauses.start, pauses.end]
        return {*self.columns.values(), *self.beside, *others}


def day_column(layout: Layout) -> int:
    """The column that an entry's day comes from; -1 where that is above the table."""
    places = (layout.columns[part] for part in DAYS if part in layout.columns)
    return next(places, -1)


def by_header(rows: Sequence[Cells], *, has_day_above: bool = False) -> Layout | None:
    """The layout that a header among the rows gives.

    It has a day or a start, and a length or an end. The day may stand above the table.
    """
    for number, row in enumerate(rows[:MOST_ROWS_ABOVE]):
        if not any(row):
            continue
        offsets = group_offsets(row)
        header = row[: offsets[1]] if len(offsets) > 1 else row
        below = stacked_groups(rows[number + 1 :], offsets, len(header))
        layout = _layout(header, below, has_day_above=has_day_above)
        if layout:
            return replace(
                layout,
                header=number + 1,
                offsets=offsets,
                has_face=_has_face(layout.columns, below),
            )
    return None


def _layout(
    header: Cells, rows: Sequence[Cells], *, has_day_above: bool
) -> Layout | None:
    """The layout of `rows` below their own `header`; None where it is none."""
    columns = with_moments(columns_by_headers(header, rows), rows)
    if not days_of(columns) and not has_day_above:
        columns = _with_blank_day(columns, header, rows)
    days = days_of(columns)
    if not days and not (has_day_above and _says_how_long(columns)):
        return None
    if days and not _fits(_says_day(rows, days[0])):
        return None
    if days == [columns.get("start")] and rows and not _has_days(rows, days[0]):
        return None  # its starts are clocks, of no day
    for part in check_lengths(header, rows, days[0] if days else 0):
        del columns[part]  # its columns are the parts of the total
    has_more_times = any(map(repeats_of(columns, header), ("start", "end")))
    lengths = with_length(columns, header, rows, checked=not has_more_times)
    columns = lengths.columns
    if not (days_of(columns) or has_day_above) or not _has_length(columns, rows):
        return None
    check_unknown_length(columns, header, rows)
    check_net_length(lengths, header, rows)
    check_people(columns, lengths.unit, header, rows)
    further = further_pairs(columns, header)
    columns = with_note(columns, header, rows, lengths.pauses)
    pauses = None if "length" in columns else lengths.pauses
    return Layout(columns, lengths.unit, 1, lengths.beside, further, pauses)


def _says_how_long(columns: dict[str, int]) -> bool:
    return not columns.keys().isdisjoint({*LENGTHS, "time", "total", "range"})


def columns_by_headers(header: Cells, rows: Sequence[Cells]) -> dict[str, int]:
    """The columns by their headers.

    Of two columns for one part the plainer header counts; for the day, a column that
    has days in `rows`.
    """
    candidates: dict[str, list[tuple[int, int]]] = {}
    for place, cell in enumerate(header):
        part, rank = meaning_of(cell)
        if part:
            candidates.setdefault(part, []).append((rank, place))
    days = candidates.get("day", [])
    if len(days) > 1:
        with_days = [pair for pair in days if _has_days(rows, pair[1])]
        candidates["day"] = with_days or days
    columns = {part: min(places)[1] for part, places in candidates.items()}
    if not are_statuses(cells_of(rows, columns.get("status", -1))):
        columns.pop("status", None)
    if "id" not in columns:
        columns.pop("updated", None)  # it dates a correction, which only an id shows
    columns = _with_units(columns, header)
    if "tag" in columns:
        place = columns.pop("tag")
        columns.setdefault(tag_part(cells_of(rows, place), columns), place)
    return with_addresses(with_people(columns, rows), rows)


def _with_units(columns: dict[str, int], header: Cells) -> dict[str, int]:
    """`columns` without those of lengths that may be no unit: `m`, `Min` beside `Max`."""
    headers = [plain_header(cell) for cell in header]
    doubtful: tuple[str, ...] = () if "hours" in columns else ("m",)  # metres
    if not _STATISTICS.isdisjoint(headers):
        doubtful = ("min", "std")  # the least, the deviation
    return {part: at for part, at in columns.items() if headers[at] not in doubtful}


def _has_days(rows: Sequence[Cells], place: int) -> bool:
    return any(_says_day(rows, place))


def _says_day(rows: Sequence[Cells], place: int) -> Iterator[bool]:
    """Of each filled cell of a column whether it is a day, perhaps with words after."""
    return map(says_day, cells_of(rows, place))


def _with_blank_day(
    columns: dict[str, int], header: Cells, rows: Sequence[Cells]
) -> dict[str, int]:
    """`columns` with the only one of days that has no header as the day."""
    places = [
        place
        for place, cell in enumerate(header)
        if not cell and _has_days(rows, place) and all(_says_day(rows, place))
    ]
    is_header = any(header) and not any(map(str.isdigit, "".join(header)))
    if len(places) != 1 or not is_header or len(header) < 2:
        return columns
    return {**columns, "day": places[0]}


def _fits(checks: Iterable[bool]) -> bool:
    """Whether any cell of a column is what its header says, or there are too few."""
    results = list(checks)
    return any(results) or len(results) < FEW


def _has_length(columns: dict[str, int], rows: Sequence[Cells]) -> bool:
    """Whether a table states a length, or a start and an end, and its rows agree."""
    if {"range", "stretch"} & columns.keys():
        return True
    if "length" in columns:
        cells = cells_of(rows, columns["length"])
        lengths = (read_length(cell, "h") is not None for cell in cells)
        return bool(ENDS & columns.keys()) or _fits(lengths)
    start, end = edge_place(columns, "start"), edge_place(columns, "end")
    if min(start, end) < 0:
        return False
    last = max(start, end)
    timed = [row for row in rows if len(row) > last and row[start] and row[end]]
    return _fits(seconds_between(row[start], row[end]) is not None for row in timed)


def _has_face(columns: dict[str, int], rows: Sequence[Cells]) -> bool:
    """Whether the clocks of a table count twelve hours."""
    parts = ("start_clock", "end_clock")
    return counts_twelve_hours(
        [cell for part in parts for cell in cells_of(rows, columns.get(part, -1))]
    )
