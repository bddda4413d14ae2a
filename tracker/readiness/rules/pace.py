"""The hours a week that a person has for this: as they set them, else as they were of late."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.text.periods import monday_of

Span = tuple[date, date]
ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
MOST_DAYS = 4
# So many whole weeks are looked back upon, and no pace is told before there are that many.
PACE_WEEKS = 8


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a week; `stated` by the person, else their own average of the last weeks."""

    seconds: int
    is_stated: bool

    def weeks(self, seconds: int) -> int:
        """How many weeks so many seconds take, begun ones whole."""
        return -(-seconds // self.seconds)


def days_within(spans: Iterable[Span], since: date, until: date) -> frozenset[date]:
    """The days from `since` until `until` that lie in one of `spans`; a span's first and last day are in it."""
    found: set[date] = set()
    for start, end in spans:
        first, last = max(start, since), min(end, until)
        found.update(first + ONE_DAY * n for n in range((last - first).days + 1))
    return frozenset(found)


def is_week_off(monday: date, off: Container[date]) -> bool:
    """Whether most days of a week are days off."""
    return sum(monday + ONE_DAY * n in off for n in range(7)) >= MOST_DAYS


def full_weeks(
    first: date | None, today: date, off: Container[date], most: int
) -> tuple[date, ...]:
    """The Mondays of the last so many whole weeks, the earliest first, without those planned as breaks.

    `first` is the day of the first session: neither its week nor that of `today` is whole. `off` are the days of
    breaks: a planned break is not a gap.
    """
    found: list[date] = []
    monday = monday_of(today) - ONE_WEEK
    while first and first <= monday and len(found) < most:
        if not is_week_off(monday, off):
            found.append(monday)
        monday -= ONE_WEEK
    return tuple(reversed(found))


def average_pace(weeks: Sequence[int]) -> Pace | None:
    """The average of one's own weeks, to the minute; None where there are fewer than eight, or nothing in them."""
    seconds = sum(weeks) // PACE_WEEKS // 60 * 60
    return (
        Pace(seconds, is_stated=False) if len(weeks) == PACE_WEEKS and seconds else None
    )
