"""timeclock, as ledger and hledger read it: a line of clocking in, a line of clocking out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.imports.formats.instants import instant_at
from tracker.imports.formats.source import Source
from tracker.imports.rules.entries import NO_END, LogEntry

_LINE = re.compile(
    r"([iIoO])\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s+(\d{1,2}:\d\d[^\s+Z-]*)([+-]\d\d:?\d\d|Z)?(?:\s+(.*))?",
    re.ASCII,
)
_OTHER = re.compile(r"\s*(?:[;#*%].*|[bh]\s.*|)")


class Stamp(NamedTuple):
    """When someone clocked in or out: as written and, where that has a UTC offset, in UTC seconds."""

    day: str
    clock: str
    at: int | None
    fault: str


def read(source: Source) -> Iterator[LogEntry]:
    """Sessions, each at the line of its clocking in. The account ends at two blanks; what follows describes.

    Clocking out ends what it names, where that is open, else what was begun last, as hledger has it.
    """
    begun: list[LogEntry] = []
    for number, line in source.lines():
        found = _LINE.fullmatch(line.rstrip())
        if not found:
            if not _OTHER.fullmatch(line):
                yield LogEntry(number, fault="neither a clock-in nor a clock-out")
            continue
        stamp = _stamp(found[2], found[3], found[4] or "")
        if found[1] in "iI":
            entry = _clocked_in(number, stamp, found[5] or "")
            yield from (
                open_._replace(fault=NO_END)
                for open_ in begun
                if open_.project == entry.project
            )
            begun = [
                *(open_ for open_ in begun if open_.project != entry.project),
                entry,
            ]
        elif begun:
            yield _clocked_out(begun.pop(_ended(begun, found[5] or "")), stamp)
        else:
            yield LogEntry(number, fault="clock-out without a clock-in")
    for entry in begun:
        yield entry._replace(fault=NO_END)


def _ended(begun: list[LogEntry], text: str) -> int:
    """Which of those that were begun a clocking out ends."""
    account = text.partition("  ")[0].partition(";")[0].strip()
    named = [
        place
        for place, entry in enumerate(begun)
        if account and entry.project == account
    ]
    return named[-1] if named else -1


def _stamp(day: str, clock: str, offset: str) -> Stamp:
    at = instant_at(day, clock, offset) if offset else None
    return Stamp(
        day, clock, at, "a time that does not exist" if offset and at is None else ""
    )


def _clocked_in(line: int, stamp: Stamp, text: str) -> LogEntry:
    account, _, note = text.partition("  ")
    day, clock, at, fault = stamp
    return LogEntry(
        line,
        account.strip(),
        note.strip().lstrip("; "),
        day=day,
        clock=clock,
        began=at,
        fault=fault,
    )


def _clocked_out(entry: LogEntry, stamp: Stamp) -> LogEntry:
    """The whole session: both times with an offset or both without, since one alone says nothing of the other."""
    fault = entry.fault or stamp.fault
    if not fault and (entry.began is None) != (stamp.at is None):
        fault = "only one of its times has a UTC offset"
    return entry._replace(
        end_day=stamp.day, end_clock=stamp.clock, ended=stamp.at, fault=fault
    )
