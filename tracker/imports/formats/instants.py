"""Instants as exports write them, in UTC seconds."""

import re
from datetime import UTC, datetime, time

from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import read_written, real_day
from tracker.imports.rules.entries import LogEntry

_APART = re.compile(r"(.*\d) (?:UTC|GMT|Z|([+-]\d\d:?\d\d))")
FARTHEST = 14 * 3600


def instant(text: str) -> int | None:
    """`2026-03-01T09:00:00Z`, `20260301T090000Z`, `2026-03-01 09:00:00 +0200`: UTC seconds; None without an offset."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        found = _APART.fullmatch(text)
        return instant(found[1] + (found[2] or "+00:00")) if found else None
    return int(moment.timestamp()) if moment.tzinfo else None


def instant_at(day: str, clock: str, offset: str) -> int | None:
    """UTC seconds of a day (the year first) and a clock at an offset like `+0200`, `-05:30`, `Z`; None for no such."""
    written, seconds = read_written(day), read_clock(clock)
    found = (
        real_day(written.year, written.first, written.second)
        if written and written.year
        else None
    )
    east = 0 if offset == "Z" else int(offset[1:3]) * 3600 + int(offset[-2:]) * 60
    if found is None or seconds is None or east > FARTHEST:
        return None
    return (
        int(datetime.combine(found, time(), UTC).timestamp())
        + seconds
        - (-east if offset[0] == "-" else east)
    )


def local(text: str) -> tuple[str, str]:
    """`2026-03-01T09:00:00` as its day and its clock; both empty where `text` is no such time."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return "", ""
    return moment.date().isoformat(), moment.time().isoformat()


def with_times(entry: LogEntry, start: str, end: str) -> LogEntry:
    """`entry` from `start` to `end`, each with an offset or both without."""
    began = instant(start)
    if began is not None:
        return entry._replace(began=began, ended=instant(end))
    day, clock = local(start)
    end_day, end_clock = local(end)
    if not clock:
        return entry._replace(fault="no start")
    return entry._replace(day=day, clock=clock, end_day=end_day, end_clock=end_clock)
