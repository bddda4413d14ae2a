"""Times on a clock of twelve hours, where a log never says which half of the day."""

from collections.abc import Iterable, Iterator

from tracker.intake.rules.clocks import read_clock
from tracker.intake.rules.entries import Entry

HALF_DAY = 12 * 3600
HOUR = 3600
SOME = 8


def on_one_face(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries of a log; where it counts hours from 1 to 12 alone, an end before its start is half a day later.

    That is so where no time is 0:00 to 0:59, 13:00 or later, or written like 09:00, among some ranges at least.
    """
    listed = list(entries)
    clocks = [clock for entry in listed for clock in (entry.clock, entry.end_clock) if clock]
    if len(clocks) >= SOME and all(map(_on_face, clocks)):
        listed = [_later(entry) if _goes_back(entry) else entry for entry in listed]
    yield from listed


def _on_face(clock: str) -> bool:
    seconds = read_clock(clock)
    return clock[0] != "0" and seconds is not None and HOUR <= seconds < HALF_DAY + HOUR


def _goes_back(entry: Entry) -> bool:
    first, last = read_clock(entry.clock), read_clock(entry.end_clock)
    return not entry.end_day and first is not None and last is not None and last < first


def _later(entry: Entry) -> Entry:
    seconds = (read_clock(entry.end_clock) or 0) + HALF_DAY
    return entry._replace(end_clock=f"{seconds // HOUR}:{seconds // 60 % 60:02}")
