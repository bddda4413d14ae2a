"""klog: records of a day, with a summary and indented entries.

An entry is a length (`1h30m`), a range (`9:00 - 10:30`) or an open range (`9:00 - ?`).
A negative length (`-45m`) is a break: it comes off the record's other entries.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import chain

from tracker.imports.formats.source import Source
from tracker.imports.rules.clocks import MIDNIGHT, read_clock
from tracker.imports.rules.entries import RUNNING, LogEntry
from tracker.imports.rules.lengths import read_length

# How many entries above and below a break it may come off; how many tags a record has.
_REACH, _MOST_TAGS = 100, 100
_TOO_LONG_BREAKS = "the breaks of its record are longer than the entries"
# The line that begins a record: `2026-01-21`, `2026/01/21 (8h!)`.
_RECORD = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?:\s+\([^)]*\))?\s*", re.ASCII)
# The indent of an entry.
_INDENT = re.compile(r" {2,4}|\t")
_CLOCK = r"\d{1,2}:\d\d(?:am|pm)?"
# A time, perhaps of the day before or after: `<23:30`, `9:00`, `0:30>`.
_TIME = rf"(<?)({_CLOCK})(>?)"
# `9:00 - 10:30 maths`, `23:00 - 0:30> maths`, `9:00 - ?`.
_RANGE = re.compile(rf"{_TIME} *- *(?:\?+|{_TIME})(?:\s+(.*))?", re.ASCII)
# `1h30m maths`, `-30m lunch`.
_LENGTH = re.compile(r"([+-]?(?:\d+h(?:\d+m)?|\d+m))(?:\s+(.*))?", re.ASCII)
# `#maths`, `#book=goodfellow`, `#book="Deep Learning"`.
_TAG = re.compile(r"#([\w-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([\w-]+)))?")


@dataclass(slots=True)
class KlogRecord:
    """The record that is being read.

    Tags of its `summary` are tags of all its entries. `indent` is that of its first
    entry. `day` is empty for lines that are in no record. `seconds` are the lengths of
    its entries, negative for breaks and 0 where an entry has none.
    """

    day: str
    summary: list[str] = field(default_factory=list)
    indent: str = ""
    entries: list[LogEntry] = field(default_factory=list)
    seconds: list[int] = field(default_factory=list)


def read(source: Source) -> Iterator[LogEntry]:
    """The entries. The project is an entry's first tag, else its record's.

    After a blank line, lines that begin no record have no day.
    """
    record, after_blank, after_entry = KlogRecord(""), True, False
    for number, line in source.lines():
        if after_entry and line.startswith(record.indent * 2) and line.strip():
            last = record.entries[-1]
            note = f"{last.note}\n{line.strip()}".strip()
            record.entries[-1] = last._replace(note=note)
            continue
        after_entry = False
        next_record = _record(line, after_blank=after_blank)
        if next_record:
            yield from _entries_of(record)
            record = next_record
        after_blank = not line.strip()
        if after_blank or (next_record and record.day):
            continue
        if record.day:
            after_entry = _add_entry(record, number, line)
        else:
            yield LogEntry(number, fault="not under a day")
    yield from _entries_of(record)


def _record(line: str, *, after_blank: bool) -> KlogRecord | None:
    """The record that a line begins; one without a day for something else."""
    if match := _RECORD.fullmatch(line):
        return KlogRecord("-".join(match.groups()))
    return KlogRecord("") if after_blank and line[:1].strip() else None


def _add_entry(record: KlogRecord, number: int, line: str) -> bool:
    """Add the entry that an indented line begins; others belong to the summary."""
    indent = _INDENT.match(line)
    if not indent:
        record.summary.append(line)
        return False
    record.indent = record.indent or indent[0]
    entry, seconds = _entry(number, line.strip(), record.day)
    record.entries.append(entry)
    record.seconds.append(seconds)
    return True


def _entry(number: int, text: str, day: str) -> tuple[LogEntry, int]:
    """An entry and its seconds; 0 where it has none."""
    if match := _RANGE.fullmatch(text):
        before, clock, after, end_before, end_clock, end_after, note = match.groups()
        entry = LogEntry(
            number, note=note or "", day=_shift_day(day, before, after), clock=clock
        )
        if not end_clock:
            return entry._replace(fault=RUNNING), 0
        end_day = _shift_day(day, end_before, end_after)
        days = _days(end_before, end_after) - _days(before, after)
        length = (read_clock(end_clock) or 0) - (read_clock(clock) or 0)
        entry = entry._replace(end_day=end_day, end_clock=end_clock)
        return entry, max(length + days * MIDNIGHT, 0)
    if match := _LENGTH.fullmatch(text):
        length_text, note = match[1].lstrip("+"), match[2] or ""
        entry = LogEntry(number, note=note, day=day, length=length_text, unit="m")
        return entry, read_length(length_text, "m") or 0
    return LogEntry(number, fault="unreadable entry"), 0


def _days(before: str, after: str) -> int:
    """-1 where a time has a `<`, 1 where it has a `>`."""
    return bool(after) - bool(before)


def _shift_day(day: str, before: str, after: str) -> str:
    """The day before where a time has a `<`, the day after where it has a `>`.

    A day that does not exist stays as it is.
    """
    days = _days(before, after)
    if not days:
        return day
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def _entries_of(record: KlogRecord) -> Iterator[LogEntry]:
    """The entries of a whole record, each with the breaks that come off it.

    They are all skipped where the breaks are longer than they are together.
    """
    left = _without_breaks(record.seconds)
    if left is None:
        for entry in record.entries:
            yield entry._replace(fault=entry.fault or _TOO_LONG_BREAKS)
        return
    tags = [*map(_tag, _TAG.finditer(" ".join(record.summary)))][:_MOST_TAGS]
    for entry, whole, rest in zip(record.entries, record.seconds, left, strict=True):
        if whole >= 0:
            pause = f"{whole - rest}s" if rest < whole else ""
            yield _with_tags(entry._replace(pause=pause), tags)


def _without_breaks(seconds: Sequence[int]) -> list[int] | None:
    """What remains of each entry of a record: `[7200, 3600, -2700]` is `[7200, 900, 0]`.

    A break comes off the nearest entry above it that is longer, else off the nearest
    below; where none is longer, off several. None where a break is longer than the
    entries near it together.
    """
    left = [max(length, 0) for length in seconds]
    for place, length in enumerate(seconds):
        if length >= 0:
            continue
        pause, nearest = -length, partial(_nearest, place, len(left))
        longer = next((other for other in nearest() if left[other] > pause), None)
        for other in nearest() if longer is None else (longer,):
            taken = min(left[other], pause)
            left[other] -= taken
            pause -= taken
        if pause:
            return None
    return left


def _nearest(place: int, count: int) -> Iterator[int]:
    """The places of `count` near one: those above from the nearest, then those below."""
    above = range(place - 1, max(place - 1 - _REACH, -1), -1)
    return chain(above, range(place + 1, min(place + 1 + _REACH, count)))


def _with_tags(entry: LogEntry, of_record: Sequence[str]) -> LogEntry:
    """The entry with its tags and its record's: the first is its project."""
    own_tags = map(_tag, _TAG.finditer(entry.note))
    tags = list(dict.fromkeys(chain(own_tags, of_record)))
    if not tags:
        return entry
    return entry._replace(project=tags[0], tags=tuple(tags[1:]))


def _tag(match: re.Match[str]) -> str:
    value = next(filter(None, match.groups()[1:]), "")
    return f"{match[1]}={value}" if value else match[1]
