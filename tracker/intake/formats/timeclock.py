"""timeclock, as ledger and hledger read it: a line of clocking in, a line of clocking out."""

import re
from collections.abc import Iterator

from tracker.intake.formats.source import Source
from tracker.intake.rules.entries import NO_END, Entry

NAME = "timeclock"
_LINE = re.compile(r"([iIoO])\s+(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})\s+(\d{1,2}:\d\d(?::\d\d)?)\S*(?:\s+(.*))?", re.ASCII)
_OTHER = re.compile(r"\s*(?:[;#*%].*|[bh]\s.*|)")


def read(source: Source) -> Iterator[Entry]:
    """Sessions, each at the line of its clocking in. The account ends at two blanks; what follows describes."""
    open_: Entry | None = None
    for number, line in source.lines():
        found = _LINE.fullmatch(line.rstrip())
        if not found:
            if not _OTHER.fullmatch(line):
                yield Entry(number, fault="neither a clocking in nor a clocking out")
            continue
        kind, day, clock, text = found.groups()
        if kind in "iI":
            if open_:
                yield open_._replace(fault=NO_END)
            account, _, note = (text or "").partition("  ")
            open_ = Entry(number, account.strip(), note.strip().lstrip("; "), day=day, clock=clock)
        elif open_:
            yield open_._replace(end_day=day, end_clock=clock)
            open_ = None
        else:
            yield Entry(number, fault="clocked out without having clocked in")
    if open_:
        yield open_._replace(fault=NO_END)
