"""klog: records of a day, with a summary and indented entries.

An entry is a length (`1h30m`), a range (`9:00 - 10:30`) or an open range (`9:00 - ?`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import NO_END, LogEntry

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
    entry. `day` is empty for lines that are in no record.
    """

    day: str
    summary: str = ""
    indent: str = ""


def read(source: Source) -> Iterator[LogEntry]:
    """The entries. The project is an entry's first tag, else its record's.

    After a blank line, lines that begin no record have no day.
    """
    record, pending, after_blank = KlogRecord(""), None, True
    for number, line in source.lines():
        if pending and line.startswith(record.indent * 2) and line.strip():
            pending = pending._replace(note=f"{pending.note}\n{line.strip()}".strip())
            continue
        if pending:
            yield _with_tags(pending, record)
            pending = None
        next_record = _record(line, after_blank=after_blank)
        record, after_blank = next_record or record, not line.strip()
        if after_blank or (next_record and next_record.day):
            continue
        if not record.day:
            yield LogEntry(number, fault="not under a day")
        else:
            pending = _entry_of_line(number, line, record)
    if pending:
        yield _with_tags(pending, record)


def _record(line: str, *, after_blank: bool) -> KlogRecord | None:
    """The record that a line begins; one without a day for something else."""
    if match := _RECORD.fullmatch(line):
        return KlogRecord("-".join(match.groups()))
    return KlogRecord("") if after_blank and line[:1].strip() else None


def _entry_of_line(number: int, line: str, record: KlogRecord) -> LogEntry | None:
    """The entry that an indented line begins; other lines belong to the summary."""
    indent = _INDENT.match(line)
    if not indent:
        record.summary += f" {line}"
        return None
    record.indent = record.indent or indent[0]
    return _entry(number, line.strip(), record.day)


def _entry(number: int, text: str, day: str) -> LogEntry:
    if match := _RANGE.fullmatch(text):
        before, clock, after, end_before, end_clock, end_after, note = match.groups()
        entry = LogEntry(
            number, note=note or "", day=_shift_day(day, before, after), clock=clock
        )
        if not end_clock:
            return entry._replace(fault=NO_END)
        end_day = _shift_day(day, end_before, end_after)
        return entry._replace(end_day=end_day, end_clock=end_clock)
    if match := _LENGTH.fullmatch(text):
        length, note = match[1].lstrip("+"), match[2] or ""
        return LogEntry(number, note=note, day=day, length=length, unit="m")
    return LogEntry(number, fault="unreadable entry")


def _shift_day(day: str, before: str, after: str) -> str:
    """The day before where a time has a `<`, the day after where it has a `>`.

    A day that does not exist stays as it is.
    """
    days = bool(after) - bool(before)
    if not days:
        return day
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def _with_tags(entry: LogEntry, record: KlogRecord) -> LogEntry:
    """The entry with its tags and its record's: the first is its project."""
    matches = [*_TAG.finditer(entry.note), *_TAG.finditer(record.summary)]
    tags = list(dict.fromkeys(map(_tag, matches)))
    if not tags:
        return entry
    return entry._replace(project=tags[0], tags=tuple(tags[1:]))


def _tag(match: re.Match[str]) -> str:
    value = next(filter(None, match.groups()[1:]), "")
    return f"{match[1]}={value}" if value else match[1]
