"""The road to a role: what to do for all that is missing, in an order to be walked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from tracker.choices import WEIGHTS
from tracker.readiness.rules.actions import NOT_BEGUN, PARTS, UNDER_WAY, Action
from tracker.readiness.rules.hours import Hours, sum_hours
from tracker.readiness.rules.item_choices import SkillLevel, Steps
from tracker.readiness.rules.milestone_actions import make_station
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.records import Requirement
from tracker.readiness.rules.road_order import (
    Before,
    Place,
    find_dependencies,
    find_places,
    needed_milestones,
    put_in_order,
    stage_of,
)
from tracker.readiness.rules.situation import Situation

# The requirements of a role, by slug.
Asked = Mapping[str, Requirement]
# The requirements that each action is for.
Requirements = Mapping[Action, tuple[str, ...]]


class RoadRow(NamedTuple):
    """One thing to do for `requirements`; without any, it is on the way to others.

    `stage` and `weight` are its place on the road: those of what depends on it, if that
    comes earlier or weighs more; `leads_to` are then the requirements of that. `steps`
    and `pieces` are those that no row before it has.
    """

    action: Action
    stage: str
    weight: str
    requirements: tuple[str, ...]
    leads_to: tuple[str, ...]
    steps: Steps
    pieces: tuple[tuple[str, Hours], ...]

    @property
    def hours(self) -> Hours:
        """Low, likely and high seconds, once the rows before it are done."""
        return sum_hours(hours for _, hours in self.pieces)


def is_in_progress(row: RoadRow, situation: Situation) -> bool:
    """Whether it ends an open attempt, or one of its steps is in progress.

    `gaps` and the map both go by this.
    """
    is_begun = any(situation.is_doing(step) for step in row.steps)
    return is_begun or row.action.part == UNDER_WAY


def find_road(
    chosen: Sequence[Action], asked: Asked, paths: Paths
) -> tuple[RoadRow, ...]:
    """The rows, in order: chosen actions, and milestones of an earlier stage on the way.

    `chosen` are the actions, those of what is required first; `asked` are the
    requirements, by slug. What an action meets besides does not count here.
    """
    situation = paths.situation
    requirements = _with_stations(_divide_requirements(chosen, asked), asked, paths)
    purposes = {
        action: [asked[slug] for slug in met] for action, met in requirements.items()
    }
    before = find_dependencies(tuple(requirements), situation)
    places = find_places(purposes, before, situation)
    ordered: list[Action] = []
    for part in PARTS:
        in_part = [each for each in requirements if each.part == part]
        ordered += put_in_order(in_part, before, places, situation)
    leads_to = _find_purposes(ordered, before, requirements, places)
    rows = _make_rows(ordered, requirements, leads_to, places, situation)
    return tuple(rows)


def _with_stations(divided: Requirements, asked: Asked, paths: Paths) -> Requirements:
    """The actions that meet something, and the milestones on the way to them.

    A milestone is for the first action that passes it, of those that weigh most.
    """
    useful = [action for action, met in divided.items() if met]
    useful.sort(key=lambda each: (_weight(divided[each], asked), len(each.steps)))
    ends = {action.milestone for action in useful}
    requirements: dict[Action, tuple[str, ...]] = {}
    stations: dict[str, Action] = {}
    for action in useful:
        stations = {**_find_stations(action, paths), **stations}
        requirements[_as_whole(action, paths)] = divided[action]
    on_the_way = [
        _as_whole(each, paths) for slug, each in stations.items() if slug not in ends
    ]
    return {**requirements, **dict.fromkeys(on_the_way, ())}


def _as_whole(action: Action, paths: Paths) -> Action:
    """The action, not in progress as a whole if it passes what is not begun."""
    if action.part == UNDER_WAY and _find_stations(action, paths):
        return action._replace(part=NOT_BEGUN)
    return action


def _divide_requirements(chosen: Iterable[Action], asked: Asked) -> Requirements:
    """For each action the requirements that it meets, and no action before it does.

    One that is met leaves nothing to do for its alternatives.
    """
    divided: dict[Action, tuple[str, ...]] = {}
    met: set[str] = set()
    for action in chosen:
        listed = [slug for slug in action.requirements if slug in asked]
        divided[action] = tuple(slug for slug in listed if asked[slug].unit not in met)
        met.update(asked[slug].unit for slug in listed)
    return divided


def _weight(requirements: Iterable[str], asked: Asked) -> int:
    """The heaviest weight of some requirements, the lowest number first."""
    return min(WEIGHTS.index(asked[slug].weight) for slug in requirements)


def _find_stations(action: Action, paths: Paths) -> dict[str, Action]:
    """The milestones that an action passes, each for the requirements of the action."""
    situation = paths.situation
    stations: dict[str, Action] = {}
    for slug in needed_milestones(action, situation) - situation.dropped:
        steps = paths.steps_to(slug) or ()
        # A path by another milestone that implies it is not one of its own.
        is_own = steps == paths.listed_steps(slug)
        if steps and is_own and _is_passed(slug, steps, action, situation):
            station = make_station(situation.milestones[slug], steps, situation)
            stations[slug] = station._replace(requirements=action.requirements)
    return stations


def _is_passed(slug: str, steps: Steps, action: Action, situation: Situation) -> bool:
    """Whether an action passes a milestone of an earlier stage, or a part of its whole."""
    if not set(steps) < set(action.steps):
        return False
    whole = situation.milestones.get(action.milestone or "")
    if whole and not whole.ladder and slug in situation.parts(whole.slug):
        return True
    return stage_of(slug, situation) < stage_of(action.milestone, situation)


def _find_purposes(
    actions: Sequence[Action],
    before: Before,
    requirements: Requirements,
    places: Mapping[Action, Place],
) -> Requirements:
    """For each action, the requirements of the heaviest that depends on it."""
    purposes: dict[Action, tuple[str, ...]] = {}
    for action in actions:
        later = [each for each in actions if action in before[each]]
        ends = [each for each in later if requirements[each]]
        first = min(
            ends, key=lambda each: WEIGHTS.index(places[each].weight), default=None
        )
        purposes[action] = requirements[first] if first else action.requirements
    return purposes


def _in_order(steps: Sequence[str], situation: Situation) -> Steps:
    """The steps, each after those of them that it requires.

    What is begun keeps its place.
    """
    ordered: dict[str, None] = {}

    def add(step: str) -> None:
        """Add a step after those of `steps` that it requires."""
        item = situation.items[step]
        for required in () if item.is_begun else item.requires:
            if required in steps and required not in ordered:
                add(required)
        ordered[step] = None

    for step in steps:
        if step not in ordered:
            add(step)
    return tuple(ordered)


def _make_rows(
    actions: Iterable[Action],
    requirements: Requirements,
    leads_to: Requirements,
    places: Mapping[Action, Place],
    situation: Situation,
) -> Iterator[RoadRow]:
    """A row for each action; those that meet nothing only if they add a step.

    Nothing is taught again that the milestones of rows before it show.
    """
    passed: set[str] = set()
    shown: set[SkillLevel] = set()
    for action in actions:
        steps = [step for step in action.steps if step not in passed]
        again = {step for step in steps if _is_known(step, shown, situation)}
        pieces = [each for each in action.pieces if each[0] not in passed | again]
        if requirements[action] or pieces:
            yield RoadRow(
                action,
                places[action].stage,
                places[action].weight,
                requirements=requirements[action],
                leads_to=leads_to[action],
                steps=_in_order([s for s in steps if s not in again], situation),
                pieces=tuple(pieces),
            )
        passed.update(slug for slug, _ in action.pieces)
        if action.part == NOT_BEGUN:
            shown |= situation.shown_by.get(action.milestone or "", frozenset())


def _is_known(step: str, shown: Set[SkillLevel], situation: Situation) -> bool:
    """Whether a step only teaches what is shown.

    A deed is no lesson, and what is in progress is finished.
    """
    if situation.is_deed(step) or situation.is_doing(step):
        return False
    return situation.is_taught_by(step, shown)
