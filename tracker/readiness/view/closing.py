"""The JSON keys of `gaps` and `next`."""

from collections.abc import Sequence

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.gaps import Gaps, all_musts
from tracker.readiness.rules.hours import Hours
from tracker.readiness.view.data import Data, role_data, strength


def gaps_data(found: Gaps) -> Data:
    """`gaps`: every requirement not met, with all that closes it, the best first."""
    plan = all_musts(found)
    musts = None if plan is None else {"hours": hours(plan.hours), "actions": [action.slug for action in plan.actions]}
    return {
        **role_data(found.readiness),
        "gaps": [
            {
                "requirement": gap.line.requirement.slug,
                "weight": gap.line.requirement.weight,
                "strength": strength(gap.line.strength),
                "actions": [action_data(action) for action in gap.actions],
            }
            for gap in found.gaps
        ],
        "all_musts": musts,
    }


def next_data(actions: Sequence[Action]) -> Data:
    """`next`."""
    return {"actions": [action_data(action) for action in actions]}


def action_data(action: Action) -> Data:
    """One thing to do; hours are hours."""
    return {
        "do": action.do,
        "slug": action.slug,
        "hours": hours(action.hours),
        "part": action.part,
        "milestone": action.milestone,
        "steps": list(action.steps),
        "serves": list(action.serves),
    }


def hours(seconds: Hours) -> list[float]:
    """Seconds as hours to the hundredth."""
    return [round(each / 3600, 2) for each in seconds]
