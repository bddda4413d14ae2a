"""The cheapest plan to all musts: one way to each, what they share counted once.

Exact where all plans could be weighed; else the best of those that were, which is an upper bound, and says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.branch_and_bound import Pieces, Search, option_of
from tracker.readiness.rules.hours import Hours, sum_hours
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.strengths import CONFIRMING_KINDS


@dataclass(frozen=True, slots=True)
class CheapestPlan:
    """A way to all musts that are not met: what it ends in, and every piece with its low, likely and high seconds.

    `exact` says that no other way listed likely takes less; `words` are those of other people that it needs.
    """

    actions: tuple[Action, ...]
    pieces: tuple[tuple[str, Hours], ...]
    is_exact: bool
    letters: tuple[str, ...] = ()

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds, in all."""
        return sum_hours(hours for _, hours in self.pieces)


def find_cheapest_plan(
    units: Sequence[Sequence[Action]], paths: Paths
) -> CheapestPlan | None:
    """The cheapest plan with one action of each unit; None where there is nothing to do, or a unit has no action."""
    if not units or not all(units):
        return None
    weighed = _weighed(units)
    pieces = _union(weighed)
    search = Search(
        paths, [[option_of(each) for each in unit] for unit in units], _likely(pieces)
    )
    exact = search.run()
    if search.pieces is not None:
        weighed, pieces = search.actions, search.pieces
    return CheapestPlan(weighed, tuple(pieces.items()), exact, _words(weighed, paths))


def _words(actions: Iterable[Action], paths: Paths) -> tuple[str, ...]:
    """What of a plan only somebody else's letter or review can show."""
    asked = (
        a
        for a in actions
        if a.milestone is None
        or set(paths.milestones[a.milestone].kinds) <= CONFIRMING_KINDS
    )
    return tuple(
        dict.fromkeys(
            action.slug if action.milestone is None else action.milestone
            for action in asked
        )
    )


def _weighed(units: Sequence[Sequence[Action]]) -> tuple[Action, ...]:
    """The best of several greedy plans: one begun with nothing, and one with each action that serves several units."""
    every = {id(action): action for unit in units for action in unit}
    serving = [
        action for action in every.values() if sum(action in unit for unit in units) > 1
    ]
    plans = [_greedy(units, ()), *(_greedy(units, (action,)) for action in serving)]
    return min(
        (_improved(plan, units) for plan in plans),
        key=lambda plan: _likely(_union(plan)),
    )


def _greedy(
    units: Sequence[Sequence[Action]], taken: tuple[Action, ...]
) -> tuple[Action, ...]:
    """For each unit that nothing taken serves, the action that adds least."""
    for unit in units:
        if not any(action in unit for action in taken):
            have = _union(taken)
            taken = (
                *taken,
                min(unit, key=lambda action: _likely(dict(action.pieces), have)),
            )
    return taken


def _improved(
    plan: tuple[Action, ...], units: Sequence[Sequence[Action]]
) -> tuple[Action, ...]:
    """The plan without what the rest makes needless, and each choice taken again with the others given."""
    for action in plan:
        rest = tuple(each for each in plan if each is not action)
        again = _greedy(units, rest)
        if _likely(_union(again)) < _likely(_union(plan)):
            return _improved(again, units)
    return plan


def _union(actions: Iterable[Action]) -> dict[str, Hours]:
    return {slug: hours for action in actions for slug, hours in action.pieces}


def _likely(pieces: Pieces, have: Pieces | None = None) -> int:
    return sum(
        hours[1] for slug, hours in pieces.items() if not have or slug not in have
    )
