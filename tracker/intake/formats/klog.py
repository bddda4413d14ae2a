"""klog: records of a day, with a summary and indented entries: lengths, ranges, open ranges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.intake.formats.source import Source
from tracker.intake.rules.entries import NO_END, Entry

NAME = "klog"
_RECORD = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?:\s+\([^)]*\))?\s*", re.ASCII)
_INDENT = re.compile(r" {2,4}|\t")
_CLOCK = r"\d{1,2}:\d\d(?:am|pm)?"
_RANGE = re.compile(rf"(<?)({_CLOCK})\s*-\s*(?:\?+|({_CLOCK})(>?))(?:\s+(.*))?", re.ASCII)
_LENGTH = re.compile(r"([+-]?(?:\d+h(?:\d+m)?|\d+m))(?:\s+(.*))?", re.ASCII)
_TAG = re.compile(r"#([\w-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([\w-]+)))?")


@dataclass(slots=True)
class Record:
    """The day at hand, its summary, whose tags hold for all of it, and how far its entries are indented."""

    day: str
    summary: str = ""
    indent: str = ""


def read(source: Source) -> Iterator[Entry]:
    """Entries. The project is the entry's first tag, else its record's; tags of both count."""
    record, pending = Record(""), None
    for number, line in source.lines():
        if pending and line.startswith(record.indent * 2) and line.strip():
            pending = pending._replace(note=f"{pending.note}\n{line.strip()}".strip())
            continue
        if pending:
            yield _tagged(pending, record)
            pending = None
        if found := _RECORD.fullmatch(line):
            record = Record("-".join(found.groups()))
        elif line.strip() and not record.day:
            yield Entry(number, fault="not in a record of a day")
        elif line.strip():
            pending = _part(number, line, record)
    if pending:
        yield _tagged(pending, record)


def _part(number: int, line: str, record: Record) -> Entry | None:
    """The entry that an indented line of a record begins; any other line belongs to the record's summary."""
    indent = _INDENT.match(line)
    if not indent:
        record.summary += f" {line}"
        return None
    record.indent = record.indent or indent[0]
    return _entry(number, line.strip(), record.day)


def _entry(number: int, text: str, day: str) -> Entry:
    if found := _RANGE.fullmatch(text):
        before, start, end, after, note = found.groups()
        entry = Entry(number, note=note or "", day=_shifted(day, -1 if before else 0), clock=start)
        return entry._replace(end_day=_shifted(day, 1 if after else 0), end_clock=end) if end else _open(entry)
    if found := _LENGTH.fullmatch(text):
        return Entry(number, note=found[2] or "", day=day, length=found[1].lstrip("+"), unit="m")
    return Entry(number, fault="an entry that cannot be read")


def _open(entry: Entry) -> Entry:
    return entry._replace(fault=NO_END)


def _shifted(day: str, days: int) -> str:
    """The day before or after; one that does not exist stays, to be refused as such."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if days else day
    except (ValueError, OverflowError):
        return day


def _tagged(entry: Entry, record: Record) -> Entry:
    tags = list(dict.fromkeys(map(_tag, [*_TAG.finditer(entry.note), *_TAG.finditer(record.summary)])))
    if not tags:
        return entry
    return entry._replace(project=tags[0], tags=tuple(tags[1:]))


def _tag(found: re.Match[str]) -> str:
    value = next(filter(None, found.groups()[1:]), "")
    return f"{found[1]}={value}" if value else found[1]
