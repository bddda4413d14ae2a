"""The entries of a day in a log kept by hand, until it is known what is below them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.imports.formats.diary_labels import split_label
from tracker.imports.formats.diary_spans import read_spans
from tracker.imports.formats.diary_time import Mention
from tracker.imports.formats.sum_rows import is_sum_name
from tracker.imports.rules.entries import LogEntry


class _Stated(NamedTuple):
    """A length that may be the sum of the entries below it.

    `level` is that of its heading or label. `is_sure` where it counts if those below do
    not make it; else all count.
    """

    entry: LogEntry
    level: int
    is_sure: bool


@dataclass(slots=True)
class DiaryEntries:
    """Entries that may still get a note, or turn out to be a sum or parts of one.

    `noteless` is the line of the last of them if it has no note of its own. `dropped`
    are the lines of those that do not count, since a length stated above them does, by
    whether they make it together.
    """

    stated: _Stated | None = None
    entries: list[LogEntry] = field(default_factory=list)
    noteless: int = 0
    dropped: dict[bool, list[int]] = field(
        default_factory=lambda: {True: [], False: []}
    )

    def add(
        self, entries: Sequence[LogEntry], level: int, *, states: bool, may_sum: bool
    ) -> Iterator[LogEntry]:
        """Add the entries of a line; those that are complete with it.

        `level` is that of the line; `states` where it is a heading or has a label, and
        `may_sum` where it says only a length.
        """
        stated = self.stated
        if stated is None:
            yield from self.entries
            self.entries = []
        elif (states and self.ends_at(level)) or (
            stated.entry.clock and entries[0].clock
        ):
            yield from self.close()
        if self.stated is None and len(entries) == 1 and (states or may_sum):
            self.stated = _Stated(entries[0], level, is_sure=states)
        else:
            self.entries += entries

    def ends_at(self, level: int) -> bool:
        """Whether what is below a heading of `level` is no part of a stated length."""
        return self.stated is not None and self.stated.level >= level

    def annotate(self, text: str) -> bool:
        """Whether a line is the note on the entry before: `What: reading`."""
        label = split_label(text)
        if not self.noteless or not label or not any(map(str.isalpha, label.value)):
            return False
        spans = read_spans(label.value)
        if is_sum_name(label.name) or (spans and spans.leads):
            return False
        for place in range(len(self.entries) - 1, -1, -1):
            if self.entries[place].line != self.noteless:
                break  # those of the line before
            self.entries[place] = self.entries[place]._replace(note=label.value)
        if self.stated and self.stated.entry.line == self.noteless:
            entry = self.stated.entry._replace(note=label.value)
            self.stated = self.stated._replace(entry=entry)
        self.noteless = 0
        return True

    def close(self) -> Iterator[LogEntry]:
        """All entries: of a stated length and those below it, the ones that count."""
        stated, entries = self.stated, self.entries
        self.stated, self.entries, self.noteless = None, [], 0
        if stated is None or not entries:
            yield from [stated.entry] if stated else entries
            return
        together = _seconds(entries)
        agree = together is not None and together == _seconds([stated.entry])
        is_sum = (
            agree and (stated.is_sure or len(entries) > 1) and not stated.entry.clock
        )
        if not is_sum:
            yield stated.entry
        if is_sum or not stated.is_sure:
            yield from entries
        else:
            self.dropped[agree] += [entry.line for entry in entries]


def _seconds(entries: Iterable[LogEntry]) -> int | None:
    """How long entries are together; None if one of them does not say."""
    mentions = (Mention(0, 0, e.length, e.clock, e.end_clock) for e in entries)
    lengths = [mention.seconds for mention in mentions]
    return None if None in lengths else sum(filter(None, lengths))
