"""The ledger of a bounded milestone: hours used of its limit. A limit, not a target."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.text.periods import week_start

# A result after less than a quarter of the limit's low hours gets a remark: more hours
# may have been worked than were logged.
FAR_BELOW = 4
# A day, or the first day of a week or month, and its seconds.
Day = tuple[date, int]
# A ledger of more days than this is summed by week; of more weeks, by month.
MOST_ENTRIES = 12


class Ledger(NamedTuple):
    """Seconds `spent` on `item` from `since` to `until`, both days included.

    `low` and `high` are the seconds of the limit, None without one.
    """

    item: str | None
    since: date | None
    until: date
    spent: int
    low: int | None = None
    high: int | None = None

    @property
    def left(self) -> int | None:
        """The seconds left within the limit, 0 from it on; None without a limit."""
        return None if self.high is None else max(0, self.high - self.spent)


def is_over(spent: int, milestone: Milestone) -> bool:
    """Whether a result after `spent` seconds is over the milestone's limit."""
    return is_past(spent, milestone.within[1] if milestone.within else None)


def is_past(spent: int, high: int | None) -> bool:
    """Whether `spent` is more than `high`; the limit itself is not past it."""
    return high is not None and spent > high


def is_far_below(spent: int, milestone: Milestone) -> bool:
    """Whether `spent` is under a quarter of the milestone's low hours."""
    return milestone.within is not None and spent * FAR_BELOW < milestone.within[0]


def is_spent(spent: int, milestone: Milestone) -> bool:
    """Whether an attempt has used up the limit: a result after it would be over."""
    return milestone.within is not None and spent >= milestone.within[1]


def find_attempt(
    milestone: str, item: str | None, attempts: Iterable[Attempt]
) -> Attempt | None:
    """The attempt with `item`, else one that counts its hours; None without either."""
    matches = [
        attempt
        for attempt in attempts
        if attempt.milestone == milestone and item in attempt.items
    ]
    exact = (attempt for attempt in matches if attempt.item == item)
    return next(exact, matches[0] if matches else None)


def with_hours(
    result: Result, high: int | None, since: date | None, spent: int
) -> Result:
    """A result with its seconds spent since a day, and whether they are past `high`."""
    return result._replace(since=since, spent=spent, over=is_past(spent, high))


def best_result(results: Sequence[Result]) -> Result | None:
    """The result that counts: the earliest within its limit, or else the earliest."""
    return min(results, key=lambda r: (r.over, r.day, r.spent), default=None)


def best_attempt(attempts: Sequence[Attempt], milestone: Milestone) -> Attempt | None:
    """The open attempt that counts: one within the limit, with the most hours."""
    open_attempts = [attempt for attempt in attempts if attempt.dropped is None]
    return min(
        open_attempts,
        key=lambda a: (is_spent(a.spent, milestone), -a.spent, a.since),
        default=None,
    )


def ledger_of(
    milestone: Milestone, result: Result | None, attempt: Attempt | None, today: date
) -> Ledger:
    """The hours that count: a result's until its day, or an attempt's until today."""
    low, high = milestone.within or (None, None)
    if result:
        return Ledger(
            item=result.item,
            since=result.since,
            until=result.day,
            spent=result.spent,
            low=low,
            high=high,
        )
    if attempt:
        return Ledger(
            item=attempt.item,
            since=attempt.since,
            until=attempt.dropped or today,
            spent=attempt.spent,
            low=low,
            high=high,
        )
    return Ledger(item=None, since=None, until=today, spent=0, low=low, high=high)


def fold_days(days: Sequence[Day]) -> tuple[str, tuple[Day, ...]]:
    """`day`, `week` or `month`, and the sums: the first that has 12 entries or fewer.

    A week is dated by its Monday, a month by its first day.
    """
    if len(days) <= MOST_ENTRIES:
        return "day", tuple(days)
    weeks = _sum_by(days, week_start)
    if len(weeks) <= MOST_ENTRIES:
        return "week", weeks
    return "month", _sum_by(days, _first_of_month)


def _sum_by(days: Iterable[Day], start: Callable[[date], date]) -> tuple[Day, ...]:
    sums: dict[date, int] = {}
    for day, seconds in days:
        sums[start(day)] = sums.get(start(day), 0) + seconds
    return tuple(sums.items())


def _first_of_month(day: date) -> date:
    return day.replace(day=1)
