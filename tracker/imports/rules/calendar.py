"""Local times as instants, and stretches cut into days, remembering what it worked out: files hold whole years."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from tracker.imports.rules.entries import Part
from tracker.journal.rules.days import (
    ONE_DAY,
    day_of,
    offset_at,
    split_by_day,
    start_of_day,
)

DAY = 86400
FIRST = -2208988800  # 1900 in UTC seconds: before, a number is no time anyone logged


class Window(NamedTuple):
    """A local day from when to when; `offset` where it is the same all day, else None."""

    begins: int
    ends: int
    day: str
    offset: int | None


class Calendar:
    """The days of one zone, each beginning `starts` after midnight. `twice` counts local times that came twice."""

    def __init__(self, zone: tzinfo, starts: timedelta) -> None:
        self.zone, self._starts = zone, starts
        self.twice = 0
        self._midnights: dict[date, int | None] = {}
        self._windows: dict[int, tuple[Window, ...]] = {}
        self._latest = Window(0, 0, "", None)

    def instant(self, day: date, clock: int) -> int | None:
        """When clocks show `clock` seconds after midnight on `day`; None for a time that a clock change skips.

        Of a time that comes twice the first is meant.
        """
        midnight = self.midnight(day)
        if midnight is not None:
            return midnight + clock
        wall = datetime.combine(day, time()) + timedelta(seconds=clock)
        first = wall.replace(tzinfo=self.zone)
        at = int(first.timestamp())
        if (
            first.astimezone(UTC).astimezone(self.zone).replace(tzinfo=None, fold=0)
            != wall
        ):
            return None
        self.twice += int(first.replace(fold=1).timestamp()) != at
        return at

    def parts(self, start: int, seconds: int) -> tuple[Part, ...]:
        """The stretch from `start` (UTC seconds) on, cut wherever a day begins."""
        begins, ends, day, offset = self._latest
        if not begins <= start < ends:
            begins, ends, day, offset = self._latest = self._window(start)
        if start + seconds <= ends and offset is not None:
            return (Part(day, seconds, start, offset),)
        cut = split_by_day(start, seconds, self._starts, self.zone)
        return tuple(
            Part(p.day.isoformat(), p.seconds, p.started_at, p.utc_offset) for p in cut
        )

    def day_of(self, at: int) -> date:
        """The day that UTC seconds lie in."""
        return day_of(at, self._starts, self.zone)

    def midnight(self, day: date) -> int | None:
        """The UTC seconds of midnight, from which clocks count; None where they change on that day or at its end."""
        if day not in self._midnights:
            self._midnights[day] = self._even_midnight(day)
        return self._midnights[day]

    def _even_midnight(self, day: date) -> int | None:
        midnight = datetime.combine(day, time(), self.zone)
        after = datetime.combine(day + ONE_DAY, time(), self.zone).replace(fold=1)
        if (
            midnight.utcoffset() != after.utcoffset()
            or midnight.replace(fold=1).utcoffset() != after.utcoffset()
        ):
            return None
        return int(midnight.timestamp())

    def _window(self, at: int) -> Window:
        """The local day that UTC seconds lie in; one of no length, for `split` to decide, where that is in none."""
        number = at // DAY
        if number not in self._windows:
            self._windows[number] = self._days_of(number)
        return next(
            (each for each in self._windows[number] if each.begins <= at < each.ends),
            Window(at, at, "", None),
        )

    def _days_of(self, number: int) -> tuple[Window, ...]:
        """The local days that touch a UTC day."""
        found: list[Window] = []
        day = self.day_of(number * DAY)
        while not found or found[-1].ends < (number + 1) * DAY:
            begins = start_of_day(day, self._starts, self.zone)
            ends = start_of_day(day + ONE_DAY, self._starts, self.zone)
            first, last = offset_at(begins, self.zone), offset_at(ends - 1, self.zone)
            found.append(
                Window(begins, ends, day.isoformat(), first if first == last else None)
            )
            day += ONE_DAY
        return tuple(found)
