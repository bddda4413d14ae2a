"""Plans and breaks for a calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tracker.export.rules.person import Person
from tracker.export.rules.progress import Promise
from tracker.plans.rules.calendar_days import CalendarDays


@dataclass(frozen=True, slots=True)
class PlanCalendar:
    """What a calendar shows, as the record was at the moment `written` (UTC).

    `uids` are the names of the plans' events, by subject. `removed` are events that
    another calendar may still have: removed breaks, and plans that were undone.
    """

    plans: tuple[Promise, ...]
    uids: Mapping[str, str]
    breaks: tuple[CalendarDays, ...]
    removed: tuple[CalendarDays, ...]
    written: datetime
    person: Person
    is_demo: bool


def last_due(plan: Promise) -> date:
    """The day that a plan was last planned for, also one that was withdrawn."""
    moved = (change.due for change in reversed(plan.moved) if change.due)
    return next(moved, plan.due)
