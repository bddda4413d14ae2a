"""The years of days that are written without one."""

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.imports.rules.dates import WrittenDay


def position(year: int, month: int, day: int) -> int:
    """A number that grows with the calendar, for days that may not exist."""
    return year * 372 + month * 31 + day


@dataclass(slots=True)
class Years:
    """The years of days written without one: each is the year that brings the day nearest to the one before it.

    The first stands in `year`; a day with a year sets the course for those that follow.
    """

    year: int
    last: int | None = None

    def of(self, written: WrittenDay, order: str) -> int:
        """The year of the file's next day."""
        month, day = written.month_and_day(order)
        year = written.year_in(order)
        if year is None:
            year = self._nearest(month, day)
        self.last = position(year, month, day)
        return year

    def _nearest(self, month: int, day: int) -> int:
        if self.last is None:
            return self.year
        course, around = self.last, self.last // 372
        return min(
            range(around - 1, around + 2),
            key=lambda year: abs(position(year, month, day) - course),
        )


def first_year(days: Sequence[WrittenDay], order: str, today: date) -> int:
    """The year to begin with, so that the latest of a file's days without a year is its latest one by `today`.

    Where one of them is 29 February, it is one that has that day.
    """
    years, latest = Years(2000), 0
    for written in days:
        month, day = written.month_and_day(order)
        latest = max(
            latest, position(years.of(written._replace(year=None), order), month, day)
        )
    behind = latest - position(today.year, today.month, today.day)
    first = 2000 - (-(-behind // 372) if latest else 0)
    return next(
        (year for year in range(first, first - 8, -1) if _leaps(days, order, year)),
        first,
    )


def _leaps(days: Iterable[WrittenDay], order: str, first: int) -> bool:
    """Whether each 29 February lies in a leap year, where the first year is `first`."""
    years = Years(first)
    course = [
        (years.of(each._replace(year=None), order), each.month_and_day(order))
        for each in days
    ]
    return all(isleap(year) for year, day in course if day == (2, 29))
