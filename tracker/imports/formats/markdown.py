"""Markdown and plain text kept by hand: tables of days and hours, and days as headings with lengths below."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from tracker.imports.formats.diary_labels import note_line
from tracker.imports.formats.diary_line import PLAIN, DiaryLine, names_length, read_line
from tracker.imports.formats.html_table import rows_of_html
from tracker.imports.formats.markdown_table import entries_of_rows, tables_of
from tracker.imports.formats.source import Source
from tracker.imports.formats.space_aligned import barred
from tracker.imports.formats.twelve_hour import on_one_face
from tracker.imports.rules.entries import LogEntry

LISTED = 12


def read(source: Source, *, wide: bool = False) -> Iterator[LogEntry]:
    """Entries of tables and of lines under days, in the file's order; `wide`: blanks part the columns of its table."""
    return on_one_face(entries(source, wide=wide))


def remarks(source: Source, *, wide: bool = False) -> tuple[str, ...]:
    """What to say of lines under a day that name a length or times, and are no entries: where they are."""
    page = Page()
    deque(entries(source, page, wide=wide), maxlen=0)
    if not page.unread:
        return ()
    listed, more = ", ".join(map(str, page.unread[:LISTED])), len(page.unread) - LISTED
    lines, were, entry = (
        ("line names", "was", "an entry")
        if len(page.unread) == 1
        else ("lines name", "were", "entries")
    )
    where = f"{'line' if len(page.unread) == 1 else 'lines'} {listed}{f' and {more:,} more' if more > 0 else ''}"
    return (
        f"{len(page.unread):,} {lines} a length or times and {were} not read as {entry}: {where}.",
    )


def entries(
    source: Source, page: "Page | None" = None, *, wide: bool = False
) -> Iterator[LogEntry]:
    """Entries as they are written, one by one; `page` may be given to be looked at afterwards."""
    table: list[tuple[int, str]] = []
    page = page or Page()
    for number, line in barred(source.lines()) if wide else source.lines():
        if _goes_on(table, line):
            table.append((number, line))
            continue
        if table and not line.strip():
            continue  # the table may go on below a blank line
        if table:
            yield from page.close()
            yield from _of_table(table, page.day)
            table = []
        yield from page.add(number, line)
    yield from page.close()
    yield from _of_table(table, page.day)


def _goes_on(table: Sequence[tuple[int, str]], line: str) -> bool:
    """Whether a line belongs to a table: the one before it, or one that it begins."""
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


def _of_table(table: Sequence[tuple[int, str]], day: str) -> Iterator[LogEntry]:
    if table and _is_html(table):
        return entries_of_rows(
            rows_of_html("\n".join(line for _, line in table), table[0][0]), day
        )
    return chain.from_iterable(entries_of_rows(rows, day) for rows in tables_of(table))


@dataclass(slots=True)
class Page:
    """What holds for the next line: the day, its heading's level, and the entry that may still get a note.

    `beside`: the day stood in an entry's own line. `total`: the pending entry may be the sum of those below it.
    `bullet` is the indent of the last entry's bullet, beneath which bullets explain. `fresh`: no prose goes before.
    `unread` are the lines under days that name a length or times and are no entries.
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
        said = read_line(line)
        if said.day:
            yield from self.close()
            self._begin(said)
        elif said.level < PLAIN and said.span is None:
            self.heading = said.level
            if said.level <= self.level:
                yield from self.close()
                self.day, self.bullet = "", -1
        if said.span is not None and (said.day or self._counts(said)):
            yield from self.close(dropped=self.total and not said.day)
            self._hold(number, said)
        elif (
            self.pending
            and not self.pending.note
            and not said.day
            and (note := note_line(line))
        ):
            self.pending = self.pending._replace(note=note)
        elif self.day and names_length(line):
            self.unread.append(number)
        self.fresh = bool(said.day) or said.span is not None

    def close(self, *, dropped: bool = False) -> Iterator[LogEntry]:
        """The entry that was pending, unless it is `dropped`."""
        if self.pending and not dropped:
            yield self.pending
        self.pending, self.total = None, False

    def _begin(self, said: DiaryLine) -> None:
        self.day, self.beside, self.bullet = (
            said.day,
            said.span is not None and said.level == PLAIN,
            -1,
        )
        if said.level < PLAIN:
            self.heading = said.level
        self.level = said.level if said.level < PLAIN else self.heading

    def _counts(self, said: DiaryLine) -> bool:
        """Whether a line with a length and no day is an entry of the day above it."""
        if said.indent > self.bullet >= 0:
            return False
        if not self.day:
            timed = (
                said.level < PLAIN and said.span is not None and bool(said.span.clock)
            )
            return said.leads and (timed or (said.indent >= 0 and not said.alone))
        if said.alone or said.indent >= 0 or said.level < PLAIN:
            return not (self.beside and said.alone)
        timed = said.leads and bool(said.span and said.span.end_clock)
        return self.fresh or timed or (self.beside and said.inset)

    def _hold(self, number: int, said: DiaryLine) -> None:
        span = said.span
        if span is None:
            return
        self.pending = LogEntry(
            number, span.name, span.note, day=said.day or self.day, clock=span.clock, end_clock=span.end_clock,
            length=span.length, unit="h" if span.length else "",
        )  # fmt: skip
        self.total = bool(said.day) and said.level < PLAIN and not span.clock
        self.bullet = said.indent if not said.day or said.indent >= 0 else -1
