"""klog: records of a day, with a summary and indented entries: lengths, ranges, open ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import NO_END, LogEntry

_RECORD = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?:\s+\([^)]*\))?\s*", re.ASCII)
_INDENT = re.compile(r" {2,4}|\t")
_CLOCK = r"\d{1,2}:\d\d(?:am|pm)?"
_TIME = rf"(<?)({_CLOCK})(>?)"
_RANGE = re.compile(rf"{_TIME} *- *(?:\?+|{_TIME})(?:\s+(.*))?", re.ASCII)
_LENGTH = re.compile(r"([+-]?(?:\d+h(?:\d+m)?|\d+m))(?:\s+(.*))?", re.ASCII)
_TAG = re.compile(r"#([\w-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([\w-]+)))?")


@dataclass(slots=True)
class Record:
    """The day at hand, its summary, whose tags hold for all of it, and how far its entries are indented."""

    day: str
    summary: str = ""
    indent: str = ""


def read(source: Source) -> Iterator[LogEntry]:
    """Entries. The project is the entry's first tag, else its record's; tags of both count.

    What begins after a blank line and is no record has no day.
    """
    record, pending, apart = Record(""), None, True
    for number, line in source.lines():
        if pending and line.startswith(record.indent * 2) and line.strip():
            pending = pending._replace(note=f"{pending.note}\n{line.strip()}".strip())
            continue
        if pending:
            yield _tagged(pending, record)
            pending = None
        begun = _begun(line, apart=apart)
        record, apart = begun or record, not line.strip()
        if apart or (begun and begun.day):
            continue
        if not record.day:
            yield LogEntry(number, fault="not under a day")
        else:
            pending = _part(number, line, record)
    if pending:
        yield _tagged(pending, record)


def _begun(line: str, *, apart: bool) -> Record | None:
    """The record that a line begins; one of no day where it begins something else, `apart` from what was before."""
    if found := _RECORD.fullmatch(line):
        return Record("-".join(found.groups()))
    return Record("") if apart and line[:1].strip() else None


def _part(number: int, line: str, record: Record) -> LogEntry | None:
    """The entry that an indented line of a record begins; any other line belongs to the record's summary."""
    indent = _INDENT.match(line)
    if not indent:
        record.summary += f" {line}"
        return None
    record.indent = record.indent or indent[0]
    return _entry(number, line.strip(), record.day)


def _entry(number: int, text: str, day: str) -> LogEntry:
    if found := _RANGE.fullmatch(text):
        entry = LogEntry(
            number,
            note=found[7] or "",
            day=_shifted(day, found[1], found[3]),
            clock=found[2],
        )
        if not found[5]:
            return entry._replace(fault=NO_END)
        return entry._replace(
            end_day=_shifted(day, found[4], found[6]), end_clock=found[5]
        )
    if found := _LENGTH.fullmatch(text):
        return LogEntry(
            number, note=found[2] or "", day=day, length=found[1].lstrip("+"), unit="m"
        )
    return LogEntry(number, fault="unreadable entry")


def _shifted(day: str, before: str, after: str) -> str:
    """The day before where a time has a `<`, the day after where it has a `>`; one that does not exist stays."""
    days = bool(after) - bool(before)
    try:
        return (
            (date.fromisoformat(day) + timedelta(days=days)).isoformat()
            if days
            else day
        )
    except (ValueError, OverflowError):
        return day


def _tagged(entry: LogEntry, record: Record) -> LogEntry:
    tags = list(
        dict.fromkeys(
            map(_tag, [*_TAG.finditer(entry.note), *_TAG.finditer(record.summary)])
        )
    )
    if not tags:
        return entry
    return entry._replace(project=tags[0], tags=tuple(tags[1:]))


def _tag(found: re.Match[str]) -> str:
    value = next(filter(None, found.groups()[1:]), "")
    return f"{found[1]}={value}" if value else found[1]
