"""Markdown and plain text kept by hand: tables, and days with lengths below them."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.imports.formats.diary_labels import read_note
from tracker.imports.formats.diary_line import (
    PLAIN,
    DiaryLine,
    has_unread_length,
    read_line,
)
from tracker.imports.formats.note_tables import NoteTables
from tracker.imports.formats.source import Source
from tracker.imports.formats.space_aligned import with_bars
from tracker.imports.formats.twelve_hour import read_twelve_hours
from tracker.imports.rules.entries import LogEntry

LISTED = 12


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
    source: Source, columns: str | None = None, *, wide: bool = False
) -> tuple[str, ...]:
    """The remark on lines under a day with a length or times that are no entries."""
    page, tables = DiaryPage(), NoteTables(columns)
    deque(read_entries(source, page, tables=tables, wide=wide), maxlen=0)
    return (*_line_remarks(page), *tables.remarks())


def _line_remarks(page: "DiaryPage") -> tuple[str, ...]:
    if not page.unread:
        return ()
    listed = ", ".join(map(str, page.unread[:LISTED]))
    if len(page.unread) == 1:
        return (
            f"1 line has a length or times and was not read as an entry: line {listed}.",
        )
    more = len(page.unread) - LISTED
    rest = f" and {more:,} more" if more > 0 else ""
    return (
        f"{len(page.unread):,} lines have a length or times and were not read as entries:"
        f" lines {listed}{rest}.",
    )


def read_entries(
    source: Source,
    page: "DiaryPage | None" = None,
    *,
    tables: NoteTables,
    wide: bool = False,
) -> Iterator[LogEntry]:
    """Entries as they are written; `page` may be given, to be read afterwards."""
    table: list[tuple[int, str]] = []
    page = page or DiaryPage()
    for number, line in with_bars(source.lines()) if wide else source.lines():
        if _is_of_table(table, line):
            table.append((number, line))
            continue
        if table and not line.strip():
            continue  # the table may go on below a blank line
        if table:
            yield from page.close()
            yield from tables.entries(table, page.day)
            table = []
        yield from page.add(number, line)
    yield from page.close()
    yield from tables.entries(table, page.day)


def _is_of_table(table: Sequence[tuple[int, str]], line: str) -> bool:
    """Whether a line belongs to `table`, or begins one."""
    if table and _is_html(table):
        return "</table" not in table[-1][1].casefold()
    if line.lstrip()[:6].casefold() == "<table":
        return not table
    if table and set(line) == {"-"}:
        return "|" in table[-1][1]  # a rule between its rows
    return "|" in line and (
        bool(table) or line.lstrip().startswith("|") or line.count("|") > 1
    )


def _is_html(table: Sequence[tuple[int, str]]) -> bool:
    return table[0][1].lstrip()[:6].casefold() == "<table"


@dataclass(slots=True)
class DiaryPage:
    """What counts for the next line of a log kept by hand.

    `day` and `level` are those of the heading. `beside` where the day was in an entry's
    own line. `bullet` is the indent of the last entry's bullet: bullets beneath explain
    it. `fresh` where no prose is before. `pending` is the entry that may still get a
    note; `total` where it may be the sum of those below it. `unread` are the numbers of
    lines under days that have a length or times and are no entries.
    """

    day: str = ""
    level: int = 0
    beside: bool = False
    heading: int = 0
    bullet: int = -1
    fresh: bool = True
    pending: LogEntry | None = None
    total: bool = False
    unread: list[int] = field(default_factory=list)

    def add(self, number: int, line: str) -> Iterator[LogEntry]:
        """The entries that are complete with this line."""
        if not line.strip():
            self.fresh = True
            return
        diary_line = read_line(line)
        if diary_line.day:
            yield from self.close()
            self._begin(diary_line)
        elif diary_line.level < PLAIN and diary_line.span is None:
            self.heading = diary_line.level
            if diary_line.level <= self.level:
                yield from self.close()
                self.day, self.bullet = "", -1
        if diary_line.span is not None and (diary_line.day or self._counts(diary_line)):
            yield from self.close(dropped=self.total and not diary_line.day)
            self._hold(number, diary_line)
        elif (
            self.pending
            and not self.pending.note
            and not diary_line.day
            and (note := read_note(line))
        ):
            self.pending = self.pending._replace(note=note)
        elif self.day and has_unread_length(line):
            self.unread.append(number)
        self.fresh = bool(diary_line.day) or diary_line.span is not None

    def close(self, *, dropped: bool = False) -> Iterator[LogEntry]:
        """The entry that was pending, unless it is `dropped`."""
        if self.pending and not dropped:
            yield self.pending
        self.pending, self.total = None, False

    def _begin(self, line: DiaryLine) -> None:
        self.day, self.bullet = line.day, -1
        self.beside = line.span is not None and line.level == PLAIN
        if line.level < PLAIN:
            self.heading = line.level
        self.level = self.heading

    def _counts(self, line: DiaryLine) -> bool:
        """Whether a line with a length and no day is an entry of the day above it."""
        if line.indent > self.bullet >= 0:
            return False
        if not self.day:
            has_clock = line.span is not None and bool(line.span.clock)
            timed = has_clock and line.level < PLAIN
            return line.leads and (timed or (line.indent >= 0 and not line.alone))
        if line.alone or line.indent >= 0 or line.level < PLAIN:
            return not (self.beside and line.alone)
        timed = line.leads and bool(line.span and line.span.end_clock)
        return self.fresh or timed or (self.beside and line.inset)

    def _hold(self, number: int, line: DiaryLine) -> None:
        span = line.span
        if span is None:
            return
        self.pending = LogEntry(
            number,
            project=span.name,
            note=span.note,
            day=line.day or self.day,
            clock=span.clock,
            end_clock=span.end_clock,
            length=span.length,
            unit="h" if span.length else "",
        )
        self.total = bool(line.day) and line.level < PLAIN and not span.clock
        self.bullet = line.indent if not line.day or line.indent >= 0 else -1
