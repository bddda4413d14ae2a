"""The hours of one week, by day and by item, beside those of the week before.

Amounts are in seconds.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from tracker.journal.rules.records import Timer
from tracker.journal.rules.timers import TimerDoubt
from tracker.plans.rules.week_items import ItemWeek
from tracker.readiness.rules.pace import Pace

ONE_DAY, SIX_DAYS, ONE_WEEK = (timedelta(days=n) for n in (1, 6, 7))
# Whole weeks that a usual week needs, and the most that it is the mean of.
LEAST_USUAL_WEEKS, MOST_USUAL_WEEKS = 4, 8


class WeekTimer(NamedTuple):
    """The timer that runs, for `elapsed` seconds, of which `in_week` since Monday.

    `gains` are the seconds that it adds to each day of the week: less than it ran where
    a session ran too, and none where a `doubt` says that it may have been forgotten.
    """

    timer: Timer
    elapsed: int
    in_week: int
    gains: Mapping[date, int]
    doubt: TimerDoubt | None = None


class WeekHours(NamedTuple):
    """The days of a week from the Monday `since`, the last one maybe today.

    `days` and `rows` are logged, without what is `running`. `before` are the days of
    the week before, and `before_rows` its items with their seconds.
    """

    since: date
    days: tuple[tuple[date, int], ...] = ()
    rows: tuple[ItemWeek, ...] = ()
    before: tuple[tuple[date, int], ...] = ()
    before_rows: tuple[tuple[str, int], ...] = ()
    running: WeekTimer | None = None

    @property
    def until(self) -> date:
        """Its Sunday."""
        return self.since + SIX_DAYS

    @property
    def seconds(self) -> int:
        """The seconds of the week, without what runs."""
        return sum_days(self.days)

    @property
    def with_timer(self) -> int:
        """The seconds of the week with what runs, as `status` counts them."""
        gains = self.running.gains if self.running else {}
        return self.seconds + sum(gains.values())


def sum_days(days: tuple[tuple[date, int], ...]) -> int:
    """The seconds of some days."""
    return sum(seconds for _, seconds in days)


def days_between(
    since: date, until: date, seconds: Mapping[date, int]
) -> tuple[tuple[date, int], ...]:
    """Each day from `since` to `until` with its seconds."""
    days = (since + ONE_DAY * n for n in range((until - since).days + 1))
    return tuple((day, seconds.get(day, 0)) for day in days)


def reduced_aim(stated: int | None, days_off: int) -> int | None:
    """The seconds planned for a week: each day off takes its share away."""
    return None if stated is None else stated * (7 - days_off) // 7


def usual_seconds(pace: Pace) -> int | None:
    """The seconds of a usual week: the mean of the last eight whole weeks.

    Weeks of planned breaks are left out, and so are those before the person last began
    (see `readiness.rules.pace`). None below four weeks, and for no hours.
    """
    weeks = pace.weeks[-MOST_USUAL_WEEKS:]
    if len(weeks) < LEAST_USUAL_WEEKS:
        return None
    return round(sum(weeks) / len(weeks)) or None
