"""Markdown and plain text kept by hand: tables of days and hours, and days as headings with lengths below."""

import re
from collections.abc import Iterator, Sequence

from tracker.intake.formats.dated import day_line, entry_line, note_line
from tracker.intake.formats.headers import plain_header
from tracker.intake.formats.headless import by_content
from tracker.intake.formats.layouts import Layout, by_header
from tracker.intake.formats.named import note_of, user_of, user_places
from tracker.intake.formats.source import Source
from tracker.intake.formats.tables import split_tags
from tracker.intake.rules.dates import plausible, read_written
from tracker.intake.rules.entries import Entry
from tracker.intake.rules.lengths import bare

NAME = "markdown"
_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-*:?\s*)*")
_SUMS = ("total", "sum", "yht", "gesamt", "insgesamt", "in all", "totaal", "razem", "toplam", "tunnit yht")
Numbered = tuple[int, list[str]]


def read(source: Source) -> Iterator[Entry]:
    """Entries of tables and of lines under days, in the file's order."""
    table: list[Numbered] = []
    day, pending = "", None
    for number, line in source.lines():
        if "|" in line and (table or line.lstrip().startswith("|") or line.count("|") > 1):
            table.append((number, cells(line)))
            continue
        yield from _table(table, day)
        table = []
        if pending and not pending.note and (note := note_line(line)):
            pending = pending._replace(note=note)
        found = day_line(line)
        entry = None if found else entry_line(number, line, day)
        if pending and (found or entry):
            yield pending
            pending = None
        day, pending = found or day, entry or pending
    yield from _table(table, day)
    if pending:
        yield pending


def cells(line: str) -> list[str]:
    """The cells of a table's line."""
    found = [cell.strip().replace("\\|", "|") for cell in _CELLS.split(line.strip())]
    start, end = int(not found[0]), len(found) - int(not found[-1] and len(found) > 1)
    return found[start:end]


def _table(table: list[Numbered], day: str) -> Iterator[Entry]:
    """The entries of a table; of one without days those of the heading above it."""
    body = [(number, row) for number, row in table if not _RULE.fullmatch("|".join(row))]
    layout = layout_of([row for _, row in body], day)
    if layout is None:
        return
    width, place, who = max(layout.columns.values()) + 1, layout.place, user_places(layout)
    for number, row in body[layout.header :]:
        row = [*row, *[""] * max(0, width - len(row)), ""]
        said = row[place("day")] if place("day") >= 0 else day
        entry = Entry(
            number, row[place("project")], note_of(row[place("task")], row[place("note")]),
            split_tags(row[place("tags")]), user=user_of(*(row[each] for each in who)), day=said,
            clock=row[place("start_clock")] or row[place("start")],
            end_clock=row[place("end_clock")] or row[place("end")],
            length=row[place("length")].strip("*_ "), unit=layout.unit,
        )  # fmt: skip
        if _is_entry(entry):
            yield entry


def layout_of(rows: Sequence[list[str]], day: str) -> Layout | None:
    """What the columns are; hours where nothing tells the unit and all fit into a day."""
    if not rows:
        return None
    found = by_header(rows[:3]) or _below(rows, day) or by_content(rows) or by_content(rows[1:])
    if found is None:
        return None
    place = found.place("length")
    lengths = [row[place] for row in rows[found.header :] if 0 <= place < len(row)]
    most = max((number for text in lengths if (number := bare(text)) is not None), default=0)
    return Layout(found.columns, found.unit or ("h" if most <= 24 else "m"), found.header)


def _below(rows: Sequence[list[str]], day: str) -> Layout | None:
    """The layout of a table that has its day above it: its header with a column for the day put before it."""
    if not day:
        return None
    found = by_header([["date", *rows[0]]])
    return Layout({part: at - 1 for part, at in found.columns.items() if at}, found.unit, 1) if found else None


def _is_entry(entry: Entry) -> bool:
    """Whether a row is one: no sum, no rule, no line left blank for later."""
    said = plain_header(entry.day)
    if said.startswith(_SUMS) or (not said and plain_header(entry.note).startswith(_SUMS)):
        return False
    if not entry.length and not entry.clock:
        return plausible(read_written(entry.day)) and bool(entry.note)
    return bool(said) or bool(entry.note)
