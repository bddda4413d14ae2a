"""Which column of a table is what, by its header or by --columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.errors import Unreadable
from tracker.intake.formats.headers import meaning_of, plain_header
from tracker.intake.formats.instants import instant
from tracker.intake.formats.measures import ENDS, Row, cells_of, with_length
from tracker.intake.formats.moments import is_day, is_moment, parted, seconds_between
from tracker.intake.rules.clocks import read_clock
from tracker.intake.rules.lengths import read_length
from tracker.words.columns import quoted

NARROW = 6
# So few cells may all be slips; more that are not what their header says make it none.
FEW = 3
SPOKEN = (
    "date",
    "start",
    "end",
    "hours",
    "minutes",
    "seconds",
    "duration",
    "project",
    "note",
    "tags",
    "user",
    "id",
    "-",
)
_PARTS = {"date": "day", "-": "", "": ""}
DAYS = ("day", "start_day", "start", "stamp")
_WHOLE = {"start_clock": "start", "end_clock": "end", "start_day": "start", "end_day": "end", "day": "stamp"}


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: part to place. `header` is how many rows come before the first entry.

    `beside` are the columns of minutes, and seconds, that go with the length where that is of whole hours.
    """

    columns: dict[str, int]
    unit: str
    header: int
    beside: tuple[int, ...] = ()

    def place(self, part: str) -> int:
        """The column of a part; -1 where there is none."""
        return self.columns.get(part, -1)


def by_header(rows: Sequence[Row]) -> Layout | None:
    """The layout that a header among the first rows gives: one that names a day, or a start, and a length or an end."""
    for number, row in enumerate(rows):
        below = rows[number + 1 :]
        columns = _with_moments(_named(row, below), below)
        if not _days_of(columns) or not _fits(map(_names_day, cells_of(below, _days_of(columns)[0]))):
            continue
        _check_once(row)
        columns, unit, beside = with_length(columns, row, below)
        if _says_length(columns, below):
            return Layout(_with_note(columns, row, below), unit, number + 1, beside)
    return None


def by_names(told: str, rows: Sequence[Row]) -> Layout:
    """The layout that `--columns` tells: parts in the order of the columns, or `part=Header` pairs.

    Raises Unreadable for a part that is none, and where day and length are not among them.
    """
    words = [word.strip() for word in told.split(",")]
    if any("=" in word for word in words):
        columns, header = _by_pairs(words, rows)
    else:
        columns = {_part(word): place for place, word in enumerate(words) if _part(word)}
        header = int(bool(rows) and not _is_day(rows[0], columns.get("day", columns.get("start", 0))))
    columns = _with_moments(columns, rows[header:])
    columns, unit, beside = with_length(columns, rows[header - 1] if header else (), rows[header:])
    if not _days_of(columns) or not ("length" in columns or ENDS & columns.keys()):
        raise Unreadable(
            "--columns has to name a date or a start, and a length or an end.",
            "Type it like --columns date,project,minutes,note, with - for a column to leave out.",
        )
    return Layout(columns, unit, header, beside)


