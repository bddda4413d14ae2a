"""The years of days that are written without one."""

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.imports.rules.dates import WrittenDay


def _position(year: int, month: int, day: int) -> int:
    """A number that grows with the calendar, also for days that do not exist."""
    return year * 372 + month * 31 + day


@dataclass(slots=True)
class Years:
    """The years of a file's days, in the file's order.

    A day without a year is in the year that brings it nearest to the day before it; the
    first such day is in `year`. A day with a year sets the course for those after it.
    """

    year: int
    last: int | None = None

    def of(self, written: WrittenDay, order: str) -> int:
        """The year of the file's next day; `order` is that of day and month."""
        month, day = written.month_and_day(order)
        year = written.year_in(order)
        if year is None:
            year = self._nearest(month, day)
        self.last = _position(year, month, day)
        return year

    def _nearest(self, month: int, day: int) -> int:
        if self.last is None:
            return self.year
        last, year_before = self.last, self.last // 372
        years = range(year_before - 1, year_before + 2)
        return min(years, key=lambda year: abs(_position(year, month, day) - last))


def first_year(days: Sequence[WrittenDay], order: str, today: date) -> int:
    """The year of the first of a file's days without one.

    It puts the latest of them on or before `today`, as late as possible; where one of
    them is 29 February, in a year that has that day.
    """
    years, latest = Years(2000), 0
    for written in days:
        month, day = written.month_and_day(order)
        year = years.of(written._replace(year=None), order)
        latest = max(latest, _position(year, month, day))
    too_late = latest - _position(today.year, today.month, today.day)
    first = 2000 - (-(-too_late // 372) if latest else 0)
    for year in range(first, first - 8, -1):
        if _fits_leap_years(days, order, year):
            return year
    return first


def _fits_leap_years(days: Iterable[WrittenDay], order: str, first: int) -> bool:
    """Whether each 29 February is in a leap year, if the first year is `first`."""
    years = Years(first)
    for written in days:
        year = years.of(written._replace(year=None), order)
        if written.month_and_day(order) == (2, 29) and not isleap(year):
            return False
    return True
