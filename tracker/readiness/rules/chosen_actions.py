"""One action for each requirement: those that take least together, shared steps once.

It is a good choice, found step by step, and need not be the shortest of all.
"""

from collections.abc import Iterable, Mapping, Sequence

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.hours import Hours

# For each requirement, or alternatives together, the actions that meet it.
Units = Sequence[Sequence[Action]]
Plan = tuple[Action, ...]
Pieces = Mapping[str, Hours]


def choose_actions(units: Units, base: Plan = ()) -> Plan:
    """The actions for the units, after those of `base`, which are kept.

    The best of several plans, each built step by step and then improved: one begins
    with nothing, the others with an action that serves several units. A unit without
    an action is left out.
    """
    units = [unit for unit in units if unit]
    actions = dict.fromkeys(action for unit in units for action in unit)
    plans = [_complete(units, base)]
    for action in actions:
        if action not in base and sum(action in unit for unit in units) > 1:
            plans.append(_complete(units, (*base, action)))
    improved = [_improve(plan, units, base) for plan in plans]
    return min(improved, key=_plan_seconds)


def all_pieces(actions: Iterable[Action]) -> dict[str, Hours]:
    """The pieces of all actions, each once, with low, likely and high seconds."""
    return {slug: hours for action in actions for slug, hours in action.pieces}


def _complete(units: Units, plan: Plan) -> Plan:
    """The plan with the action that adds least for each unit that it does not serve."""
    for unit in units:
        if any(action in unit for action in plan):
            continue
        pieces = all_pieces(plan)
        costs = [_cost(action, pieces) for action in unit]
        plan = (*plan, unit[costs.index(min(costs))])
    return plan


def _cost(action: Action, pieces: Pieces) -> tuple[bool, int]:
    """Unknown hours are more than any; else the likely seconds that it adds."""
    seconds = sum(hours[1] for slug, hours in action.pieces if slug not in pieces)
    return not action.has_known_hours, seconds


def _improve(plan: Plan, units: Units, base: Plan) -> Plan:
    """The plan with actions left out or chosen again while that makes it shorter."""
    for action in plan[len(base) :]:
        others = tuple(each for each in plan if each is not action)
        shorter = _complete(units, others)
        if _plan_seconds(shorter) < _plan_seconds(plan):
            return _improve(shorter, units, base)
    return plan


def _plan_seconds(plan: Plan) -> tuple[int, int]:
    """How many of its actions have unknown hours, and the likely seconds of the rest."""
    unknown = sum(not action.has_known_hours for action in plan)
    return unknown, sum(hours[1] for hours in all_pieces(plan).values())
