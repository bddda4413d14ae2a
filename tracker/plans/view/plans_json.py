"""The JSON keys of plans."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, TypedDict

from tracker.choices import PLAN_STATES
from tracker.json_types import Day
from tracker.plans.rules.plans import PlanChange, PlanStatus
from tracker.plans.view.reasons import (
    ReasonsData,
    because_data,
)
from tracker.readiness.rules.pace import Pace
from tracker.readiness.view.pace import PaceData, pace_data


class PlanChangeData(ReasonsData):
    """A change of a plan: the due day before and after; null where withdrawn."""

    day: Day
    was: Day | None
    due: Day | None


class PlanData(ReasonsData):
    """A plan made on the day `set`: its due day now, and the first one."""

    slug: str
    title: str
    state: Annotated[str, PLAN_STATES]
    due: Day
    set: Day
    first: Day
    moves: int
    ended: Day | None
    claimed: bool
    changes: list[PlanChangeData]


class PlansData(TypedDict):
    """Plans, withdrawn ones too."""

    plans: list[PlanData]


class PlansWithPaceData(PlansData):
    """All plans, and the pace."""

    pace: PaceData


def plans_data(plans: Sequence[PlanStatus]) -> PlansData:
    """Plans as JSON."""
    return {"plans": [_plan_data(plan) for plan in plans]}


def plans_with_pace_data(pace: Pace, plans: Sequence[PlanStatus]) -> PlansWithPaceData:
    """Plans as JSON, and the pace."""
    return {**plans_data(plans), "pace": pace_data(pace)}


def _plan_data(plan: PlanStatus) -> PlanData:
    return {
        "slug": plan.subject,
        "title": plan.title,
        "state": plan.state,
        "due": plan.due.isoformat(),
        "set": plan.made_on.isoformat(),
        "first": plan.first.isoformat(),
        **because_data(plan),
        "moves": plan.moves,
        "ended": _day_data(plan.ended),
        "claimed": plan.claimed,
        "changes": [_change_data(change) for change in plan.changes],
    }


def _change_data(change: PlanChange) -> PlanChangeData:
    return {
        "day": change.day.isoformat(),
        "was": _day_data(change.was),
        "due": _day_data(change.due),
        **because_data(change),
    }


def _day_data(day: date | None) -> str | None:
    return day.isoformat() if day else None
