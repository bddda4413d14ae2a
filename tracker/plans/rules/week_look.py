"""A look back at one week: its hours, what was planned for it and what changed."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.plans.rules.plans import PlanStatus
from tracker.plans.rules.week_changes import WeekChanges
from tracker.plans.rules.week_hours import SIX_DAYS, WeekHours


class WeekLook(NamedTuple):
    """A week that is over, or this one so far.

    `off` are its days of planned breaks. `has_before` says that something was logged
    before it. `plan` is the line planned for it in a review; `plans` are all plans for
    items and milestones.
    """

    today: date
    hours: WeekHours
    changes: WeekChanges
    off: frozenset[date] = frozenset()
    has_before: bool = False
    plan: str | None = None
    plans: tuple[PlanStatus, ...] = ()


def empty_look(monday: date, today: date) -> WeekLook:
    """The week of somebody who has not begun."""
    return WeekLook(today, WeekHours(monday), WeekChanges())


def plans_due(plans: Iterable[PlanStatus], monday: date) -> tuple[PlanStatus, ...]:
    """The plans for a day of that week; not those withdrawn, nor moved to another."""
    sunday = monday + SIX_DAYS
    return tuple(
        plan
        for plan in plans
        if monday <= plan.due <= sunday and plan.state != "withdrawn"
    )
