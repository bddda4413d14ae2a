"""The layout of a table as the option `--columns` says it."""

from collections.abc import Mapping, Sequence

from tracker.errors import Unreadable
from tracker.imports.formats.cell_times import has_day
from tracker.imports.formats.headers import plain_header
from tracker.imports.formats.layouts import Layout, columns_by_headers
from tracker.imports.formats.length_columns import with_length
from tracker.imports.formats.length_questions import SPOKEN_LENGTHS, SPOKEN_PARTS
from tracker.imports.formats.table_rows import Table
from tracker.imports.formats.time_columns import (
    ENDS,
    Cells,
    cells_of,
    days_of,
    with_moments,
)
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.lengths import bare_number
from tracker.imports.rules.questions import (
    EXAMPLE,
    SPOKEN,
    answer,
    answers,
    columns_by_header,
    columns_by_place,
)
from tracker.limits import DAY, HOUR
from tracker.text.columns import join_words, quoted

# Columns of texts and people: where `--columns` leaves them out, their headers count.
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
    "status",
)
_PARTS = {"date": "day", "-": "", "": ""}


def columns_in(rows: Sequence[Cells], table: Table, unit: str) -> str:
    """The option `--columns` that reads `table` as it is, with its lengths in `unit`.

    `unit` is `hours` or `minutes`, or empty for the one that they are read in; `rows`
    are the table's first. Empty where no value of the option does.
    """
    unit = unit or SPOKEN_LENGTHS[table.layout.unit]
    parts = {
        place: unit if part == "length" else SPOKEN_PARTS.get(part, part)
        for part, place in table.layout.columns.items()
    }
    for option in (_option_by_header(parts, table.header), columns_by_place(parts)):
        value = option.removeprefix("--columns ").strip("'")
        if value and _reads_alike(rows, value, table.layout):
            return option
    return ""


def check_units(rows: Sequence[Cells], table: Table) -> None:
    """Refuse bare numbers in a table without a header, if they could be hours.

    Raises Unreadable, with the options that say their unit.
    """
    place = table.layout.place("length")
    numbers = [bare_number(cell) for cell in cells_of(rows, place)]
    bare = [number for number in numbers if number is not None]
    if table.layout.unit or not bare or max(bare) * HOUR > DAY:
        return
    options = {
        unit.capitalize(): columns_in(rows, table, unit)
        for unit in ("hours", "minutes")
    }
    raise Unreadable("The lengths could be hours or minutes.", answers(options))


def _option_by_header(parts: Mapping[int, str], header: Cells) -> str:
    """`--columns 'date=Day,hours=Time spent'`; empty where a column has no header."""
    if max(parts) >= len(header):
        return ""
    named_parts = {
        part: header[place] for place, part in sorted(parts.items()) if part in SPOKEN
    }
    return columns_by_header(named_parts)


def _reads_alike(rows: Sequence[Cells], value: str, ours: Layout) -> bool:
    """Whether `--columns` with that value finds the same columns in the same rows."""
    try:
        theirs = by_names(value, rows)
    except Unreadable:
        return False
    return (theirs.header, theirs.columns) == (ours.header, ours.columns)


def by_names(columns: str, rows: Sequence[Cells]) -> Layout:
    """The layout that `--columns` says.

    It names parts in the order of the columns, `date,-,hours`, or pairs of a part and a
    header, `date=Day,hours=Time`. Raises Unreadable for a part that does not exist, and
    where no day or no length is among them.
    """
    words = [word.strip() for word in columns.split(",")]
    if any("=" in word for word in words):
        _check_pairs(words)
        places, header = _by_pairs(words, rows)
    else:
        places, header = _by_order(words, rows)
    places = with_moments(places, rows[header:])
    header_row = rows[header - 1] if header else ()
    lengths = with_length(places, header_row, rows[header:], checked=False)
    places = lengths.columns
    if not days_of(places) or not ("length" in places or ENDS & places.keys()):
        raise Unreadable(
            "--columns needs a date or a start, and a length or an end.",
            answer("For example, with - for a column to leave out", EXAMPLE),
        )
    return Layout(places, lengths.unit, header, lengths.beside, pauses=lengths.pauses)


def _check_pairs(words: Sequence[str]) -> None:
    """Raise Unreadable for a word without a header among pairs."""
    for word in words:
        if "=" not in word:
            raise Unreadable(
                f"--columns names no header for {quoted(word)}.",
                answer("For example", "--columns 'date=Date,hours=Hours'"),
            )


def _by_order(
    names: Sequence[str], rows: Sequence[Cells]
) -> tuple[dict[str, int], int]:
    """Columns by their order, and how many rows there are above the first day."""
    parts = [_part(name) for name in names]
    places = {part: place for place, part in enumerate(parts) if part}
    day = places.get("day", places.get("start", 0))
    first = (number for number, row in enumerate(rows) if _is_day(row, day))
    return places, next(first, min(len(rows), 1))


def _part(word: str) -> str:
    """The part of a layout that a word of `--columns` says; empty for `-`."""
    part = word.casefold()
    if part not in SPOKEN and part:
        raise Unreadable(
            f"--columns does not know {quoted(word)}.",
            answer(f"It knows {join_words(SPOKEN)}. For example", EXAMPLE),
        )
    return _PARTS.get(part, part)


def _by_pairs(
    pairs: Sequence[str], rows: Sequence[Cells]
) -> tuple[dict[str, int], int]:
    """Columns by pairs `part=Header`, and the number of the header's row, from 1.

    Columns of texts and people that have no pair are found by their own headers.
    """
    split_pairs = [pair.partition("=") for pair in pairs]
    wanted = {
        _part(part.strip()): plain_header(header) for part, _, header in split_pairs
    }
    for number, row in enumerate(rows, 1):
        headers = [plain_header(cell) for cell in row]
        if not set(wanted.values()) <= set(headers):
            continue
        named_places = {
            part: headers.index(header) for part, header in wanted.items() if part
        }
        own_places = {
            part: place
            for part, place in columns_by_headers(row, rows[number:]).items()
            if part in _TEXTS and place not in named_places.values()
        }
        return own_places | named_places, number
    raise _no_such_header([header.strip() for _, _, header in split_pairs], rows)


def _no_such_header(wanted: Sequence[str], rows: Sequence[Cells]) -> Unreadable:
    """The refusal of headers that no row has, with those of the widest row."""
    header = max(rows, key=lambda row: len([*filter(None, row)]), default=[])
    plain = set(map(plain_header, header))
    missing = [name for name in wanted if plain_header(name) not in plain]
    named = join_words([*map(quoted, missing or wanted)])
    return Unreadable(
        f"No row has the header {named}.",
        f"The headers of the table are {join_words([*map(quoted, filter(None, header))])}.",
    )


def _is_day(row: Cells, place: int) -> bool:
    """Whether a cell is a day or a time of day: then the row is no header."""
    cell = row[place] if place < len(row) else ""
    return has_day(cell) or read_clock(cell) is not None
