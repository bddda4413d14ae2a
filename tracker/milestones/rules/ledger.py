"""The ledger of a bounded milestone: hours used against its bound. A ledger, not a target."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tracker.milestones.rules.records import Attempt, Milestone, Result

# A result at less than a quarter of the hours that its bound begins with came at few.
FEW = 4
# A day, or the first day of more, and its seconds.
Day = tuple[date, int]
# More days than this are told by the week, more weeks by the month.
MANY = 12


@dataclass(frozen=True, slots=True)
class Ledger:
    """Seconds `spent` on `item` from `since` to `until`, both days included, of `low` to `high` (None: no bound)."""

    item: str | None
    since: date | None
    until: date
    spent: int
    low: int | None = None
    high: int | None = None

    @property
    def left(self) -> int | None:
        """What may still be spent before the bound is passed; None without one."""
        return None if self.high is None else max(0, self.high - self.spent)


def is_over(spent: int, milestone: Milestone) -> bool:
    """Whether a result after so many seconds came too late for the milestone's bound."""
    return is_past(spent, milestone.within[1] if milestone.within else None)


def is_past(spent: int, high: int | None) -> bool:
    """Whether so many seconds are more than a bound; the bound itself is not past it."""
    return high is not None and spent > high


def is_far_below(spent: int, milestone: Milestone) -> bool:
    """Whether a result after so many seconds logged lies far below its milestone's bound: all may not be logged."""
    return milestone.within is not None and spent * FEW < milestone.within[0]


def is_spent(spent: int, milestone: Milestone) -> bool:
    """Whether an attempt without a result has used up its bound: whatever comes after it is over."""
    return milestone.within is not None and spent >= milestone.within[1]


def attempt_start(
    milestone: str, item: str | None, attempts: Iterable[Attempt]
) -> date | None:
    """The day that the hours of a try with `item` count from, where an attempt says so."""
    return next(
        (a.since for a in attempts if (a.milestone, a.item) == (milestone, item)), None
    )


def with_hours(
    result: Result, high: int | None, since: date | None, spent: int
) -> Result:
    """A result with its hours, and whether these are over the bound `high`, where there is one."""
    return replace(result, since=since, spent=spent, over=is_past(spent, high))


def best_result(results: Sequence[Result]) -> Result | None:
    """The result that counts: one within its bound, the earliest of these; else the earliest."""
    return min(results, key=lambda r: (r.over, r.day, r.spent), default=None)


def best_attempt(attempts: Sequence[Attempt], milestone: Milestone) -> Attempt | None:
    """The open attempt that counts: one within its bound, and of these the one furthest along."""
    going = (a for a in attempts if a.dropped is None)
    return min(
        going,
        key=lambda a: (is_spent(a.spent, milestone), -a.spent, a.since),
        default=None,
    )


def ledger_of(
    milestone: Milestone, result: Result | None, attempt: Attempt | None, today: date
) -> Ledger:
    """The hours that count for a milestone: its result's until its day, else its attempt's until today, else none."""
    low, high = milestone.within or (None, None)
    if result:
        return Ledger(result.item, result.since, result.day, result.spent, low, high)
    if attempt:
        return Ledger(
            attempt.item,
            attempt.since,
            attempt.dropped or today,
            attempt.spent,
            low,
            high,
        )
    return Ledger(None, None, today, 0, low, high)


def fold_days(days: Sequence[Day]) -> tuple[str, tuple[Day, ...]]:
    """Seconds by `day`; where these are many by `week`, then by `month`, each under the day that it begins on."""
    by, found = "day", tuple(days)
    for wider, begins in (("week", _monday), ("month", _first)):
        if len(found) > MANY:
            by, found = wider, _summed(days, begins)
    return by, found


def _summed(days: Iterable[Day], begins: Callable[[date], date]) -> tuple[Day, ...]:
    sums: dict[date, int] = {}
    for day, seconds in days:
        sums[begins(day)] = sums.get(begins(day), 0) + seconds
    return tuple(sums.items())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first(day: date) -> date:
    return day.replace(day=1)
