"""The week so far: its hours beside earlier weeks, plans, breaks and what to do next.

Amounts are in seconds. Bare `tracker` shows it, so its records are named tuples.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from tracker.curriculum.rules.items import Item
from tracker.plans.rules.breaks import Break, days_off
from tracker.plans.rules.plans import (
    Plan,
    PlanStatus,
    given_up_slugs,
    plan_end_days,
)
from tracker.plans.rules.week_hours import WeekHours, days_between, reduced_aim
from tracker.plans.rules.week_record import NO_RECORD, FirstRecord
from tracker.plans.rules.year import YearSpan
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.applications import Opening
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.next_actions import find_next_actions
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.strengths import Strengths
from tracker.text.periods import week_start

MOST_ACTIONS = 2
MOST_PLANS = 3
EVENING = time(21)  # from then on, what comes next is for tomorrow
FEW_DAYS = 2  # after more of them, the last session is named


class Outlook(NamedTuple):
    """An open plan, and when it is likely done, where that is known.

    It is done in the days of `likely` 5 times in 10, and on time `chance` times in 10,
    unless its day has passed. Without `is_measured`, these are the days at the hours a
    week that the person aims for.
    """

    plan: PlanStatus
    likely: tuple[date, date] | None = None
    is_on_time: bool = False
    chance: int | None = None
    is_measured: bool = True


class NextSteps(NamedTuple):
    """What to do next, and what to apply for now.

    `item` is the first item that an action is about, if any is about one. `other_roles`
    are the roles beside the target whose required lines are all claimed or shown.
    """

    actions: tuple[Action, ...] = ()
    item: Item | None = None
    openings: tuple[Opening, ...] = ()
    other_roles: tuple[Role, ...] = ()


class Week(NamedTuple):
    """The week so far.

    `last_item` is the item of the last session, None where that is not long ago.
    `breaks` are those in this week or soon after. `begun` is False while nothing was
    logged and no timer runs: then `record` is what is recorded besides hours. `was_off`
    says that last week was a planned break. `plan` is the line planned for this week.
    `recent` are the whole weeks before it.
    """

    pace: Pace
    hours: WeekHours
    last_item: str | None = None
    planned: tuple[Outlook, ...] = ()
    steps: NextSteps = NextSteps()
    breaks: tuple[Break, ...] = ()
    begun: bool = True
    record: FirstRecord = NO_RECORD
    is_evening: bool = False
    was_off: bool = False
    plan: str | None = None
    recent: tuple[YearSpan, ...] = ()

    @property
    def today(self) -> date:
        """The day on which it is read."""
        return self.pace.today

    @property
    def off(self) -> frozenset[date]:
        """The days of this week that are in a break."""
        return days_off(self.breaks, self.hours.since, self.hours.until)

    @property
    def reduced_aim(self) -> int | None:
        """The seconds planned for this week: each day off takes its share away."""
        return reduced_aim(self.pace.stated, len(self.off))

    @property
    def has_last_week(self) -> bool:
        """Whether the person had begun, or begun again, before this week."""
        stretch = self.pace.stretch
        return stretch is not None and stretch.since < self.hours.since


def empty_week(today: date) -> Week:
    """The week of somebody who has not begun."""
    monday = week_start(today)
    hours = WeekHours(monday, days=days_between(monday, today, {}))
    return Week(Pace(today), hours, begun=False)


def is_evening(now: datetime, today: date) -> bool:
    """Whether the day `today` is nearly over at `now`; it may go on after midnight."""
    return now.replace(tzinfo=None) >= datetime.combine(today, EVENING)


def days_since_session(pace: Pace) -> int | None:
    """How many days ago the last session was, if more than two."""
    if pace.stretch is None:
        return None
    days = (pace.today - pace.stretch.last).days
    return days if days > FEW_DAYS else None


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
    for action in find_next_actions(facts, strengths, gaps).actions:
        first_of_kind.setdefault(action.part, action)
    return tuple(first_of_kind.values())[:MOST_ACTIONS]
