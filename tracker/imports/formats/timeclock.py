"""timeclock, as ledger and hledger read it: a line for each clock-in and clock-out."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.imports.formats.instants import instant_at
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import NO_END, RUNNING, LogEntry

# `i 2026-01-21 09:00:00 maths:algebra  chapter 3`, `o 2026/01/21 10:30:00+0100`.
_LINE = re.compile(
    r"([iIoO])\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s+(\d{1,2}:\d\d[^\s+Z-]*)"
    r"([+-]\d\d:?\d\d|Z)?(?:\s+(.*))?",
    re.ASCII,
)
# What is no clock-in or clock-out: comments, hours a day (`h`, `b`), blank lines.
_OTHER = re.compile(r"\s*(?:[;#*%].*|[bh]\s.*|)")


class ClockStamp(NamedTuple):
    """When someone clocked in or out: as written; with an offset, in UTC seconds."""

    day: str
    clock: str
    at: int | None
    fault: str


def read(source: Source) -> Iterator[LogEntry]:
    """The sessions, each at the line of its clock-in.

    An account ends at two blanks; its description follows. A clock-out ends the account
    that it names, if it is open, else the latest clock-in, as hledger does.
    """
    open_entries: list[LogEntry] = []
    for number, line in source.lines():
        match = _LINE.fullmatch(line.rstrip())
        if not match:
            if not _OTHER.fullmatch(line):
                yield LogEntry(number, fault="neither a clock-in nor a clock-out")
            continue
        code, day, clock, offset, text = match.groups()
        stamp = _stamp(day, clock, offset or "")
        if code in "iI":
            entry = _clocked_in(number, stamp, text or "")
            for other in [e for e in open_entries if e.project == entry.project]:
                yield other._replace(fault=NO_END)
                open_entries.remove(other)
            open_entries.append(entry)
        elif open_entries:
            place = _place_to_close(open_entries, text or "")
            yield _clocked_out(open_entries.pop(place), stamp)
        else:
            yield LogEntry(number, fault="clock-out without a clock-in")
    for entry in open_entries:
        yield entry._replace(fault=RUNNING)


def _place_to_close(open_entries: Sequence[LogEntry], text: str) -> int:
    """The place of the entry that a clock-out with this text ends; -1 for the last."""
    account = text.partition("  ")[0].partition(";")[0].strip()
    for place in reversed(range(len(open_entries))):
        if account and open_entries[place].project == account:
            return place
    return -1


def _stamp(day: str, clock: str, offset: str) -> ClockStamp:
    if not offset:
        return ClockStamp(day, clock, None, "")
    at = instant_at(day, clock, offset)
    fault = "a time that does not exist" if at is None else ""
    return ClockStamp(day, clock, at, fault)


def _clocked_in(line: int, stamp: ClockStamp, text: str) -> LogEntry:
    account, _, note = text.partition("  ")
    return LogEntry(
        line,
        project=account.strip(),
        note=note.strip().lstrip("; "),
        day=stamp.day,
        clock=stamp.clock,
        began=stamp.at,
        fault=stamp.fault,
    )


def _clocked_out(entry: LogEntry, stamp: ClockStamp) -> LogEntry:
    """The whole session. Both its times have an offset, or neither has."""
    fault = entry.fault or stamp.fault
    if not fault and (entry.began is None) != (stamp.at is None):
        fault = "only one of its times has a UTC offset"
    return entry._replace(
        end_day=stamp.day, end_clock=stamp.clock, ended=stamp.at, fault=fault
    )
