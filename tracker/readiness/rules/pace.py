"""The hours a week that a person has: as set, else as they were lately."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.text.periods import week_start

Span = tuple[date, date]
ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
# A week with so many days off is off.
MOST_DAYS = 4
# The pace is the average of so many whole weeks. With fewer, there is none.
PACE_WEEKS = 8


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a week: set by the person if `is_stated`, else the recent average."""

    seconds: int
    is_stated: bool

    def weeks(self, seconds: int) -> int:
        """How many weeks `seconds` take, rounded up."""
        return -(-seconds // self.seconds)


def days_within(spans: Iterable[Span], since: date, until: date) -> frozenset[date]:
    """The days from `since` to `until` that lie in one of `spans`, ends included."""
    days: set[date] = set()
    for start, end in spans:
        first, last = max(start, since), min(end, until)
        count = (last - first).days + 1
        days.update(first + ONE_DAY * n for n in range(count))
    return frozenset(days)


def is_week_off(monday: date, off: Container[date]) -> bool:
    """Whether most days of a week are days off."""
    return sum(monday + ONE_DAY * n in off for n in range(7)) >= MOST_DAYS


def full_weeks(
    first: date | None, today: date, off: Container[date], most: int
) -> tuple[date, ...]:
    """The Mondays of the last whole weeks, at most `most`, the earliest first.

    `first` is the day of the first session: its week is not whole, nor is today's.
    Weeks of planned breaks are left out; `off` are their days.
    """
    mondays: list[date] = []
    monday = week_start(today) - ONE_WEEK
    while first and first <= monday and len(mondays) < most:
        if not is_week_off(monday, off):
            mondays.append(monday)
        monday -= ONE_WEEK
    return tuple(reversed(mondays))


def average_pace(weeks: Sequence[int]) -> Pace | None:
    """The average of eight weeks' seconds, to the minute.

    None for fewer weeks, or if nothing was logged in them.
    """
    seconds = sum(weeks) // PACE_WEEKS // 60 * 60
    if len(weeks) != PACE_WEEKS or not seconds:
        return None
    return Pace(seconds, is_stated=False)
