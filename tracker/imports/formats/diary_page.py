"""A log kept by hand as a whole: which lines are entries, of which day and with what note."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.imports.formats.diary_blocks import COMMENTED, PLAIN, DiaryText
from tracker.imports.formats.diary_entries import DiaryEntries
from tracker.imports.formats.diary_labels import is_plan, split_label
from tracker.imports.formats.diary_line import DiaryLine, read_line
from tracker.imports.formats.diary_time import has_length
from tracker.imports.formats.uncounted_lines import (
    BESIDE,
    NO_UNIT,
    UNREAD,
    Reason,
    UncountedLines,
)
from tracker.imports.rules.entries import LogEntry

PLANNED = "planned"


class _Bullet(NamedTuple):
    """An open bullet: the column and the text in it.

    `reason` says why what is below it does not count; empty where it may.
    """

    content: int
    text: str
    reason: Reason


@dataclass(slots=True)
class DiaryPage:
    """What counts for the next line.

    `file_day` is the day of the whole file, if its name says so; `day` that of the
    heading, of `level`, `title` what a heading below that says. `beside` where the day
    was in an entry's own line. `plan` is the level of a heading of plans, 0 for none.
    `fresh` where no prose is before, `has_entries` where the day has an entry or table.
    """

    file_day: str = ""
    day: str = ""
    level: int = 0
    heading: int = 0
    title: str = ""
    beside: bool = False
    plan: int = 0
    fresh: bool = True
    has_entries: bool = False
    bullets: list[_Bullet] = field(default_factory=list)
    entries: DiaryEntries = field(default_factory=DiaryEntries)
    uncounted: UncountedLines = field(default_factory=UncountedLines)

    def __post_init__(self) -> None:
        self.day = self.file_day

    def add(self, text: DiaryText) -> Iterator[LogEntry]:
        """The entries that are complete with this line."""
        if not text.raw.strip():
            self.fresh = self.fresh or not text.hidden
            return
        line = read_line(text)
        while self.bullets and self.bullets[-1].content > text.indent:
            self.bullets.pop()
        yield from self._enter(text, line)
        reason = self._reason(text, line)
        is_entry = not reason and self._counts(text, line)
        if is_entry:
            yield from self._hold(text, line)
        self._tell(text, line, reason, is_entry=is_entry)
        if text.is_bullet:
            self._open_bullet(text, line, reason, is_entry=is_entry)
        self.fresh = bool(line.day) or line.spans is not None

    def _tell(
        self, text: DiaryText, line: DiaryLine, reason: Reason, *, is_entry: bool
    ) -> None:
        """Tell what a line says and does not count, if it is no note on an entry."""
        if is_entry and line.spans and line.spans.has_more:
            self.uncounted.add(BESIDE, text.number)
        if line.is_bare and not reason:
            self.uncounted.add(NO_UNIT, text.number)
        may_be_note = reason in ("", UNREAD) and not is_entry
        if not is_entry and not (may_be_note and self.entries.annotate(line.text)):
            self.uncounted.add_if_long(reason or UNREAD, text.number, line.text)

    def tell_hidden(self, text: DiaryText) -> None:
        """Tell the parts of a line that do not count."""
        for reason, hidden in text.hidden:
            self.uncounted.add_if_long(reason, text.number, hidden)

    def close(self) -> Iterator[LogEntry]:
        """The entries of a day that have waited for what is below them."""
        self.uncounted.end_day(has_entries=self.has_entries or not self.day)
        self.has_entries = False
        yield from self.entries.close()

    def _enter(self, text: DiaryText, line: DiaryLine) -> Iterator[LogEntry]:
        """A line with a day, or a heading, changes what counts below it."""
        is_heading = text.level < PLAIN
        self._begin_plan(text, line)
        if is_heading:
            self.heading = text.level
            self.bullets.clear()
        if line.day and not (self.plan or text.reason):
            yield from self.close()
            self.day, self.level = line.day, self.heading
            self.title = line.title if is_heading or line.spans is None else ""
            self.beside = line.spans is not None and not is_heading
        elif is_heading and line.spans is None:
            is_over = text.level <= self.level
            if is_over:
                yield from self.close()
            elif self.entries.ends_at(text.level):
                yield from self.entries.close()
            self.day = self.file_day if is_over else self.day
            self.title = "" if is_over else line.text

    def _begin_plan(self, text: DiaryText, line: DiaryLine) -> None:
        """A heading of plans, or a line that is one, begins or ends what is planned."""
        is_over = text.level <= self.plan and not text.is_bullet
        if is_over and (text.level < PLAIN or line.day or not has_length(line.text)):
            self.plan = 0
        if not (self.plan or text.is_bullet) and is_plan(line.title or line.text):
            self.plan = text.level

    def _reason(self, text: DiaryText, line: DiaryLine) -> Reason:
        """Why a line does not count, whatever it says; empty where it may."""
        begins = text.raw.lstrip()[:2]
        if begins[:1] == "#" and begins[1:].isdigit() and not line.day:
            return COMMENTED
        if text.reason:
            return text.reason
        if self.plan and not text.is_done:
            return PLANNED
        inherited = self.bullets[-1].reason if self.bullets else ""
        return "" if text.is_done and inherited != UNREAD else inherited

    def _open_bullet(
        self, text: DiaryText, line: DiaryLine, reason: Reason, *, is_entry: bool
    ) -> None:
        label = split_label(line.text)
        if is_plan(line.text):
            reason = PLANNED
        elif is_entry or (label and label.part in ("note", "task")):
            reason = UNREAD
        self.bullets.append(_Bullet(text.content, line.text, reason))

    def _counts(self, text: DiaryText, line: DiaryLine) -> bool:
        """Whether a line is an entry, if nothing forbids it."""
        if line.spans is None or line.day:
            return line.spans is not None
        first, leads = line.spans.spans[0], line.spans.leads
        is_heading = text.level < PLAIN
        is_named = bool(first.name) and not first.note
        is_titled = is_heading and bool(self.day)
        if not (leads or text.is_bullet or is_named or is_titled):
            return False
        is_alone = not first.note and not first.name
        if not self.day:
            is_timed = is_heading and bool(first.clock)
            return leads and (is_timed or (text.is_bullet and not is_alone))
        if is_alone or is_named or text.is_bullet or is_heading or line.is_label:
            return not (self.beside and is_alone)
        is_timed = leads and bool(first.end_clock)
        return self.fresh or is_timed or (self.beside and text.indent > 0)

    def _hold(self, text: DiaryText, line: DiaryLine) -> Iterator[LogEntry]:
        """Keep the entries of a line until it is known what is below it."""
        self.has_entries = True
        entries = self._entries(text.number, line)
        may_sum = bool(line.day) and not (line.title or entries[0].clock)
        states = text.level < PLAIN or line.is_label
        yield from self.entries.add(entries, text.level, states=states, may_sum=may_sum)
        has_note = line.spans is not None and any(
            span.note for span in line.spans.spans
        )
        self.entries.noteless = 0 if has_note else text.number

    def _entries(self, number: int, line: DiaryLine) -> list[LogEntry]:
        """The entries of a line, with what is above it as their heading."""
        assert line.spans is not None
        above = self.bullets[-1].text if self.bullets else self.title
        spans = line.spans.spans[:1] if line.spans.fault else line.spans.spans
        return [
            LogEntry(
                number,
                project=span.name,
                note=span.note,
                heading="" if span.name else above,
                day=line.day or self.day,
                clock=span.clock,
                end_clock=span.end_clock,
                length=span.length,
                unit="h" if span.length else "",
                fault=line.spans.fault,
            )
            for span in spans
        ]
