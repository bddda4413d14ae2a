"""Tables without a header: what the cells of their columns say."""

from collections.abc import Callable, Sequence

from tracker.imports.formats.cell_times import has_day, is_clock, is_day, is_moment
from tracker.imports.formats.layouts import Layout
from tracker.imports.formats.length_checks import could_be_clocks
from tracker.imports.formats.length_units import agrees_with_times, unit_by_times
from tracker.imports.formats.time_columns import Cells
from tracker.imports.rules.clock_ranges import split_range
from tracker.imports.rules.dates import read_numbers
from tracker.imports.rules.lengths import bare_number, read_length

_TEXTS = ("project", "note")
_TIMED = ("day", "moment", "clock", "range", "length")
MANY = 6


def by_content(rows: Sequence[Cells]) -> Layout | None:
    """The layout of a table without a header.

    It has a day or two moments, one length or two clocks, and texts. None where more
    than one column could be the day or the length.
    """
    width = len(rows[0]) if rows else 0
    if width < 2 or any(len(row) != width for row in rows):
        return None
    if not any(map(has_day, rows[0])):
        return None  # its first row is a header of unknown words
    cells = list(zip(*rows, strict=True))
    kinds = [_kind(column) for column in cells]
    if kinds.count("length") > 1:
        kinds = _with_units(kinds, cells)
    if not {"day", "moment"} & set(kinds):
        kinds = _with_day(kinds, cells)
    columns = _time_columns(
        [(kind, place) for place, kind in enumerate(kinds) if kind in _TIMED]
    )
    if columns is None or _is_unclear(columns, cells):
        return None
    if (
        "length" in columns
        and {"end", "end_clock"} & columns.keys()
        and not agrees_with_times(columns, rows)
    ):
        return None
    texts = [place for place, kind in enumerate(kinds) if kind == "text"]
    unit = unit_by_times(columns, rows) if len(columns) > 2 else ""
    parts = _TEXTS[1:] if len(texts) == 1 and _is_prose(cells[texts[0]]) else _TEXTS
    return Layout({**columns, **dict(zip(parts, texts, strict=False))}, unit, 0)


def _is_prose(cells: Sequence[str]) -> bool:
    """Whether most texts of a column are there once: they are notes, not projects."""
    return len(cells) >= MANY and 2 * len(set(cells)) > len(cells)


def _kind(cells: Sequence[str]) -> str:
    """What all cells of a column are: day, moment, clock, length, text, or nothing."""
    if not any(cells):
        return ""
    kinds: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("day", _is_dated),
        ("moment", is_moment),
        ("clock", is_clock),
        ("range", _is_range),
        ("length", _is_length),
        ("day", is_day),
    )
    return next((kind for kind, fits in kinds if all(map(fits, cells))), "text")


def _with_day(kinds: list[str], cells: Sequence[Sequence[str]]) -> list[str]:
    """`kinds` with the first column that could be days as the day: `4.5` is 4 May."""
    for place, kind in enumerate(kinds):
        if kind == "length" and all(map(is_day, cells[place])):
            return [*kinds[:place], "day", *kinds[place + 1 :]]
    return kinds


def _with_units(kinds: list[str], cells: Sequence[Sequence[str]]) -> list[str]:
    """`kinds` with the one column of lengths with units as the length."""
    have_units = [
        kind == "length" and not any(map(bare_number, column))
        for kind, column in zip(kinds, cells, strict=True)
    ]
    if have_units.count(True) != 1:
        return kinds
    return [
        "" if kind == "length" and not has_units else kind
        for kind, has_units in zip(kinds, have_units, strict=True)
    ]


def _is_dated(text: str) -> bool:
    written = read_numbers(text)
    return written is not None and written.year is not None and is_day(text)


def _is_range(text: str) -> bool:
    return split_range(text) is not None


def _is_length(text: str) -> bool:
    return read_length(text, "h") is not None


def _time_columns(kinds: Sequence[tuple[str, int]]) -> dict[str, int] | None:
    """The columns of days, clocks and lengths by their parts; None for other sets."""
    parts: dict[tuple[str, ...], tuple[str, ...]] = {
        ("day", "length"): ("day", "length"),
        ("length", "day"): ("length", "day"),
        ("day", "clock"): ("day", "length"),
        ("clock", "day"): ("length", "day"),
        ("day", "clock", "length"): ("day", "start_clock", "length"),
        ("day", "clock", "clock"): ("day", "start_clock", "end_clock"),
        ("day", "clock", "clock", "length"): (
            "day",
            "start_clock",
            "end_clock",
            "length",
        ),
        ("day", "clock", "clock", "clock"): (
            "day",
            "start_clock",
            "end_clock",
            "length",
        ),
        ("day", "range"): ("day", "range"),
        ("moment", "moment"): ("start", "end"),
        ("moment", "moment", "length"): ("start", "end", "length"),
        ("moment", "moment", "clock"): ("start", "end", "length"),
        ("moment", "length"): ("stamp", "length"),
    }
    names = parts.get(tuple(kind for kind, _ in kinds))
    return (
        dict(zip(names, [place for _, place in kinds], strict=True)) if names else None
    )


def _is_unclear(columns: dict[str, int], cells: Sequence[Sequence[str]]) -> bool:
    """Whether the column of lengths could be times of day."""
    return (
        len(columns) == 2
        and "length" in columns
        and could_be_clocks(cells[columns["length"]])
    )
