"""Local times as instants, and spans of time cut into days.

What was computed for a day is remembered: a file may hold years of entries.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from tracker.imports.rules.entries import MOST_CACHED, Part, new_record
from tracker.journal.rules.days import (
    ONE_DAY,
    day_of,
    offset_at,
    split_by_day,
    start_of_day,
)
from tracker.limits import DAY

EPOCH = date(1970, 1, 1).toordinal()
FIRST = -2208988800  # 1900 in UTC seconds: nobody logged time before


class DayWindow(NamedTuple):
    """A local day, from `begins` to `ends` in UTC seconds.

    `offset` is seconds east of UTC, None where it changes within the day.
    """

    begins: int
    ends: int
    day: str
    offset: int | None


class Calendar:
    """The days of one zone, each beginning `day_start` after midnight.

    `twice` counts the local times read that came twice, when clocks were set back.
    """

    def __init__(self, zone: tzinfo, day_start: timedelta) -> None:
        self.zone, self._day_start = zone, day_start
        self.twice = 0
        self._offsets: dict[int, int] = {}
        self._windows: dict[int, tuple[DayWindow, ...]] = {}
        self._latest = DayWindow(0, 0, "", None)

    def instant(self, day: date, clock: int) -> int | None:
        """UTC seconds when clocks show `clock` seconds after midnight on `day`.

        The first of a time that comes twice; None for one that a clock change skips.
        """
        midnight = self.midnight(day)
        if midnight is not None:
            return midnight + clock
        wall = datetime.combine(day, time()) + timedelta(seconds=clock)
        first = wall.replace(tzinfo=self.zone)
        back = first.astimezone(UTC).astimezone(self.zone)
        if back.replace(tzinfo=None, fold=0) != wall:
            return None
        at = int(first.timestamp())
        self.twice += int(first.replace(fold=1).timestamp()) != at
        return at

    def parts(self, start: int, seconds: int) -> tuple[Part, ...]:
        """The span from `start` (UTC seconds) on, cut wherever a day begins."""
        begins, ends, day, offset = self._latest
        if not begins <= start < ends:
            begins, ends, day, offset = self._latest = self._window(start)
        if start + seconds <= ends and offset is not None:
            return (new_record(Part, (day, seconds, start, offset)),)
        pieces = split_by_day(start, seconds, self._day_start, self.zone)
        return tuple(
            Part(p.day.isoformat(), p.seconds, p.started_at, p.utc_offset)
            for p in pieces
        )

    def day_of(self, at: int) -> date:
        """The local day of an instant in UTC seconds."""
        return day_of(at, self._day_start, self.zone)

    def midnight(self, day: date) -> int | None:
        """UTC seconds of midnight, from which the day's clocks count.

        None where they change on that day or at its end.
        """
        utc_day = day.toordinal() - EPOCH
        steady = self._steady_offset(utc_day - 1, utc_day + 2)
        if steady is None:
            return self._even_midnight(day)
        return utc_day * DAY - steady

    def _steady_offset(self, first: int, last: int) -> int | None:
        """The offset that all midnights in UTC from one to another have; else None.

        A file has few entries on each of many days: to look at one midnight a day is
        ten times as fast as to ask for the beginning and the end of each.
        """
        offsets = self._offsets
        if len(offsets) > MOST_CACHED:
            offsets.clear()
        for utc_day in range(first, last + 1):
            if utc_day not in offsets:
                offsets[utc_day] = offset_at(utc_day * DAY, self.zone)
            if offsets[utc_day] != offsets[first]:
                return None
        return offsets[first]

    def _even_midnight(self, day: date) -> int | None:
        midnight = datetime.combine(day, time(), self.zone)
        after = datetime.combine(day + ONE_DAY, time(), self.zone).replace(fold=1)
        offsets = {
            midnight.utcoffset(),
            midnight.replace(fold=1).utcoffset(),
            after.utcoffset(),
        }
        return int(midnight.timestamp()) if len(offsets) == 1 else None

    def _window(self, at: int) -> DayWindow:
        """The local day of an instant in UTC seconds.

        An empty one where there is none: `split_by_day` then decides.
        """
        utc_day = at // DAY
        if utc_day not in self._windows:
            if len(self._windows) > MOST_CACHED:
                self._windows.clear()
            self._windows[utc_day] = self._windows_of(utc_day)
        for window in self._windows[utc_day]:
            if window.begins <= at < window.ends:
                return window
        return DayWindow(at, at, "", None)

    def _windows_of(self, utc_day: int) -> tuple[DayWindow, ...]:
        """The local days that touch a UTC day, which is a number of days since 1970."""
        steady = self._steady_offset(utc_day - 2, utc_day + 3)
        if steady is not None:
            return self._even_windows(utc_day, steady)
        windows: list[DayWindow] = []
        day = self.day_of(utc_day * DAY)
        while not windows or windows[-1].ends < (utc_day + 1) * DAY:
            begins = start_of_day(day, self._day_start, self.zone)
            ends = start_of_day(day + ONE_DAY, self._day_start, self.zone)
            first, last = offset_at(begins, self.zone), offset_at(ends - 1, self.zone)
            offset = first if first == last else None
            windows.append(DayWindow(begins, ends, day.isoformat(), offset))
            day += ONE_DAY
        return tuple(windows)

    def _even_windows(self, utc_day: int, offset: int) -> tuple[DayWindow, ...]:
        """The local days that touch a UTC day around which the clocks do not change."""
        begins_at = int(self._day_start.total_seconds()) - offset
        first = (utc_day * DAY - begins_at) // DAY
        return tuple(
            DayWindow(
                day * DAY + begins_at,
                (day + 1) * DAY + begins_at,
                date.fromordinal(EPOCH + day).isoformat(),
                offset,
            )
            for day in (first, first + 1)
        )
