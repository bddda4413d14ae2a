"""The JSON keys of `gaps` and `next`."""

from collections.abc import Sequence

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.cheapest_plan import CheapestPlan
from tracker.readiness.rules.hours import Hours
from tracker.readiness.view.gaps import GapsAnswer
from tracker.readiness.view.ready_json import Data, role_data, strength_data


def gaps_data(answer: GapsAnswer) -> Data:
    """`gaps`: every requirement not met, with all that closes it, the best first; then the rest that the text tells.

    `bars` are those that only showing is left of, `closed` the requirements that nothing listed leads all the way to.
    """
    found, pace = answer.gaps, answer.pace
    return {
        **role_data(found.readiness),
        "gaps": [
            {
                "requirement": gap.line.requirement.slug,
                "weight": gap.line.requirement.weight,
                "step": gap.line.requirement.step,
                "any_of": gap.line.requirement.any_of,
                "strength": strength_data(gap.line.strength),
                "actions": [action_data(action) for action in gap.actions],
            }
            for gap in found.gaps
        ],
        "bars": [
            {
                "slug": bar.slug,
                "who": bar.who,
                "milestone": shown.slug,
                "do": shown.show_by,
                "hours": hours_data(shown.show),
            }
            for bar, shown in found.claimed_bars()
        ],
        "closed": [line.requirement.slug for line in found.lines_without_path()],
        "ratios": [
            {"kind": each.kind, "value": round(each.value, 4), "count": each.count}
            for each in found.ratios_used()
        ],
        "all_musts": _plan(answer.plan) if answer.plan else None,
        "pace": {"seconds": pace.seconds, "stated": pace.is_stated} if pace else None,
    }


def _plan(plan: CheapestPlan) -> Data:
    return {
        "hours": hours_data(plan.hours),
        "exact": plan.is_exact,
        "actions": [action.milestone or action.slug for action in plan.actions],
        "pieces": [
            {"slug": slug, "hours": hours_data(each)} for slug, each in plan.pieces
        ],
        "words": list(plan.letters),
    }


def next_data(actions: Sequence[Action]) -> Data:
    """`next`."""
    return {"actions": [action_data(action) for action in actions]}


def action_data(action: Action) -> Data:
    """One thing to do; hours are hours."""
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
    """Seconds as hours to the hundredth."""
    return [round(each / 3600, 2) for each in seconds]
