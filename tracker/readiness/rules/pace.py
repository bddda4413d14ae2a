"""The hours a week that a person has: from their weeks since they last began, or as set.

More than eight weeks without a session end a stretch; a planned break ends none.
"""

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tracker.limits import FORECAST_WEEKS, IDLE_WEEKS
from tracker.text.amounts import round_to_unit
from tracker.text.periods import week_start

Span = tuple[date, date]
ONE_DAY, ONE_WEEK = timedelta(days=1), timedelta(weeks=1)
# A week with so many days off is off.
MOST_DAYS = 4
# Earlier weeks are left out: people change.
MOST_WEEKS = 26
TEN_MINUTES = 600


class StudyStretch(NamedTuple):
    """The time since a person last began: its first and last day with a session.

    `before` is the last day with a session before it, None for the first stretch.
    `is_over` says that the eight weeks until today, and more, have no session.
    """

    since: date
    last: date
    before: date | None = None
    is_over: bool = False


class Pace(NamedTuple):
    """The hours a week of a person, as known on the day `today`.

    `stretch` is None before the first session. `weeks` are the seconds of its whole
    weeks, the earliest first, at most the last 26, without weeks of planned breaks.
    `stated` are the seconds a week that the person set, None where they set none.
    """

    today: date
    stretch: StudyStretch | None = None
    weeks: tuple[int, ...] = ()
    stated: int | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing was logged for eight weeks or more."""
        if self.stretch is None or self.stretch.is_over:
            return self.stretch is not None
        return len(self.weeks) >= FORECAST_WEEKS and not any(self.weeks)

    @property
    def measured(self) -> int | None:
        """Seconds a week on average, to ten minutes; None below eight weeks, or idle."""
        if self.is_idle or len(self.weeks) < FORECAST_WEEKS:
            return None
        unit = TEN_MINUTES * len(self.weeks)
        return round_to_unit(sum(self.weeks), unit) * TEN_MINUTES

    @property
    def seconds(self) -> int | None:
        """Seconds a week: measured, else as set; None if neither is known."""
        return self.measured or self.stated

    @property
    def is_stated(self) -> bool:
        """Whether it is only what the person set."""
        return self.measured is None and self.stated is not None


def find_stretch(
    days: Iterable[date], today: date, off: Collection[date]
) -> StudyStretch | None:
    """The stretch that ends with the first of `days`, which come latest first.

    `days` are those with a session, `off` those of planned breaks. `days` is read no
    further than needed.
    """
    since = last = before = None
    for day in days:
        last = last or day
        if since and _is_idle_between(day, since, off):
            before = day
            break
        since = day
    if since is None or last is None:
        return None
    return StudyStretch(since, last, before, is_over=_is_idle_between(last, today, off))


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
    first: date, today: date, off: Container[date], most: int = MOST_WEEKS
) -> tuple[date, ...]:
    """The Mondays of the last whole weeks, at most `most`, the earliest first.

    `first` is the first day with a session: its week is whole only if that is a Monday.
    Today's is not whole. Weeks of planned breaks are left out; `off` are their days.
    """
    mondays: list[date] = []
    monday = week_start(today) - ONE_WEEK
    while first <= monday and len(mondays) < most:
        if not is_week_off(monday, off):
            mondays.append(monday)
        monday -= ONE_WEEK
    return tuple(reversed(mondays))


def week_seconds(
    mondays: Sequence[date], seconds: Mapping[date, int]
) -> tuple[int, ...]:
    """The seconds of the weeks of `mondays`; `seconds` are those of each day."""
    return tuple(
        sum(seconds.get(monday + ONE_DAY * n, 0) for n in range(7))
        for monday in mondays
    )


def _is_idle_between(before: date, after: date, off: Collection[date]) -> bool:
    """Whether more than eight weeks lie between two days, days off not counted."""
    longest, time = ONE_WEEK * IDLE_WEEKS, after - before
    if time <= longest:
        return False
    return time - ONE_DAY * sum(before < day < after for day in off) > longest
