"""The refusal of a table without a column of days or lengths, and how to name them."""

from collections.abc import Callable, Iterator, Sequence

from tracker.errors import FileProblem
from tracker.imports.formats.cell_times import has_day, is_clock
from tracker.imports.formats.cells import plain_day
from tracker.imports.formats.csv_table import DELIMITERS, MOST_COLUMNS, sample_rows
from tracker.imports.formats.frames import Row, bar_tables
from tracker.imports.formats.headers import is_not_worked, meaning_of, plain_header
from tracker.imports.formats.html_table import rows_of_html
from tracker.imports.formats.length_checks import could_be_clocks
from tracker.imports.formats.length_questions import SPOKEN_PARTS
from tracker.imports.formats.length_units import LENGTHS
from tracker.imports.formats.source import Source
from tracker.imports.formats.space_aligned import split_blanks
from tracker.imports.formats.time_columns import Cells, cells_of
from tracker.imports.rules.clock_ranges import split_range
from tracker.imports.rules.lengths import read_length
from tracker.imports.rules.questions import (
    EXAMPLE,
    answer,
    answers,
    columns_by_header,
)
from tracker.text.columns import quoted

_BY_PLACE = answer(
    "Say what each column is, with - for one to leave out. For example",
    EXAMPLE,
)
# Of columns that could be the length, how many are offered.
MOST = 3


def missing_columns(source: Source) -> FileProblem | None:
    """The refusal of a table without a day or a length; None for a file that is none."""
    rows = _tabular_rows(source)
    if not rows:
        return None
    header, below = rows[0], rows[1:]
    days = list(_places(header, below, _are_days))
    if not days or any(map(has_day, header)):
        what = "length" if days else "day"
        return FileProblem(
            f"No column of {source.path} is clearly a {what}.", _BY_PLACE
        )
    day = header[days[0]]
    if not meaning_of(day)[0] and (length := _known_length(header)):
        return FileProblem(
            f"No column of {source.path} is headed as a day.",
            answer(f"If {quoted(day)} is", columns_by_header({"date": day, **length})),
        )
    hint = answers(_options(header, below, days[0])) or answer(
        "If one is, put its header for HEADER",
        columns_by_header({"date": day, "hours": "HEADER"}),
    )
    return FileProblem(
        f"No column of {source.path} is headed as a length of time.", hint
    )


def _known_length(header: Cells) -> dict[str, str]:
    """The part and the header of a column that is headed as a length."""
    parts = ((meaning_of(name)[0], name) for name in header)
    known = (
        {SPOKEN_PARTS.get(part, part): name} for part, name in parts if part in LENGTHS
    )
    return next(known, {})


def _options(header: Cells, rows: Sequence[Cells], day: int) -> dict[str, str]:
    """The columns of lengths with units, or of two clocks, each with its option."""
    lengths = list(_places(header, rows, _are_lengths))[:MOST]
    options = {
        f"If {quoted(header[place])} is the length": columns_by_header(
            {"date": header[day], "duration": header[place]}
        )
        for place in lengths
    }
    clocks = list(_places(header, rows, _are_clocks))
    if len(clocks) == 2:
        start, end = (header[place] for place in clocks)
        parts = {"date": header[day], "start": start, "end": end}
        name = f"If {quoted(start)} and {quoted(end)} are when it began and ended"
        options[name] = columns_by_header(parts)
    return options


def has_blank_columns(source: Source) -> bool:
    """Whether a file is a table of columns of blanks below a header of words."""
    lines = filter(str.strip, source.head.splitlines())
    rows = list(map(split_blanks, lines))
    return _is_even(rows) and not any(map(has_day, rows[0]))


def is_headed_table(source: Source) -> bool:
    """Whether a file is a table of delimited cells below a header of words."""
    tables = _csv_frames(source.head)
    rows = next(filter(_is_even, tables), [])
    return bool(rows) and not any(map(has_day, rows[0]))


def _tabular_rows(source: Source) -> list[list[str]]:
    """The first rows of a file, if it is one table with a column of days; else none."""
    head = source.head
    lines = list(enumerate(filter(str.strip, head.splitlines())))
    bars = [numbered for numbered in lines if "|" in numbered[1]]
    tables = [*bar_tables(bars), [Row(*row) for row in rows_of_html(head, 1)]]
    frames = [*_csv_frames(head), *([row.cells for row in rows] for rows in tables)]
    frames.append([split_blanks(line) for _, line in lines])
    return next(filter(_is_even, frames), [])


def _csv_frames(head: str) -> Iterator[list[list[str]]]:
    """The first rows that are not empty, as each delimiter but the bar makes them."""
    for delimiter in DELIMITERS.replace("|", ""):
        yield [row for row in sample_rows(head, delimiter) if any(row)]


def _is_even(rows: Sequence[Cells]) -> bool:
    """Whether rows have equally many cells, at least two, and a column of days."""
    widths = set(map(len, rows))
    if len(rows) < 2 or len(widths) > 1 or not 1 < max(widths) <= MOST_COLUMNS:
        return False
    return any(_are_days(cells_of(rows[1:], place)) for place in range(max(widths)))


def _places(
    header: Cells, rows: Sequence[Cells], fits: Callable[[Sequence[str]], bool]
) -> Iterator[int]:
    """The columns whose cells fit, but those that say that they were not worked."""
    for place, name in enumerate(header):
        is_open = name and not is_not_worked(plain_header(name).split())
        if is_open and fits(cells_of(rows, place)):
            yield place


def _are_days(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(has_day, map(plain_day, cells)))


def _are_lengths(cells: Sequence[str]) -> bool:
    """Whether all cells are lengths with units, or ranges of times."""
    if not cells or could_be_clocks(cells):
        return False
    return all(
        read_length(cell, "") is not None or split_range(cell) is not None
        for cell in cells
    )


def _are_clocks(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(is_clock, cells))
