"""The JSON keys of `gaps` and `next`."""

from tracker.limits import HOUR
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.answers import GapsAnswer, NextAnswer
from tracker.readiness.rules.cheapest_plan import CheapestPlan
from tracker.readiness.rules.gaps import Gap
from tracker.readiness.rules.hours import Hours
from tracker.readiness.view.ready_json import Data, role_data


def gaps_data(answer: GapsAnswer) -> Data:
    """`gaps`: every requirement not shown, with the actions for it, the best first.

    `bars` are those that only need evidence, `closed` the requirements without a path.
    """
    gaps, pace = answer.gaps, answer.pace
    bars = [
        {
            "slug": bar.slug,
            "who": bar.who,
            "milestone": milestone.slug,
            "do": milestone.show_by,
            "hours": hours_data(milestone.show),
        }
        for bar, milestone in gaps.claimed_bars()
    ]
    ratios = [
        {"kind": each.kind, "value": round(each.value, 4), "count": each.count}
        for each in gaps.ratios_used()
    ]
    return {
        **role_data(gaps.readiness),
        "gaps": [_gap_data(gap) for gap in gaps.gaps],
        "bars": bars,
        "closed": [line.requirement.slug for line in gaps.lines_without_path()],
        "ratios": ratios,
        "all_musts": _plan_data(answer.plan) if answer.plan else None,
        "pace": {"seconds": pace.seconds, "stated": pace.is_stated} if pace else None,
    }


def next_data(answer: NextAnswer) -> Data:
    """`next`."""
    return {"actions": [action_data(action) for action in answer.actions]}


def action_data(action: Action) -> Data:
    """One thing to do."""
    return {
        "do": action.do,
        "slug": action.slug,
        "hours": hours_data(action.hours),
        "part": action.part,
        "milestone": action.milestone,
        "steps": list(action.steps),
        "serves": list(action.requirements),
    }


def hours_data(seconds: Hours) -> list[float]:
    """Low, likely and high in hours, to the hundredth."""
    return [round(each / HOUR, 2) for each in seconds]


def _gap_data(gap: Gap) -> Data:
    asked = gap.line.requirement
    return {
        "requirement": asked.slug,
        "weight": asked.weight,
        "step": asked.step,
        "any_of": asked.any_of,
        "strength": gap.line.strength.key,
        "actions": [action_data(action) for action in gap.actions],
    }


def _plan_data(plan: CheapestPlan) -> Data:
    pieces = [{"slug": slug, "hours": hours_data(each)} for slug, each in plan.pieces]
    return {
        "hours": hours_data(plan.hours),
        "exact": plan.is_exact,
        "actions": [action.milestone or action.slug for action in plan.actions],
        "pieces": pieces,
        "words": list(plan.letters),
    }
