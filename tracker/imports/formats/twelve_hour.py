"""Times on a clock of twelve hours that do not all say their half of the day."""

from collections.abc import Iterable, Iterator

from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.entries import LogEntry

HALF_DAY = 12 * 3600
HOUR = 3600
SOME = 8


def read_twelve_hours(entries: Iterable[LogEntry]) -> Iterator[LogEntry]:
    """The entries of a log, whose hours may count from 1 to 12 only.

    Then an end before its start is half a day later. Hours count so if no time is 0:00
    to 0:59, 13:00 or later, or written like 09:00, of at least 8 times. An end at 0:00
    is the end of the day.
    """
    listed = list(entries)
    both = [(entry.clock, entry.end_clock) for entry in listed]
    clocks = [clock for pair in both for clock in pair if clock]
    if len(clocks) >= SOME and all(map(_is_on_face, clocks)):
        listed = [
            _half_day_later(entry) if _is_backward(entry) else entry for entry in listed
        ]
    yield from map(_with_midnight_end, listed)


def _with_midnight_end(entry: LogEntry) -> LogEntry:
    if entry.end_day or read_clock(entry.end_clock) != 0 or not read_clock(entry.clock):
        return entry
    return entry._replace(end_clock="24:00")


def _is_on_face(clock: str) -> bool:
    seconds = read_clock(clock)
    return clock[0] != "0" and seconds is not None and HOUR <= seconds < HALF_DAY + HOUR


def _is_backward(entry: LogEntry) -> bool:
    first, last = read_clock(entry.clock), read_clock(entry.end_clock)
    if entry.end_day or first is None or last is None:
        return False
    return last < first


def _half_day_later(entry: LogEntry) -> LogEntry:
    seconds = (read_clock(entry.end_clock) or 0) + HALF_DAY
    return entry._replace(end_clock=f"{seconds // HOUR}:{seconds // 60 % 60:02}")
