"""A week as a person wants it told. Amounts are in seconds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.curriculum.rules.items import Item
from tracker.journal.rules.records import Timer
from tracker.milestones.rules.records import Attempt
from tracker.milestones.rules.status import MilestoneStatus
from tracker.plans.rules.breaks import Break, days_off
from tracker.plans.rules.plans import Plan, PlanStatus, given_up, plans_ended
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.gaps import find_gaps
from tracker.readiness.rules.next_actions import next_actions
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.strengths import find_strengths
from tracker.text.periods import week_of

NAMED = 2


@dataclass(frozen=True, slots=True)
class ItemWeek:
    """An item worked on this week: these `seconds`, `spent` in all (or in its try) of `low` to `high`, where known.

    `over` says that these are the bound of a try, and used up.
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
    """A week so far: its days until today, its items, what was meant, what runs, what is planned and what is next.

    `meant` are the seconds of any week, `breaks` those that touch this one or begin soon after. `begun` is False while
    nothing was ever logged or reached and no timer runs.
    """

    today: date
    since: date
    until: date
    days: tuple[tuple[date, int], ...] = ()
    rows: tuple[ItemWeek, ...] = ()
    seconds: int = 0
    meant: int | None = None
    timer: Timer | None = None
    elapsed: int = 0
    planned: tuple[PlanStatus, ...] = ()
    actions: tuple[Action, ...] = ()
    breaks: tuple[Break, ...] = ()
    begun: bool = True

    @property
    def off(self) -> frozenset[date]:
        """The days of this week that are in a break."""
        return days_off(self.breaks, self.since, self.until)

    @property
    def pace(self) -> int | None:
        """The seconds meant for this week: a day off takes its share of them away."""
        return None if self.meant is None else self.meant * (7 - len(self.off)) // 7


def empty_week(today: date) -> Week:
    """The week of somebody who has not begun."""
    week = week_of(today)
    assert week.since and week.until
    return Week(
        today,
        week.since,
        week.until,
        days=days_so_far(week.since, today, {}),
        begun=False,
    )


def days_so_far(
    since: date, today: date, seconds: Mapping[date, int]
) -> tuple[tuple[date, int], ...]:
    """Each day from `since` until today with its seconds."""
    days = (since + timedelta(days=n) for n in range((today - since).days + 1))
    return tuple((day, seconds.get(day, 0)) for day in days)


def studied(
    seconds: Mapping[str, int],
    items: Mapping[str, Item],
    standings: Mapping[str, MilestoneStatus],
) -> tuple[ItemWeek, ...]:
    """The items of a week, most hours first, each against the bound of its try or else its own estimate."""
    tries = {
        a.item: (a, s.milestone.within)
        for s in standings.values()
        for a in _open_attempts(s)
    }
    rows = (
        _row(items[slug], spent, tries.get(slug)) for slug, spent in seconds.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.seconds, row.item)))


def _open_attempts(standing: MilestoneStatus) -> Iterable[Attempt]:
    """The bounded tries that still go on: neither given up nor with a result."""
    if standing.milestone.within is None or standing.state == "dropped":
        return ()
    ended = {r.item for r in standing.results}
    return (a for a in standing.attempts if a.dropped is None and a.item not in ended)


def _row(
    item: Item, seconds: int, attempt: tuple[Attempt, tuple[int, int] | None] | None
) -> ItemWeek:
    progress = None if item.state else item.progress
    if attempt and attempt[1]:
        spent, bound = attempt[0].spent, attempt[1]
        return ItemWeek(
            item.slug, seconds, spent, *bound, progress, over=spent >= bound[1]
        )
    low, high = (item.low, item.high) if item.finishes else (None, None)
    return ItemWeek(item.slug, seconds, item.seconds, low, high, progress)


def over_with(facts: Facts, plans: Sequence[Plan]) -> frozenset[str]:
    """The items and milestones that nothing more is meant with: done, reached, skipped or given up."""
    done = {item.slug for item in facts.items if item.state == "done"}
    return given_up(facts) | plans_ended(facts, plans).keys() | done


def target_role(
    roles: Iterable[Role], target: str | None, variant: str | None
) -> tuple[Role, Variant | None] | None:
    """The role that is the person's target, in the variant they set, else in its first; None while there is none."""
    for role in roles:
        if role.slug == target:
            named = [each for each in role.variants if each.slug == variant]
            return role, next(iter((*named, *role.variants)), None)
    return None


def next_steps(
    facts: Facts, target: tuple[Role, Variant | None] | None
) -> tuple[Action, ...]:
    """The first thing to do next, and the first of another kind: work to go on with, and what only needs showing."""
    own = find_strengths(facts)
    found = (
        find_gaps(judge_readiness(*target, facts, own), facts, own) if target else None
    )
    of_each: dict[str, Action] = {}
    for action in next_actions(facts, own, found):
        of_each.setdefault(action.part, action)
    return tuple(of_each.values())[:NAMED]
