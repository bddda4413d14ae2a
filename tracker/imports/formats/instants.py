"""Instants as exports write them, in UTC seconds."""

from datetime import UTC, datetime, time

from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import read_numbers, real_day
from tracker.imports.rules.entries import LogEntry
from tracker.limits import HOUR

UTC_NAMES = ("UTC", "GMT", "Z")
LARGEST_OFFSET = 14 * HOUR
LONGEST = 40  # a moment with its offset and fractions of a second


def instant(text: str) -> int | None:
    """UTC seconds of a moment with its offset; None without one.

    `2026-03-01T09:00:00Z`, `20260301T090000Z`, `2026-03-01 09:00:00 +0200`.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        local, _, zone = text.rpartition(" ")
        zone = "+00:00" if zone in UTC_NAMES else zone
        is_zone = zone.startswith(("+", "-")) and len(text) <= LONGEST
        return instant(local + zone) if local and is_zone else None
    return int(moment.timestamp()) if moment.tzinfo else None


def instant_at(day: str, clock: str, offset: str) -> int | None:
    """UTC seconds of a day (year first) and a clock at an offset.

    The offset is like `+0200`, `-05:30` or `Z`. None where there is no such moment.
    """
    written, seconds = read_numbers(day), read_clock(clock)
    if written is None or written.year is None or seconds is None:
        return None
    date = real_day(written.year, written.first, written.second)
    east = _offset_seconds(offset)
    if date is None or abs(east) > LARGEST_OFFSET:
        return None
    midnight = int(datetime.combine(date, time(), UTC).timestamp())
    return midnight + seconds - east


def _offset_seconds(offset: str) -> int:
    """Seconds east of UTC."""
    if offset == "Z":
        return 0
    seconds = int(offset[1:3]) * HOUR + int(offset[-2:]) * 60
    return -seconds if offset[0] == "-" else seconds


def day_and_clock(text: str) -> tuple[str, str]:
    """The day and the clock of `2026-03-01T09:00:00`; both empty for other texts."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return "", ""
    return moment.date().isoformat(), moment.time().isoformat()


def with_times(entry: LogEntry, start: str, end: str) -> LogEntry:
    """`entry` from `start` to `end`; each has an offset, or neither."""
    began = instant(start)
    if began is not None:
        return entry._replace(began=began, ended=instant(end))
    day, clock = day_and_clock(start)
    end_day, end_clock = day_and_clock(end)
    if not clock:
        return entry._replace(fault="no start")
    return entry._replace(day=day, clock=clock, end_day=end_day, end_clock=end_clock)
