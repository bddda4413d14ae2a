"""timeclock, as ledger and hledger read it: a line of clocking in, a line of clocking out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.intake.formats.instants import instant_at
from tracker.intake.formats.source import Source
from tracker.intake.rules.entries import NO_END, Entry

NAME = "timeclock"
_LINE = re.compile(
    r"([iIoO])\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s+(\d{1,2}:\d\d[^\s+Z-]*)([+-]\d\d:?\d\d|Z)?(?:\s+(.*))?", re.ASCII
)
_OTHER = re.compile(r"\s*(?:[;#*%].*|[bh]\s.*|)")


class Stamp(NamedTuple):
    """When someone clocked in or out: as written and, where that has a UTC offset, in UTC seconds."""

    day: str
    clock: str
    at: int | None
    fault: str


def read(source: Source) -> Iterator[Entry]:
    """Sessions, each at the line of its clocking in. The account ends at two blanks; what follows describes."""
    open_: Entry | None = None
    for number, line in source.lines():
        found = _LINE.fullmatch(line.rstrip())
        if not found:
            if not _OTHER.fullmatch(line):
                yield Entry(number, fault="neither a clocking in nor a clocking out")
            continue
        stamp = _stamp(found[2], found[3], found[4] or "")
        if found[1] in "iI":
            if open_:
                yield open_._replace(fault=NO_END)
            open_ = _clocked_in(number, stamp, found[5] or "")
        elif open_:
            yield _clocked_out(open_, stamp)
            open_ = None
        else:
            yield Entry(number, fault="clocked out without having clocked in")
    if open_:
        yield open_._replace(fault=NO_END)


def _stamp(day: str, clock: str, offset: str) -> Stamp:
    at = instant_at(day, clock, offset) if offset else None
    return Stamp(day, clock, at, "a time that does not exist" if offset and at is None else "")


def _clocked_in(line: int, stamp: Stamp, text: str) -> Entry:
    account, _, note = text.partition("  ")
    day, clock, at, fault = stamp
    return Entry(line, account.strip(), note.strip().lstrip("; "), day=day, clock=clock, began=at, fault=fault)


def _clocked_out(entry: Entry, stamp: Stamp) -> Entry:
    """The whole session: both times with an offset or both without, since one alone says nothing of the other."""
    fault = entry.fault or stamp.fault
    if not fault and (entry.began is None) != (stamp.at is None):
        fault = "only one of its times has a UTC offset"
    return entry._replace(end_day=stamp.day, end_clock=stamp.clock, ended=stamp.at, fault=fault)
