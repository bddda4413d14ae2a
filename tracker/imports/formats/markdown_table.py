"""A table in Markdown: its rows as entries of the day that each names, or that a row or a heading above it names."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tracker.imports.formats.cell_joins import join_note, join_user, user_columns
from tracker.imports.formats.diary_time import leading_range
from tracker.imports.formats.headerless import by_content
from tracker.imports.formats.layouts import Layout, by_header
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.formats.tables import (
    MOMENTS,
    join_length,
    split_tags,
    with_cell_times,
)
from tracker.imports.formats.twelve_hour import with_half_of_day
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

    A second rule begins another table where the row above it is a header, without figures.
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
    """The entries of a table's rows; a blank day is the one of the row above, else the heading's, which is `day`."""
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
    """A row as wide as the first one, where a bar too many has moved the length out of its column."""
    moved = (
        len(row) == width + 1
        and not row[width - 1]
        and read_length(row[width], "h") is not None
    )
    return [*row[: width - 1], row[width]] if moved else row


def split_cells(line: str, *, framed: bool) -> list[str]:
    """The cells of a table's line; `framed`: lines begin with a bar, so that the first cell comes after that."""
    cells = [
        cell.strip().replace("\\|", "|")
        for cell in _CELLS.split(line.strip() if framed else line.rstrip())
    ]
    start, end = (
        int(framed and not cells[0]),
        len(cells) - int(not cells[-1] and len(cells) > 1),
    )
    return cells[start:end]


def _entry(number: int, row: Sequence[str], layout: Layout) -> LogEntry:
    """The entry of a row, whether it is one or not; a range of times may stand where a length or a start does."""
    place = layout.place
    day, clock = _day(row[place("day")]), _without_dashes(row[place("start_clock")])
    length = _length(row[place("length")].strip("*_ "))
    entry = LogEntry(
        number, row[place("project")], join_note(row[place("task")], row[place("note")]), split_tags(row[place("tags")]),
        user=join_user(*(row[place_] for place_ in user_columns(layout))),
        day=day, clock=clock, end_clock=row[place("end_clock")], length=length, unit=layout.unit,
    )  # fmt: skip
    entry = with_cell_times(
        entry, *(_without_dashes(row[place(part)]) for part in MOMENTS)
    )
    if (
        entry.end_clock in ("", entry.clock)
        and (span := leading_range(entry.clock, bare=True))
        and not span.note
    ):
        return entry._replace(clock=span.clock, end_clock=span.end_clock)
    if not entry.clock and (span := leading_range(length)) and not span.note:
        return entry._replace(clock=span.clock, end_clock=span.end_clock, length="")
    start, end = with_half_of_day(entry.clock, entry.end_clock)
    unread = any(clock and read_clock(clock) is None for clock in (start, end))
    if unread and read_length(entry.length, entry.unit or "h") is not None:
        start = end = ""  # its day and length say enough
    return entry._replace(clock=start, end_clock=end)


def _day(cell: str) -> str:
    """The day that a cell says, without words after it: `2026-01-21 evening`."""
    if is_plausible(read_numbers(cell)):
        return cell
    match = _DAY_AND_WORDS.fullmatch(cell)
    return match[1] if match and is_plausible(read_numbers(match[1])) else cell


def _length(cell: str) -> str:
    """The length that a cell says, without an aside or a sum after it: `1.5 (with a break)`, `4h -> 9h`."""
    length = _ASIDE.sub("", cell)
    return (
        length
        if read_length(cell, "h") is None and read_length(length, "h") is not None
        else cell
    )


def _without_dashes(cell: str) -> str:
    """What a cell says: nothing where it has only dashes."""
    return cell if any(map(str.isalnum, cell)) else ""


def _is_entry(entry: LogEntry, row: Sequence[str]) -> bool:
    """Whether a row, whose day may be blank, is one: no sum, nothing left blank or for later."""
    filled, dated = (
        [cell for cell in row if any(map(str.isalnum, cell))],
        is_plausible(read_numbers(entry.day)),
    )
    if len(filled) < 2 or (not dated and any(map(is_sum_name, filled))):
        return False
    timed = bool(entry.clock or entry.began)
    return (
        timed
        or any(map(str.isdigit, entry.length))
        or (dated and bool(entry.length or entry.note))
    )


def find_layout(rows: Sequence[list[str]], day: str) -> Layout | None:
    """What the columns are, and the unit of bare lengths, which those of rows with a day decide if nothing tells it."""
    if not rows:
        return None
    layout = by_header(rows[:HEAD]) or by_header(rows, HEAD) or _below(rows, day)
    filled = [row for row in rows if any(row)]
    layout = layout or by_content(filled) or _headed(by_content(filled[1:]))
    if layout is None:
        return None
    day_place, length = layout.place("day"), layout.place("length")
    body = [row for row in rows[layout.header :] if max(day_place, length) < len(row)]
    dated = [
        row
        for row in body
        if day_place < 0 or is_plausible(read_numbers(_day(row[day_place])))
    ]
    if body and not dated:
        return None
    numbers = [
        number
        for row in dated
        if length >= 0 and (number := bare_number(row[length])) is not None
    ]
    return Layout(layout.columns, layout.unit or _unit(numbers), layout.header)


def _unit(numbers: Sequence[Decimal]) -> str:
    """Hours; minutes where some numbers are more than a day has hours, and most more than half of that."""
    most = sum(number > DAY // 2 for number in numbers)
    return "m" if max(numbers, default=0) > DAY and 2 * most > len(numbers) else "h"


def _headed(layout: Layout | None) -> Layout | None:
    """The layout that rows have below a first one that says nothing known."""
    return Layout(layout.columns, layout.unit, 1) if layout else None


def _below(rows: Sequence[list[str]], day: str) -> Layout | None:
    """The layout of a table that has its day above it: its header with a column for the day put before it."""
    if not day:
        return None
    layout = by_header([["date", *rows[0]], *([day, *row] for row in rows[1:])], 1)
    return (
        Layout(
            {part: at - 1 for part, at in layout.columns.items() if at}, layout.unit, 1
        )
        if layout
        else None
    )
