"""Days and times of day as a file writes them, read as instants. Nothing is guessed."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.imports.rules.calendar import Calendar
from tracker.imports.rules.clocks import read_clock
from tracker.imports.rules.dates import read_numbers, real_day
from tracker.imports.rules.entries import MOST_CACHED
from tracker.imports.rules.years import Years
from tracker.journal.rules.days import ONE_DAY
from tracker.limits import DAY, HOUR
from tracker.text.columns import quoted

HALF_DAY = 12 * HOUR


class NotASession(Exception):
    """An entry is no session; the argument says why."""


class NotATime(NotASession):
    """A time of day cannot be read."""


class LocalDay(NamedTuple):
    """A day that a file names; `text` is ISO text.

    `midnight` is in UTC seconds, None where the clocks change on that day; `written` is
    midnight in local seconds.
    """

    day: date
    midnight: int | None
    text: str
    written: int


class LocalSpan(NamedTuple):
    """When an entry began and ended, in UTC seconds; `end` is None where it names none.

    `written` is its start as written, in local seconds: the same in every zone.
    """

    start: int
    end: int | None
    written: int


@dataclass(slots=True)
class LocalTimes:
    """The local times of one file.

    `order` says which of day and month comes first; `years` gives days without a year
    theirs.
    """

    order: str
    calendar: Calendar
    years: Years
    _days: dict[str, LocalDay] = field(default_factory=dict)

    def read_day(self, text: str) -> LocalDay:
        """The day that `text` names. Raises NotASession where there is no such day."""
        known_day = self._days.get(text)
        if known_day is not None:
            return known_day
        written = read_numbers(text)
        if written is None:
            raise NotASession(f"{quoted(text)} is not a day" if text else "no day")
        year = self.years.of(written, self.order)
        day = real_day(year, *written.month_and_day(self.order))
        if day is None:
            raise NotASession(f"{quoted(text)} does not exist")
        local_day = self._local_day(day)
        if written.year is not None:
            if len(self._days) > MOST_CACHED:
                self._days.clear()
            self._days[text] = local_day
        return local_day

    def read_span(
        self, day_text: str, clock: str, end_day: str, end_clock: str
    ) -> LocalSpan:
        """The start and the end that an entry names.

        An end without a day that is earlier on the clock is on the next day, if that is
        within 12 hours, or midnight. Raises NotASession for a day or time that does not exist.
        """
        day, first = self.read_day(day_text), read_clock(clock)
        start = self._instant(day, first, clock)
        written = day.written + (first or 0)
        if not end_clock:
            return LocalSpan(start, None, written)
        last = read_clock(end_clock)
        if end_day:
            day = day if end_day == day_text else self.read_day(end_day)
        elif _is_past_midnight(first, last):
            day = self._local_day(day.day + ONE_DAY)
        return LocalSpan(start, self._instant(day, last, end_clock), written)

    def _local_day(self, day: date) -> LocalDay:
        midnight = self.calendar.midnight(day)
        return LocalDay(day, midnight, day.isoformat(), day.toordinal() * DAY)

    def _instant(self, day: LocalDay, clock: int | None, text: str) -> int:
        """UTC seconds of a time on a day; `text` is the time as written."""
        if clock is None:
            raise NotATime(f"{quoted(text)} is not a time of day")
        if day.midnight is not None:
            return day.midnight + clock
        at = self.calendar.instant(day.day, clock)
        if at is None:
            time = f"{clock // HOUR}:{clock // 60 % 60:02} on {day.day}"
            raise NotASession(f"{time} does not exist: the clocks were set forward")
        return at


def _is_past_midnight(first: int | None, last: int | None) -> bool:
    """Whether an end that names no day is on the day after its start.

    So it is within 12 hours of the start, and at 0:00.
    """
    if first is None or last is None or first <= last:
        return False
    return last == 0 or last + DAY - first <= HALF_DAY
