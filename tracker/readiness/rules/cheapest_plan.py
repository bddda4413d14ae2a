"""The shortest path to all that is required: one action for each, shared steps once.

Exact if all plans could be compared; else the best of those that were.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.branch_and_bound import Pieces, Search, option_of
from tracker.readiness.rules.hours import Hours, sum_hours
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.strengths import CONFIRMING_KINDS

Units = Sequence[Sequence[Action]]


@dataclass(frozen=True, slots=True)
class CheapestPlan:
    """The actions of a plan, and its pieces with low, likely and high seconds of each.

    `is_exact` says that no other plan likely takes less. `letters` are the milestones
    and skills that only somebody else's letter or review can show.
    """

    actions: tuple[Action, ...]
    pieces: tuple[tuple[str, Hours], ...]
    is_exact: bool
    letters: tuple[str, ...] = ()

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds of all pieces."""
        return sum_hours(hours for _, hours in self.pieces)


def find_cheapest_plan(units: Units, paths: Paths) -> CheapestPlan | None:
    """The plan with one action of each unit that likely takes least.

    None if there are no units, or one has no action.
    """
    if not units or not all(units):
        return None
    actions = _best_greedy_plan(units)
    pieces = _all_pieces(actions)
    options = [[option_of(action) for action in unit] for unit in units]
    search = Search(paths, options, _likely_seconds(pieces))
    is_exact = search.run()
    if search.pieces is not None:
        actions, pieces = search.actions, search.pieces
    letters = _letters(actions, paths)
    return CheapestPlan(actions, tuple(pieces.items()), is_exact, letters)


def _letters(actions: Iterable[Action], paths: Paths) -> tuple[str, ...]:
    """The milestones and skills that only a letter or review can show, each once."""
    slugs: dict[str, None] = {}
    for action in actions:
        if action.milestone is None:
            slugs[action.slug] = None
        elif CONFIRMING_KINDS.issuperset(paths.milestones[action.milestone].kinds):
            slugs[action.milestone] = None
    return tuple(slugs)


def _best_greedy_plan(units: Units) -> tuple[Action, ...]:
    """The best of several plans, each built step by step and then improved.

    One begins with nothing, the others with an action that serves several units.
    """
    actions = {id(action): action for unit in units for action in unit}
    plans = [_complete(units, ())]
    for action in actions.values():
        served = [unit for unit in units if action in unit]
        if len(served) > 1:
            plans.append(_complete(units, (action,)))
    improved = [_improve(plan, units) for plan in plans]
    return min(improved, key=_plan_seconds)


def _complete(units: Units, plan: tuple[Action, ...]) -> tuple[Action, ...]:
    """The plan with the action that adds least for each unit that it does not serve."""
    for unit in units:
        if any(action in unit for action in plan):
            continue
        pieces = _all_pieces(plan)
        costs = [_likely_seconds(dict(each.pieces), pieces) for each in unit]
        plan = (*plan, unit[costs.index(min(costs))])
    return plan


def _improve(plan: tuple[Action, ...], units: Units) -> tuple[Action, ...]:
    """The plan with actions left out or chosen again while that makes it shorter."""
    for action in plan:
        others = tuple(each for each in plan if each is not action)
        shorter = _complete(units, others)
        if _plan_seconds(shorter) < _plan_seconds(plan):
            return _improve(shorter, units)
    return plan


def _all_pieces(actions: Iterable[Action]) -> dict[str, Hours]:
    return {slug: hours for action in actions for slug, hours in action.pieces}


def _plan_seconds(plan: Iterable[Action]) -> int:
    return _likely_seconds(_all_pieces(plan))


def _likely_seconds(pieces: Pieces, without: Pieces | None = None) -> int:
    """The likely seconds of pieces, except those that are in `without` too."""
    without = without or {}
    return sum(hours[1] for slug, hours in pieces.items() if slug not in without)
