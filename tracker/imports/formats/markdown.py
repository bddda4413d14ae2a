"""Markdown and plain text kept by hand: tables, and days with lengths below them."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice, tee, zip_longest

from tracker.imports.formats.diary_blocks import read_texts
from tracker.imports.formats.diary_line import read_line
from tracker.imports.formats.diary_page import DiaryPage
from tracker.imports.formats.frames import is_rule
from tracker.imports.formats.note_tables import NoteTables
from tracker.imports.formats.source import Source
from tracker.imports.formats.space_aligned import with_bars
from tracker.imports.formats.twelve_hour import read_twelve_hours
from tracker.imports.formats.uncounted_lines import NO_PART, UNREAD
from tracker.imports.rules.dates import read_numbers
from tracker.imports.rules.entries import LogEntry


def read(
    source: Source, columns: str | None = None, *, wide: bool = False
) -> Iterator[LogEntry]:
    """Entries of tables and of lines under days, in the file's order.

    `wide`: its table has wide blanks between columns.
    """
    return read_twelve_hours(
        read_entries(source, tables=NoteTables(columns), wide=wide)
    )


def remarks(
    source: Source,
    columns: str | None = None,
    *,
    wide: bool = False,
    most: int | None = None,
) -> tuple[str, ...]:
    """The remarks on what has a length or times and was not counted.

    With `most`, so many lines are read.
    """
    page, tables = DiaryPage(_day_of_file(source)), NoteTables(columns)
    deque(read_entries(source, page, tables=tables, wide=wide, most=most), maxlen=0)
    for agree, lines in page.entries.dropped.items():
        for line in lines:
            page.uncounted.add(UNREAD if agree else NO_PART, line)
    return (*page.uncounted.sentences(), *tables.remarks())


def read_entries(
    source: Source,
    page: DiaryPage | None = None,
    *,
    tables: NoteTables,
    wide: bool = False,
    most: int | None = None,
) -> Iterator[LogEntry]:
    """Entries as they are written; `page` may be given, to be read afterwards.

    With `most`, those of so many lines.
    """
    table: list[tuple[int, str]] = []
    page = page or DiaryPage(_day_of_file(source))
    first = islice(source.lines(), most)
    lines = with_bars(first) if wide else first
    texts, later = tee(read_texts(lines))
    for text, following in zip_longest(texts, islice(later, 1, None)):
        page.tell_hidden(text)
        below = following.raw if following else ""
        if not text.reason and _is_of_table(table, text.raw, below):
            table.append((text.number, text.raw))
            continue
        if table and not text.raw.strip():
            continue  # the table may go on below a blank line
        yield from _read_table(table, tables, page)
        table = []
        yield from page.add(text)
    yield from _read_table(table, tables, page)
    yield from page.close()


def _read_table(
    table: Sequence[tuple[int, str]], tables: NoteTables, page: DiaryPage
) -> Iterator[LogEntry]:
    """The entries above a table and in it, if there is one."""
    if table:
        yield from page.entries.close()
        yield from tables.entries(table, page.day)
        page.has_entries = True


def _day_of_file(source: Source) -> str:
    """The day that a file is named by, if no line of it has one: `2026-04-09.md`."""
    name = source.path.stem.replace("_", "-")
    written = read_numbers(name)
    if written is None or written.year is None or written.unordered:
        return ""
    lines = read_texts(source.lines())
    has_day = any(read_line(text).day for text in lines if text.raw.strip())
    return "" if has_day else name


def _is_of_table(table: Sequence[tuple[int, str]], line: str, below: str) -> bool:
    """Whether a line belongs to `table`, or begins one: a header has a rule below it."""
    if table and _is_html(table):
        return "</table" not in table[-1][1].casefold()
    if line.lstrip()[:6].casefold() == "<table":
        return not table
    if table and set(line) == {"-"}:
        return "|" in table[-1][1]  # a rule between its rows
    return "|" in line and (
        bool(table)
        or line.lstrip().startswith("|")
        or line.count("|") > 1
        or is_rule(below)
    )


def _is_html(table: Sequence[tuple[int, str]]) -> bool:
    return table[0][1].lstrip()[:6].casefold() == "<table"