def _named(row: Row, rows: Sequence[Row]) -> dict[str, int]:
    """The columns by their headers: of two for one part the plainer, and for the day one that holds days."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, cell in enumerate(row):
        part, rank = meaning_of(cell)
        if part:
            found.setdefault(part, []).append((rank, place))
    if len(found.get("day", ())) > 1:
        held = [(rank, place) for rank, place in found["day"] if any(map(_names_day, cells_of(rows, place)))]
        found["day"] = held or found["day"]
    columns = {part: min(places)[1] for part, places in found.items()}
    if "tag" in columns:
        columns.setdefault("tags" if {"day", "start_day"} & columns.keys() else "day", columns.pop("tag"))
    return columns


def _check_once(row: Row) -> None:
    """Refuse two columns of one header for a start or an end."""
    headers = [plain_header(cell) for cell in row if meaning_of(cell)[0] in ("start", "start_clock", *ENDS)]
    if len(set(headers)) < len(headers):
        raise Unreadable(
            "It has more than one start or end in a row.",
            "Name the two that count with --columns, like --columns date,start,end,-,-, and then the others.",
        )


def _with_moments(columns: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """`columns` where those that hold whole moments, a day and a clock in one, are a `start`, an `end` or a `stamp`.

    A stamp gives the day only: it may be when the row was written.
    """
    columns = dict(columns)
    if "time" in columns and not _days_of(columns) and any(map(_names_day, cells_of(rows, columns["time"]))):
        columns["day"] = columns.pop("time")
    whole = {part for part in (*_WHOLE, "stamp") if any(map(is_moment, cells_of(rows, columns.get(part, -1))))}
    if "start_clock" in whole or ("start_day" in whole and "start_clock" not in columns):
        columns = {_WHOLE.get(part, part) if part in whole else part: place for part, place in columns.items()}
    elif {"day", "start_day"} & whole:
        columns["stamp"] = columns.pop("day" if "day" in whole else "start_day")
    if "stamp" not in columns:
        return columns
    if {"day", "start_day", "start"} & columns.keys():
        del columns["stamp"]
    elif "start_clock" not in columns and (ENDS & columns.keys() or _exact(rows, columns["stamp"])):
        columns["start"] = columns.pop("stamp")
    return columns


def _exact(rows: Sequence[Row], place: int) -> bool:
    """Whether a column holds moments with their offsets from UTC, of which only the instant is known."""
    return any(instant(cell) is not None for cell in cells_of(rows, place))


def _days_of(columns: dict[str, int]) -> list[int]:
    """The columns that a day can come from."""
    return [columns[part] for part in DAYS if part in columns]


def _names_day(cell: str) -> bool:
    return is_day(parted(cell)[0]) or instant(cell) is not None


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
            read_length(cell, "h") is not None for cell in cells_of(rows, columns["length"])
        )
    start, end = (columns.get(part, columns.get(f"{part}_clock", -1)) for part in ("start", "end"))
    if min(start, end) < 0:
        return False
    both = [row for row in rows if len(row) > max(start, end) and row[start] and row[end]]
    return _fits(seconds_between(row[start], row[end]) is not None for row in both)


def _with_note(columns: dict[str, int], row: Row, rows: Sequence[Row]) -> dict[str, int]:
    """`columns` with the last one of a narrow table that nothing else is known of as its note, if that is text."""
    known = set(columns.values())
    rest = [place for place in range(len(row)) if place not in known and row[place]]
    if "note" in columns or len(row) > NARROW or not rest:
        return columns
    said = [each[rest[-1]] for each in rows if len(each) > rest[-1]]
    return {**columns, "note": rest[-1]} if any(any(map(str.isalpha, text)) for text in said) else columns


def _part(word: str) -> str:
    plain = word.casefold()
    if plain not in SPOKEN and plain:
        raise Unreadable(f"{quoted(word)} is no part of an entry.", f"The parts are {', '.join(SPOKEN)}.")
    return _PARTS.get(plain, plain)


def _by_pairs(words: Sequence[str], rows: Sequence[Row]) -> tuple[dict[str, int], int]:
    """Columns by `part=Header`, and how many rows there are up to that header."""
    pairs = [word.partition("=") for word in words]
    wanted = {_part(part.strip()): plain_header(header) for part, _, header in pairs}
    for number, row in enumerate(rows):
        places = {plain_header(cell): place for place, cell in reversed(list(enumerate(row)))}
        if set(wanted.values()) <= places.keys():
            return {part: places[header] for part, header in wanted.items() if part}, number + 1
    raise Unreadable("No row has all the headers that --columns names.", "Type them as the file has them.")


def _is_day(row: Row, place: int) -> bool:
    cell = row[place] if place < len(row) else ""
    return _names_day(cell) or read_clock(cell) is not None
