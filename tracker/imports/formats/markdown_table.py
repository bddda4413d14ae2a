"""A table in Markdown: its rows as entries.

The day of an entry is in its row, in a row above it, or in a heading.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tracker.imports.formats.cell_joins import join_note, join_user, user_columns
from tracker.imports.formats.headerless import by_content
from tracker.imports.formats.layouts import Layout, by_header
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.formats.tables import (
    MOMENTS,
    join_length,
    split_tags,
    with_cell_times,
)
from tracker.imports.rules.clock_ranges import leading_range, with_half_of_day
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import is_plausible, read_numbers
from tracker.imports.rules.entries import LogEntry
from tracker.imports.rules.lengths import bare_number, read_length

# A bar between cells; `\|` is part of a cell.
_CELLS = re.compile(r"(?<!\\)\|")
# The line below a header: `| --- | ---: |`.
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:[|+]\s*:?-*:?\s*)*")
# A day and words after it: `2026-01-21 evening`.
_DAY_AND_WORDS = re.compile(r"(\S*\d\S*?),?\s[^\d]+")
# An aside, or a sum after an arrow: `(with a break)`, `-> 9h`.
_ASIDE = re.compile(r" ?(?:\(|->|=>|\u2192).*")
DAY, HEAD = 24, 3
Numbered = tuple[int, list[str]]


def split_tables(lines: Sequence[tuple[int, str]]) -> list[list[Numbered]]:
    """The rows of each table in lines that follow one another, without rules.

    A second rule begins another table if the row above it is a header, without digits.
    """
    framed = bool(lines) and lines[0][1].lstrip().startswith("|")
    tables: list[list[Numbered]] = [[]]
    ruled = False
    for number, line in lines:
        if not _RULE.fullmatch(line):
            tables[-1].append((number, split_cells(line, framed=framed)))
            continue
        if (
            ruled
            and tables[-1]
            and not any(map(str.isdigit, "".join(tables[-1][-1][1])))
        ):
            tables.append([tables[-1].pop()])
        ruled = True
    return tables


def entries_of_rows(rows: Sequence[Numbered], day: str) -> Iterator[LogEntry]:
    """The entries of a table's rows.

    A blank day is that of the row above, else `day`, that of the heading.
    """
    rows = [(number, _aligned(row, len(rows[0][1]))) for number, row in rows]
    layout = find_layout([row for _, row in rows], day)
    if layout is None:
        return
    header = rows[layout.header - 1][1] if layout.header else []
    width = max([*layout.columns.values(), *layout.beside]) + 1
    for number, row in rows[layout.header :]:
        padded = [*row, *[""] * max(0, width - len(row)), ""]
        if layout.beside:
            join_length(padded, layout)
        entry = _entry(number, padded, layout)
        if row == header or not _is_entry(entry, row[: len(header) or None]):
            continue
        if not any(map(str.isalnum, entry.day)):
            entry = entry._replace(day=day)
        yield entry
        day = entry.day if is_plausible(read_numbers(entry.day)) else day


def _aligned(row: list[str], width: int) -> list[str]:
    """A row as wide as the first, if an extra bar has moved the length by a column."""
    if len(row) != width + 1 or row[width - 1] or read_length(row[width], "h") is None:
        return row
    return [*row[: width - 1], row[width]]


def split_cells(line: str, *, framed: bool) -> list[str]:
    """The cells of a line; where lines are `framed`, they begin with a bar."""
    text = line.strip() if framed else line.rstrip()
    cells = [cell.strip().replace("\\|", "|") for cell in _CELLS.split(text)]
    if len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells[1:] if framed and not cells[0] else cells


def _entry(number: int, row: Sequence[str], layout: Layout) -> LogEntry:
    """The entry of a row, which may turn out to be none.

    A range of times may be in the column of a length or a start.
    """

    def cell(part: str) -> str:
        return row[layout.place(part)]

    length = _length(cell("length").strip("*_ "))
    entry = LogEntry(
        number,
        project=cell("project"),
        note=join_note(cell("task"), cell("note")),
        tags=split_tags(cell("tags")),
        user=join_user(*(row[column] for column in user_columns(layout))),
        day=_day(cell("day")),
        clock=_without_dashes(cell("start_clock")),
        end_clock=cell("end_clock"),
        length=length,
        unit=layout.unit,
    )
    moments = (_without_dashes(cell(part)) for part in MOMENTS)
    entry = with_cell_times(entry, *moments)
    if (
        entry.end_clock in ("", entry.clock)
        and (span := leading_range(entry.clock, bare=True))
        and not span.rest
    ):
        return entry._replace(clock=span.start, end_clock=span.end)
    if not entry.clock and (span := leading_range(length)) and not span.rest:
        return entry._replace(clock=span.start, end_clock=span.end, length="")
    start, end = with_half_of_day(entry.clock, entry.end_clock)
    unread = any(clock and read_clock(clock) is None for clock in (start, end))
    if unread and read_length(entry.length, entry.unit or "h") is not None:
        start = end = ""  # its day and length say enough
    return entry._replace(clock=start, end_clock=end)


def _day(cell: str) -> str:
    """The day of a cell without words after it: `2026-01-21 evening`."""
    if is_plausible(read_numbers(cell)):
        return cell
    match = _DAY_AND_WORDS.fullmatch(cell)
    return match[1] if match and is_plausible(read_numbers(match[1])) else cell


def _length(cell: str) -> str:
    """The length of a cell without an aside or a sum after it.

    `1.5 (with a break)`, `4h -> 9h`.
    """
    length = _ASIDE.sub("", cell)
    is_better = read_length(cell, "h") is None and read_length(length, "h") is not None
    return length if is_better else cell


def _without_dashes(cell: str) -> str:
    """The text of a cell; empty where it has only dashes."""
    return cell if any(map(str.isalnum, cell)) else ""


def _is_entry(entry: LogEntry, row: Sequence[str]) -> bool:
    """Whether a row is an entry: no sum, and not left blank for later."""
    filled = [cell for cell in row if any(map(str.isalnum, cell))]
    has_day = is_plausible(read_numbers(entry.day))
    if len(filled) < 2 or (not has_day and any(map(is_sum_name, filled))):
        return False
    if entry.clock or entry.began or any(map(str.isdigit, entry.length)):
        return True
    return has_day and bool(entry.length or entry.note)


def find_layout(rows: Sequence[list[str]], day: str) -> Layout | None:
    """The layout of a table; None where it has no days or no lengths.

    Where nothing says the unit of bare lengths, those of rows with a day decide.
    """
    if not rows:
        return None
    layout = by_header(rows[:HEAD]) or by_header(rows, HEAD) or _below(rows, day)
    filled = [row for row in rows if any(row)]
    layout = layout or by_content(filled) or _headed(by_content(filled[1:]))
    if layout is None:
        return None
    day_place, length = layout.place("day"), layout.place("length")
    body = [row for row in rows[layout.header :] if max(day_place, length) < len(row)]
    dated = body
    if day_place >= 0:
        dated = [
            row for row in body if is_plausible(read_numbers(_day(row[day_place])))
        ]
    if body and not dated:
        return None
    lengths = [bare_number(row[length]) for row in dated] if length >= 0 else []
    numbers = [number for number in lengths if number is not None]
    return Layout(layout.columns, layout.unit or _unit(numbers), layout.header)


def _unit(numbers: Sequence[Decimal]) -> str:
    """`h`; `m` where some numbers are over 24 and most are over 12."""
    most = sum(number > DAY // 2 for number in numbers)
    return "m" if max(numbers, default=0) > DAY and 2 * most > len(numbers) else "h"


def _headed(layout: Layout | None) -> Layout | None:
    """A layout with its first row as a header of unknown words."""
    return Layout(layout.columns, layout.unit, 1) if layout else None


def _below(rows: Sequence[list[str]], day: str) -> Layout | None:
    """The layout of a table whose day is in the heading above it.

    Found by putting a column for the day before the others.
    """
    if not day:
        return None
    with_day = [["date", *rows[0]], *([day, *row] for row in rows[1:])]
    layout = by_header(with_day, 1)
    if layout is None:
        return None
    columns = {part: at - 1 for part, at in layout.columns.items() if at}
    return Layout(columns, layout.unit, 1)
