"""Times on a clock of twelve hours that do not all say their half of the day."""

from collections.abc import Iterable, Iterator, Sequence

from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.entries import LogEntry
from tracker.limits import HOUR

HALF_DAY = 12 * HOUR
SOME = 8


def read_twelve_hours(entries: Iterable[LogEntry]) -> Iterator[LogEntry]:
    """The entries of a log, whose hours may count from 1 to 12 only.

    Then an end before its start is half a day later. Hours count so if no time is 0:00
    to 0:59, 13:00 or later, or written like 09:00, of at least 8 times.
    """
    listed = list(entries)
    both = [(entry.clock, entry.end_clock) for entry in listed]
    if counts_twelve_hours([clock for pair in both for clock in pair if clock]):
        yield from map(with_later_half, listed)
    else:
        yield from listed


def counts_twelve_hours(clocks: Sequence[str]) -> bool:
    """Whether times count hours from 1 to 12 only, and are enough to tell."""
    return len(clocks) >= SOME and all(map(_is_on_face, clocks))


def with_later_half(entry: LogEntry) -> LogEntry:
    """`entry`; if its end is before its start, then half a day later."""
    return _half_day_later(entry) if _is_backward(entry) else entry


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
