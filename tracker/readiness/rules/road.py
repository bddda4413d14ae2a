"""The road to a role: what to do for all that is missing, in an order to be walked.

What only needs evidence comes first, then what is in progress, then what is not
started, stage by stage. In a stage required comes before expected before helpful, what
something else depends on before that, then the most requirements for an hour. Helpful
ones that nothing else depends on come last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.choices import STAGES, WEIGHTS
from tracker.readiness.rules.actions import NOT_BEGUN, PARTS, Action
from tracker.readiness.rules.chosen_actions import Units, choose_actions
from tracker.readiness.rules.hours import Hours, sum_hours
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.situation import Situation, Steps


@dataclass(frozen=True, slots=True)
class RoadRow:
    """One thing to do. `requirements` are those that no row before it meets.

    `stage` and `weight` are its place on the road: those of what depends on it, if that
    comes earlier or weighs more. `steps` and `pieces` are those that no row before it
    has.
    """

    action: Action
    stage: str
    weight: str
    requirements: tuple[str, ...]
    steps: Steps
    pieces: tuple[tuple[str, Hours], ...]

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds, once the rows before it are done."""
        return sum_hours(hours for _, hours in self.pieces)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an action stands: its stage and weight as numbers, first is lowest."""

    stage: int
    weight: int


def find_road(
    units: Mapping[str, Units], weights: Mapping[str, str], paths: Paths
) -> tuple[RoadRow, ...]:
    """The rows, in order.

    `units` are by weight: for each requirement (or alternatives together) the actions
    that meet it. `weights` are those of the requirements, by slug: what an action meets
    besides does not count here.
    """
    chosen = choose_actions([units.get(weight, ()) for weight in WEIGHTS])
    before = find_dependencies(chosen, paths.situation)
    places = _find_places(chosen, before, weights, paths.situation)
    ordered: list[Action] = []
    for part in PARTS:
        actions = [each for each in chosen if each.part == part]
        ordered += _in_order(actions, before, places)
    return _without_repeats(ordered, places, weights)


def find_dependencies(
    actions: Sequence[Action], situation: Situation
) -> dict[Action, tuple[Action, ...]]:
    """For each action, those that come before it: their milestone is needed for it."""
    needed = {each: _needed_milestones(each, situation) for each in actions}
    return {
        action: tuple(
            other for other in actions if _is_before(other, action, needed[action])
        )
        for action in actions
    }


def _needed_milestones(action: Action, situation: Situation) -> frozenset[str]:
    """The milestones that usually come before an action or one of its steps."""
    needed: set[str] = set()
    for step in action.steps:
        after = situation.items[step].after
        needed |= {after} if after else set()
    if action.milestone:
        needed |= set(situation.milestones[action.milestone].needs)
    queue = list(needed)
    while queue:
        fresh = set(situation.milestones[queue.pop()].needs) - needed
        needed |= fresh
        queue += fresh
    return frozenset(needed)


def _is_before(other: Action, action: Action, needed: frozenset[str]) -> bool:
    """Whether its milestone is needed, or its steps are the first of the action's."""
    if other.milestone is None or other.milestone == action.milestone:
        return False
    if other.milestone in needed:
        return True
    return bool(other.steps) and set(other.steps) < set(action.steps)


def _find_places(
    actions: Sequence[Action],
    before: Mapping[Action, Sequence[Action]],
    weights: Mapping[str, str],
    situation: Situation,
) -> dict[Action, _Place]:
    """The place of each action: no later and no lighter than what depends on it."""
    places = {each: _own_place(each, weights, situation) for each in actions}
    is_changed = True
    while is_changed:
        is_changed = False
        for action, earlier in before.items():
            for other in earlier:
                place = _Place(
                    min(places[other].stage, places[action].stage),
                    min(places[other].weight, places[action].weight),
                )
                is_changed |= place != places[other]
                places[other] = place
    return places


def _own_place(
    action: Action, weights: Mapping[str, str], situation: Situation
) -> _Place:
    listed = [weights[slug] for slug in action.requirements if slug in weights]
    weight = min(map(WEIGHTS.index, listed))
    milestone = situation.milestones.get(action.milestone or "")
    stage = STAGES.index(milestone.stage) if milestone else 0
    return _Place(stage, weight)


def _in_order(
    actions: Sequence[Action],
    before: Mapping[Action, Sequence[Action]],
    places: Mapping[Action, _Place],
) -> list[Action]:
    """The actions by stage, weight and hours, each after those before it."""
    left = sorted(actions, key=lambda action: _rank(action, places[action]))
    ordered: list[Action] = []
    while left:
        open_actions = (
            action
            for action in left
            if not any(each in left for each in before[action])
        )
        action = next(open_actions, left[0])
        left.remove(action)
        ordered.append(action)
    return ordered


def _rank(action: Action, place: _Place) -> tuple[bool, int, int, bool, float, str]:
    is_last = WEIGHTS[place.weight] == WEIGHTS[-1] and action.part == NOT_BEGUN
    hours_each = action.hours[1] / max(1, len(action.requirements))
    return (
        is_last,
        place.stage,
        place.weight,
        not action.has_known_hours,
        hours_each,
        action.slug,
    )


def _without_repeats(
    actions: Iterable[Action],
    places: Mapping[Action, _Place],
    weights: Mapping[str, str],
) -> tuple[RoadRow, ...]:
    """A row for each action that meets something which those before it do not."""
    rows: list[RoadRow] = []
    met: set[str] = set()
    pieces: set[str] = set()
    for action in actions:
        listed = [slug for slug in action.requirements if slug in weights]
        fresh = tuple(slug for slug in listed if slug not in met)
        if not fresh:
            continue
        rows.append(
            RoadRow(
                action,
                STAGES[places[action].stage],
                WEIGHTS[places[action].weight],
                requirements=fresh,
                steps=tuple(step for step in action.steps if step not in pieces),
                pieces=tuple(each for each in action.pieces if each[0] not in pieces),
            )
        )
        met.update(fresh)
        pieces.update(slug for slug, _ in action.pieces)
    return tuple(rows)
