"""The layout of a table as --columns tells it."""

from collections.abc import Sequence

from tracker.errors import Unreadable
from tracker.imports.formats.cell_times import names_day
from tracker.imports.formats.headers import plain_header
from tracker.imports.formats.layouts import Layout, days_of, named, with_moments
from tracker.imports.formats.length_columns import ENDS, Row, with_length
from tracker.imports.rules.clocks import read_clock
from tracker.text.columns import quoted

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
_TEXTS = (
    "project",
    "task",
    "note",
    "tags",
    "user",
    "first_name",
    "last_name",
    "email",
    "id",
)
_PARTS = {"date": "day", "-": "", "": ""}


def by_names(told: str, rows: Sequence[Row]) -> Layout:
    """The layout that `--columns` tells: parts in the order of the columns, or `part=Header` pairs.

    Raises Unreadable for a part that is none, and where day and length are not among them.
    """
    words = [word.strip() for word in told.split(",")]
    if any("=" in word for word in words):
        columns, header = _by_pairs(words, rows)
    else:
        columns = {
            _part(word): place for place, word in enumerate(words) if _part(word)
        }
        header = int(
            bool(rows)
            and not _is_day(rows[0], columns.get("day", columns.get("start", 0)))
        )
    columns = with_moments(columns, rows[header:])
    columns, unit, beside = with_length(
        columns, rows[header - 1] if header else (), rows[header:]
    )
    if not days_of(columns) or not ("length" in columns or ENDS & columns.keys()):
        raise Unreadable(
            "--columns has to name a date or a start, and a length or an end.",
            "Type it like --columns date,project,minutes,note, with - for a column to leave out.",
        )
    return Layout(columns, unit, header, beside)


def _part(word: str) -> str:
    plain = word.casefold()
    if plain not in SPOKEN and plain:
        raise Unreadable(
            f"{quoted(word)} is no part of an entry.",
            f"The parts are {', '.join(SPOKEN)}.",
        )
    return _PARTS.get(plain, plain)


def _by_pairs(words: Sequence[str], rows: Sequence[Row]) -> tuple[dict[str, int], int]:
    """Columns by `part=Header`, those of texts and people by their own, and how many rows there are up to them."""
    pairs = [word.partition("=") for word in words]
    wanted = {_part(part.strip()): plain_header(header) for part, _, header in pairs}
    for number, row in enumerate(rows):
        places = {
            plain_header(cell): place for place, cell in reversed(list(enumerate(row)))
        }
        if set(wanted.values()) <= places.keys():
            told = {part: places[header] for part, header in wanted.items() if part}
            known = {
                part: place
                for part, place in named(row, rows[number + 1 :]).items()
                if part in _TEXTS
            }
            return {
                part: place
                for part, place in known.items()
                if place not in told.values()
            } | told, number + 1
    raise Unreadable(
        "No row has all the headers that --columns names.",
        "Type them as the file has them.",
    )


def _is_day(row: Row, place: int) -> bool:
    cell = row[place] if place < len(row) else ""
    return names_day(cell) or read_clock(cell) is not None
