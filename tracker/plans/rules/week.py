"""A week so far: hours by day and item, plans, breaks and what to do next.

Amounts are in seconds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.curriculum.rules.items import Item
from tracker.journal.rules.records import Timer
from tracker.milestones.rules.records import Attempt
from tracker.milestones.rules.status import MilestoneStatus
from tracker.plans.rules.breaks import Break, days_off
from tracker.plans.rules.plans import (
    Plan,
    PlanStatus,
    given_up_slugs,
    plan_end_days,
)
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.applications import Opening
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.next_actions import find_next_actions
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.strengths import Strengths
from tracker.text.periods import week_start

MOST_ACTIONS = 2
ONE_DAY, SIX_DAYS = timedelta(days=1), timedelta(days=6)


@dataclass(frozen=True, slots=True)
class ItemWeek:
    """An item worked on this week for `seconds`.

    `spent` is the total of the item, or of its attempt, out of `low` to `high` where
    these are known. `over` says that the limit of the attempt is used up.
    """

    item: str
    seconds: int
    spent: int
    low: int | None = None
    high: int | None = None
    progress: float | None = None
    over: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """A week so far, Monday `since` to Sunday `until`: its days until today, its items.

    `breaks` are those in this week or soon after. `begun` is False while nothing was
    ever logged or reached and no timer runs. `openings` are what to apply for now, and
    `other_roles` the other roles whose required lines are all claimed or shown.
    `next_item` is the first item that an action is about, if any is about one.
    """

    pace: Pace
    since: date
    until: date
    days: tuple[tuple[date, int], ...] = ()
    rows: tuple[ItemWeek, ...] = ()
    seconds: int = 0
    timer: Timer | None = None
    elapsed: int = 0
    planned: tuple[PlanStatus, ...] = ()
    actions: tuple[Action, ...] = ()
    breaks: tuple[Break, ...] = ()
    begun: bool = True
    has_target: bool = False
    next_item: Item | None = None
    openings: tuple[Opening, ...] = ()
    other_roles: tuple[Role, ...] = ()

    @property
    def today(self) -> date:
        """The day on which it is read."""
        return self.pace.today

    @property
    def off(self) -> frozenset[date]:
        """The days of this week that are in a break."""
        return days_off(self.breaks, self.since, self.until)

    @property
    def reduced_aim(self) -> int | None:
        """The seconds planned for this week: each day off takes its share away."""
        aim = self.pace.stated
        return None if aim is None else aim * (7 - len(self.off)) // 7


def empty_week(today: date) -> Week:
    """The week of somebody who has not begun."""
    monday = week_start(today)
    days = days_so_far(monday, today, {})
    return Week(Pace(today), monday, monday + SIX_DAYS, days=days, begun=False)


def days_so_far(
    since: date, today: date, seconds: Mapping[date, int]
) -> tuple[tuple[date, int], ...]:
    """Each day from `since` until today with its seconds."""
    days = (since + ONE_DAY * n for n in range((today - since).days + 1))
    return tuple((day, seconds.get(day, 0)) for day in days)


def item_weeks(
    seconds: Mapping[str, int],
    items: Mapping[str, Item],
    statuses: Iterable[MilestoneStatus],
) -> tuple[ItemWeek, ...]:
    """The items of a week, most hours first, each with its attempt or its estimate."""
    attempts = _limited_attempts(statuses)
    rows = [
        _item_week(items[slug], spent, attempts.get(slug))
        for slug, spent in seconds.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.seconds, row.item)))


def _limited_attempts(
    statuses: Iterable[MilestoneStatus],
) -> dict[str, tuple[Attempt, tuple[int, int]]]:
    """By item, its open attempt at a milestone with a limit, and the limit."""
    attempts = {}
    for status in statuses:
        limit = status.milestone.within
        if limit is None or status.state == "dropped":
            continue
        ended = {result.item for result in status.results}
        for attempt in status.attempts:
            if attempt.dropped is None and attempt.item not in ended:
                attempts[attempt.item] = attempt, limit
    return attempts


def _item_week(
    item: Item, seconds: int, attempt: tuple[Attempt, tuple[int, int]] | None
) -> ItemWeek:
    progress = None if item.state else item.progress
    if attempt:
        spent, limit = attempt[0].spent, attempt[1]
        is_over = spent >= limit[1]
        return ItemWeek(
            item.slug, seconds, spent, *limit, progress=progress, over=is_over
        )
    low, high = (item.low, item.high) if item.finishes else (None, None)
    return ItemWeek(
        item.slug, seconds, item.seconds, low=low, high=high, progress=progress
    )


def closed_slugs(facts: Facts, plans: Sequence[Plan]) -> frozenset[str]:
    """The items and milestones that are done, reached, skipped or dropped."""
    done = {item.slug for item in facts.items if item.state == "done"}
    return given_up_slugs(facts) | plan_end_days(facts, plans).keys() | done


def target_role(
    roles: Iterable[Role], target: str | None, variant: str | None
) -> tuple[Role, Variant | None] | None:
    """The role with the slug `target`, in the variant set, else its first.

    None where there is no target.
    """
    for role in roles:
        if role.slug == target:
            chosen = [v for v in role.variants if v.slug == variant]
            return role, next(iter((*chosen, *role.variants)), None)
    return None


def next_steps(
    facts: Facts, strengths: Strengths, gaps: Gaps | None
) -> tuple[Action, ...]:
    """The first action of each kind, two at most: work to continue, work to show.

    `gaps` are those of the target.
    """
    first_of_kind: dict[str, Action] = {}
    for action in find_next_actions(facts, strengths, gaps):
        first_of_kind.setdefault(action.part, action)
    return tuple(first_of_kind.values())[:MOST_ACTIONS]
