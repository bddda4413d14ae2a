"""Whether what a table states as lengths can be its lengths; if not, it is asked about."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from tracker.imports.formats.cell_times import is_clock
from tracker.imports.formats.headers import meaning_of, plain_header
from tracker.imports.formats.length_questions import (
    ask_about_clocks,
    ask_about_contradiction,
    ask_about_minutes_and_seconds,
    ask_about_running_total,
    ask_which_length,
)
from tracker.imports.formats.length_units import CLOSE, LENGTHS, is_far_from_times
from tracker.imports.formats.time_columns import ENDS, Cells, cells_of
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.lengths import bare_number, read_length
from tracker.limits import HOUR

LATE = 10 * HOUR  # few sessions are so long, many times of day so late
FOUR_DIGITS = 4
# Headers of lengths in hours, or of the hour at which something was.
_HOUR_OF_DAY = frozenset(("hour", "hora", "heure", "ora", "uur", "stunde", "час"))
# So many lengths that only rise may be a running total: of any column, of a total.
MANY_RISING, FEW_RISING = 8, 3
# The same of any column, if they rise by equal steps.
FEW_EVEN = 5
# Parts whose headers do not promise a length of each row.
UNSURE = ("total", "sum", "weak")


def could_be_clocks(cells: Sequence[str]) -> bool:
    """Whether lengths could be times of day.

    All are written as clocks, or like `0930`, and some are late in the day, or most are
    longer than most sessions.
    """
    clocks = [
        read_clock(cell) if is_clock(cell) or len(cell) == FOUR_DIGITS else None
        for cell in cells
    ]
    times = [clock for clock in clocks if clock is not None]
    if not times or len(times) < len(clocks):
        return False
    return max(times) >= LATE or median(times) >= LATE // 2


def could_be_hours_of_day(header: str, cells: Sequence[str]) -> bool:
    """Whether whole numbers below `Hour` could be of a clock: 9, 14, 20."""
    numbers = [bare_number(cell) for cell in cells]
    whole = [number for number in numbers if number is not None and number % 1 == 0]
    is_of_day = plain_header(header) in _HOUR_OF_DAY and len(whole) == len(cells)
    return is_of_day and max(whole, default=0) * HOUR >= LATE


def check_length(
    columns: Mapping[str, int],
    unit: str,
    part: str,
    header: Cells,
    rows: Sequence[Cells],
) -> None:
    """Ask where a length contradicts its two times, or only rises from row to row."""
    place = columns["length"]
    if ENDS & columns.keys():
        if is_far_from_times(columns, rows, unit):
            ask_about_contradiction(columns, header, part)
        return
    cells = cells_of(rows, place)
    if header and could_be_hours_of_day(header[place], cells):
        ask_about_clocks(columns, header, place, part)
    if unit in ("", "h") and _could_be_minutes_and_seconds(cells):
        ask_about_minutes_and_seconds(columns, header, part)
    lengths = [read_length(cell, unit or "h") for cell in cells]
    if _only_rises([length for length in lengths if length], part):
        ask_about_running_total(columns, header, part)


def _could_be_minutes_and_seconds(cells: Sequence[str]) -> bool:
    """Whether lengths like `25:00` are, as hours, longer than most sessions."""
    long = [
        cell
        for cell in cells
        if cell.count(":") == 1 and (read_length(cell, "h") or 0) >= LATE
    ]
    return 2 * len(long) > len(cells)


def _only_rises(lengths: Sequence[int], part: str) -> bool:
    """Whether lengths never fall, and are so many that they may be a running total."""
    rising = sum(one < other for one, other in pairwise(lengths))
    falls = any(one > other for one, other in pairwise(lengths))
    if falls:
        return False
    if part in UNSURE:
        return rising >= FEW_RISING - 1
    steps = {other - one for one, other in pairwise(lengths)}
    few = FEW_EVEN if len(steps) == 1 else MANY_RISING
    return rising >= few - 1 and rising == len(lengths) - 1


def _check_one_length(
    part: str, header: Cells, rows: Sequence[Cells], places: Sequence[int], day: int
) -> None:
    """Refuse columns that are headed alike as lengths and differ: of maths, of physics.

    `day` is the column of the day.
    """
    first, *others = places
    for other in others:
        pairs = [
            (read_length(cells[first], "h"), read_length(cells[other], "h"))
            for cells in rows
            if len(cells) > other
        ]
        known = [pair for pair in pairs if None not in pair]
        if any(abs((one or 0) - (two or 0)) > CLOSE["h"] for one, two in known):
            ask_which_length(part, header, (first, other), day)


def check_lengths(header: Cells, rows: Sequence[Cells], day: int) -> Iterator[str]:
    """Refuse several columns of lengths that are headed equally plainly.

    Yields the part whose columns are together the total.
    """
    parts = [meaning_of(cell)[0] for cell in header]
    total = parts.index("total") if "total" in parts else -1
    for part in LENGTHS:
        ranks = {
            place: meaning_of(cell)[1]
            for place, cell in enumerate(header)
            if meaning_of(cell)[0] == part and cells_of(rows, place)
        }
        plainest = min(ranks.values(), default=0)
        places = [place for place, rank in ranks.items() if rank == plainest]
        if len(places) > 1 and _add_up(rows, places, total):
            yield part
        elif len(places) > 1:
            _check_one_length(part.removesuffix("_h"), header, rows, places, day)


def _add_up(rows: Sequence[Cells], places: Sequence[int], total: int) -> bool:
    """Whether lengths are the parts of the total in another column of each row."""
    if total < 0:
        return False
    lengths = [
        [read_length(row[place], "h") or 0 for place in (*places, total)]
        for row in rows
        if len(row) > max(*places, total) and row[total]
    ]
    close = CLOSE["h"] * len(places)
    return all(abs(sum(parts) - whole) <= close for *parts, whole in lengths)
