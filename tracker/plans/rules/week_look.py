"""A look back at one week: its hours, what was planned for it and what changed."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.plans.rules.plans import PlanStatus
from tracker.plans.rules.week_changes import WeekChanges
from tracker.plans.rules.week_hours import WeekHours


class WeekLook(NamedTuple):
    """A week that is over, or this one so far.

    `off` are its days of planned breaks. `has_before` says that something was logged
    before it. `plan` is the line planned for it in a review; `due` are the plans for
    items and milestones whose day was in it.
    """

    today: date
    hours: WeekHours
    changes: WeekChanges
    off: frozenset[date] = frozenset()
    has_before: bool = False
    plan: str | None = None
    due: tuple[PlanStatus, ...] = ()


def empty_look(monday: date, today: date) -> WeekLook:
    """The week of somebody who has not begun."""
    return WeekLook(today, WeekHours(monday), WeekChanges())


def plans_due(
    plans: Iterable[PlanStatus], since: date, until: date
) -> tuple[PlanStatus, ...]:
    """The plans that are or were for one of these days, and stood so until then.

    One that was moved away before its day came is a change, not due.
    """
    return tuple(
        plan
        for plan in plans
        if since <= plan.due <= until and plan.state != "withdrawn"
    )
