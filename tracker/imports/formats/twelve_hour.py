"""Times on a clock of twelve hours that do not all say their half of the day."""

import re
from collections.abc import Iterable, Iterator

from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.entries import LogEntry

# The half of the day at the end of a time: `9:30 pm`, `9 a.m.`.
_HALF = re.compile(r"[ap]\.? ?m\.?$", re.IGNORECASE)
# A whole hour without minutes: `7`, the 7 of `7 pm`.
_BARE = re.compile(r"^(\d{1,2})(?=$| ?[ap])", re.IGNORECASE)
HALF_DAY = 12 * 3600
HOUR = 3600
SOME = 8


def half_of(clock: str) -> str:
    """The half of the day of a time as written: `pm` of `9:30 pm`; empty for none."""
    match = _HALF.search(clock)
    return match[0] if match else ""


def with_half_of_day(start: str, end: str) -> tuple[str, str]:
    """Both times with minutes, and with the half of the day that one of them lacks.

    It is the other's, or the one that puts the start before the end: `7-9 pm`.
    """
    start, end = (_BARE.sub(r"\1:00", clock) for clock in (start, end))
    first, last = half_of(start), half_of(end)
    if last and not first and read_clock(start) is not None:
        same, other = _both_halves(start, last)
        return same if _is_before(same, end) else other, end
    if first and not last and read_clock(end) is not None:
        same, other = _both_halves(end, first)
        return start, same if _is_before(start, same) else other
    return start, end


def _both_halves(clock: str, half: str) -> tuple[str, str]:
    return clock + half, clock + ("am" if half[0] in "pP" else "pm")


def _is_before(start: str, end: str) -> bool:
    first, last = read_clock(start), read_clock(end)
    return first is not None and last is not None and first < last


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
