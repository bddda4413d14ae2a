"""What each stop of a road needs: milestones, and the steps of other stops."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from tracker.readiness.rules.actions import UNSEEN, Action
from tracker.readiness.rules.road_links import SETTLED, Needs
from tracker.readiness.rules.road_map import RoadStop
from tracker.readiness.rules.road_order import follow_needs, needed_milestones
from tracker.readiness.rules.situation import Situation


def find_needs(
    stops: Sequence[RoadStop], actions: Mapping[str, Action], situation: Situation
) -> Needs:
    """By stop, those that it needs; `actions` are those of the stops ahead, by slug."""
    made = {stop.slug for stop in stops}
    # What only needs showing needs nothing that is still to do.
    shown = {stop.slug for stop in stops if stop.state in SETTLED}
    shown |= {slug for slug, each in actions.items() if each.part == UNSEEN}
    owners = {step.item: stop for stop in stops for step in stop.steps}
    needs: dict[str, frozenset[str]] = {}
    for stop in stops:
        action = actions.get(stop.slug)
        milestones = {*situation.counted_milestones(stop.slug)}
        if action:
            before = needed_milestones(action, situation)
            milestones |= _replace_reached(before, made, situation)
            milestones.update(_find_owners(action, owners, situation))
            milestones &= shown if action.part == UNSEEN else made
        else:
            milestones |= _milestones_before(stop, situation)
        needs[stop.slug] = frozenset(milestones - {stop.slug})
    return needs


def _replace_reached(
    milestones: Iterable[str], stops: Set[str], situation: Situation
) -> frozenset[str]:
    """The milestones; for one that is no stop, the one that it was reached by."""
    backings = situation.strengths.milestones
    return frozenset(
        backings[slug].source if slug in backings and slug not in stops else slug
        for slug in milestones
    )


def _milestones_before(stop: RoadStop, situation: Situation) -> frozenset[str]:
    """The milestones that come before one that is reached, or before its items."""
    milestone = situation.milestones.get(stop.slug)
    before = set(milestone.needs if milestone else ())
    before.update(situation.items[step.item].after or "" for step in stop.steps)
    return follow_needs(before - {""}, situation)


def _find_owners(
    action: Action, owners: Mapping[str, RoadStop], situation: Situation
) -> Iterator[str]:
    """The stops that have a step of the action, or an item that one requires.

    What is begun requires nothing any more, and what is done stands where it was done.
    """
    for step in action.steps:
        item = situation.items[step]
        for slug in (step, *(() if item.is_begun else item.requires)):
            owner = owners.get(slug)
            is_done = situation.items[slug].state == "done"
            if owner and (owner.state in SETTLED or not is_done):
                yield owner.slug
