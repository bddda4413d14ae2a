"""Which column of a table is what: by its header, by --columns, or by what stands in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.errors import Unreadable
from tracker.intake.formats.headers import part_of, plain_header
from tracker.intake.rules.clocks import read_clock
from tracker.intake.rules.dates import read_written
from tracker.intake.rules.lengths import bare, read_length
from tracker.words.columns import quoted

LENGTHS = {"duration_h": "h", "duration": "", "hours": "h", "minutes": "m", "seconds": "s"}
NARROW = 6
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
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: part to place. `header` is how many rows come before the first entry."""

    columns: dict[str, int]
    unit: str
    header: int

    def place(self, part: str) -> int:
        """The column of a part; -1 where there is none."""
        return self.columns.get(part, -1)


def by_header(rows: Sequence[Row]) -> Layout | None:
    """The layout that a header among the first rows gives: one that names a day, or a start, and a length or an end."""
    for number, row in enumerate(rows):
        columns = _moments(_named(row), rows[number + 1 :])
        if columns and {"day", "start_day", "start"} & columns.keys():
            columns, unit = _with_length(columns, rows[number + 1 :])
            columns = _with_note(columns, row, rows[number + 1 :])
            if "length" in columns or {"end", "end_clock"} & columns.keys():
                return Layout(columns, unit, number + 1)
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
    columns, unit = _with_length(columns, rows[header:])
    if not {"day", "start"} & columns.keys() or not {"length", "end"} & columns.keys():
        raise Unreadable(
            "--columns has to name a date or a start, and a length or an end.",
            "Type it like --columns date,project,minutes,note, with - for a column to leave out.",
        )
    return Layout(columns, unit, header)


def by_content(rows: Sequence[Row]) -> Layout | None:
    """The layout of a table without a header: its day, its one length, then a short text and a longer one."""
    width = len(rows[0]) if rows else 0
    if width < 2 or any(len(row) != width for row in rows):
        return None
    cells = list(zip(*rows, strict=True))
    days = [place for place in range(width) if all(read_written(cell) for cell in cells[place])]
    lengths = [
        place
        for place in range(width)
        if place not in days and all(read_length(cell, "h") is not None for cell in cells[place])
    ]
    texts = [place for place in range(width) if place not in days + lengths]
    if len(days) != 1 or len(lengths) != 1:
        return None
    return Layout({"day": days[0], "length": lengths[0], **dict(zip(("project", "note"), texts, strict=False))}, "", 0)


def _named(row: Row) -> dict[str, int]:
    columns: dict[str, int] = {}
    for place, cell in enumerate(row):
        part = part_of(cell)
        if part and part not in columns:
            columns[part] = place
    if "tag" in columns:
        columns.setdefault("tags" if "day" in columns or "start_day" in columns else "day", columns.pop("tag"))
    return columns


def _moments(columns: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """`columns` where what a header calls a time is a whole moment, with its day: a start, and an end."""
    place = columns.get("start_clock", -1)
    first = next((row[place] for row in rows if place >= 0 and len(row) > place and row[place]), "")
    if not re.match(r"\d+[-/.]\d+[-/.]\d+[T ]", first):
        return columns
    whole = {"start_clock": "start", "end_clock": "end"}
    return {whole.get(part, part): column for part, column in columns.items()}


def _with_length(columns: dict[str, int], rows: Sequence[Row]) -> tuple[dict[str, int], str]:
    """`columns` with the one that states the length as `length`, and its unit. A clock is taken before a number.

    Raises Unreadable where hours and minutes stand in columns of their own and nothing says how they go together.
    """
    found = [part for part in LENGTHS if part in columns]
    if "time" in columns:
        place = columns.pop("time")
        part = "start_clock" if found or {"end", "end_clock"} & columns.keys() else "duration"
        columns.setdefault(part, place)
        found += ["duration"] if part == "duration" else []
    if {"hours", "minutes"} <= set(found) and len(found) == 2:
        _check_same(rows, columns["hours"], columns["minutes"])
        found.remove("hours")
    if "duration" in found and len(found) > 1 and _bare(rows, columns["duration"]):
        found.remove("duration")
    rest = {part: place for part, place in columns.items() if part not in LENGTHS}
    return ({**rest, "length": columns[found[0]]}, LENGTHS[found[0]]) if found else (rest, "")


def _check_same(rows: Sequence[Row], hours: int, minutes: int) -> None:
    """Refuse a column of hours beside one of minutes, unless each says all of the length."""
    for row in (row for row in rows if len(row) > max(hours, minutes)):
        one, other = read_length(row[hours], "h"), read_length(row[minutes], "m")
        if one is not None and other is not None and abs(one - other) > 60:
            raise Unreadable(
                "Hours and minutes stand in two columns.", "Name the one that counts with --columns, as --help shows."
            )


def _with_note(columns: dict[str, int], row: Row, rows: Sequence[Row]) -> dict[str, int]:
    """`columns` with the last one of a narrow table that nothing else is known of as its note, if that is text."""
    known = set(columns.values())
    rest = [place for place in range(len(row)) if place not in known and row[place]]
    if "note" in columns or len(row) > NARROW or not rest:
        return columns
    said = [each[rest[-1]] for each in rows if len(each) > rest[-1]]
    return {**columns, "note": rest[-1]} if any(any(map(str.isalpha, text)) for text in said) else columns


def _bare(rows: Sequence[Row], place: int) -> bool:
    return any(len(row) > place and bare(row[place]) is not None for row in rows)


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
    return bool(read_written(cell) or read_written(cell[:10]) or read_clock(cell))
