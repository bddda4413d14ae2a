"""The order of the road.

Stage by stage; in a stage required comes before expected before helpful, what something
else depends on before that, a credential that the guide requires before other things
(guide line 26: "that's the clear first step"), then the most requirements for an hour.
Helpful ones that nothing else depends on come last.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tracker.choices import STAGES, WEIGHTS
from tracker.readiness.rules.actions import NOT_BEGUN, Action
from tracker.readiness.rules.records import Requirement
from tracker.readiness.rules.situation import Situation

Before = Mapping[Action, Sequence[Action]]


class Place(NamedTuple):
    """Where an action stands: in a stage, with the weight of what it is for.

    A credential is a milestone that the guide requires by name.
    """

    stage: str
    weight: str
    is_credential: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """First is lowest."""
        return STAGES.index(self.stage), WEIGHTS.index(self.weight)


def stage_of(milestone: str | None, situation: Situation) -> int:
    """The stage of a milestone as a number; that of a letter on a skill is the first."""
    if milestone is None:
        return 0
    return STAGES.index(situation.milestones[milestone].stage)


def needed_milestones(action: Action, situation: Situation) -> frozenset[str]:
    """The milestones that usually come before an action or one of its steps."""
    needed = {situation.items[step].after for step in action.steps}
    if action.milestone:
        needed.update(situation.milestones[action.milestone].needs)
    return follow_needs((slug for slug in needed if slug), situation)


def follow_needs(milestones: Iterable[str], situation: Situation) -> frozenset[str]:
    """Some milestones, and all that usually come before them."""
    slugs = set(milestones)
    queue = list(slugs)
    while queue:
        fresh = set(situation.milestones[queue.pop()].needs) - slugs
        slugs |= fresh
        queue += fresh
    return frozenset(slugs)


def find_dependencies(
    actions: Sequence[Action], situation: Situation
) -> dict[Action, tuple[Action, ...]]:
    """For each action, those that come before it."""
    before: dict[Action, tuple[Action, ...]] = {}
    for action in actions:
        needed = needed_milestones(action, situation)
        missing = _missing_items(action, situation)
        before[action] = tuple(
            other
            for other in actions
            if _is_before(other, action, needed) or not missing.isdisjoint(other.steps)
        )
    return before


def _missing_items(action: Action, situation: Situation) -> frozenset[str]:
    """The items that the steps of an action require and that it does not have.

    It takes them as known; where another action has them as steps, they come first.
    """
    required = {r for step in action.steps for r in situation.items[step].requires}
    return frozenset(required.difference(action.steps))


def find_places(
    purposes: Mapping[Action, Sequence[Requirement]],
    before: Before,
    situation: Situation,
) -> dict[Action, Place]:
    """The place of each action: no later and no lighter than what depends on it."""
    places: dict[Action, Place] = {}
    for action, asked in purposes.items():
        weights = (each.weight for each in asked)
        places[action] = Place(
            STAGES[stage_of(action.milestone, situation)],
            min(weights, key=WEIGHTS.index, default=WEIGHTS[-1]),
            any(_is_credential(each) for each in asked),
        )
    is_changed = True
    while is_changed:
        is_changed = False
        for action, earlier in before.items():
            for other in earlier:
                place = _pull(places[other], places[action])
                is_changed |= place != places[other]
                places[other] = place
    return places


def put_in_order(
    actions: Iterable[Action],
    before: Before,
    places: Mapping[Action, Place],
    situation: Situation,
) -> list[Action]:
    """The actions by stage, weight and hours, each after those before it."""
    positions = {slug: at for at, slug in enumerate(situation.milestones)}
    left = sorted(actions, key=lambda each: _rank(each, places[each], positions))
    ordered: list[Action] = []
    while left:
        free = (each for each in left if not set(before[each]).intersection(left))
        # Milestones that need each other in a circle have no first one.
        action = next(free, left[0])
        left.remove(action)
        ordered.append(action)
    return ordered


def _is_before(other: Action, action: Action, needed: frozenset[str]) -> bool:
    """Whether its milestone is needed, or its steps are the first of the action's."""
    if other.milestone is None or other.milestone == action.milestone:
        return False
    if other.milestone in needed:
        return True
    return bool(other.steps) and set(other.steps) < set(action.steps)


def _is_credential(asked: Requirement) -> bool:
    return bool(asked.milestone) and asked.stated and asked.weight == WEIGHTS[0]


def _pull(place: Place, dependent: Place) -> Place:
    """The place, or that of what depends on it where this comes first."""
    return Place(
        min(place.stage, dependent.stage, key=STAGES.index),
        min(place.weight, dependent.weight, key=WEIGHTS.index),
        place.is_credential or dependent.is_credential,
    )


def _rank(
    action: Action, place: Place, positions: Mapping[str, int]
) -> tuple[bool, int, int, bool, bool, float, int]:
    """Only what is not started has stages: the rest goes by weight and hours.

    Of equals, and of milestones on the way, the first in the catalogue comes first.
    """
    stage, weight = place.rank
    is_open = action.part == NOT_BEGUN
    return (
        is_open and place.weight == WEIGHTS[-1],
        stage if is_open else 0,
        weight,
        not place.is_credential,
        not action.has_known_hours,
        0 if action.is_station else action.hours[1] / max(1, len(action.requirements)),
        positions.get(action.milestone or "", len(positions)),
    )
