"""What each stop of a road needs, and the order in which they can be walked."""

from collections.abc import Iterable, Mapping, Sequence

from tracker.choices import FOLDED_WEIGHT, STAGES, WEIGHTS
from tracker.readiness.rules.road_map import RoadStop

# By the slug of a stop, those of the stops that it needs.
Needs = Mapping[str, frozenset[str]]
# What needs nothing that is open.
SETTLED = ("done", "claimed")


def link_stops(stops: Sequence[RoadStop], needs: Needs) -> tuple[RoadStop, ...]:
    """The stops, each after those that it needs, with the needed ones as `after`.

    Stage by stage, what is only helpful last; in a stage what is done comes first, then
    what is claimed and in progress, then all else in the order given. A stop that others
    need has no later stage and no lighter weight than they have.
    """
    by_slug = {stop.slug: stop for stop in stops}
    open_needs = {stop.slug: _keep_needs(stop, needs, by_slug) for stop in stops}
    ordered = _put_in_order(_pull_stops(by_slug, open_needs), open_needs)
    ancestors: dict[str, frozenset[str]] = {}
    linked: list[RoadStop] = []
    for stop in ordered:
        above = [each.slug for each in linked if each.slug in open_needs[stop.slug]]
        passed = {far for slug in above for far in ancestors[slug]}
        ancestors[stop.slug] = frozenset(passed.union(above))
        # What a longer way tells already is no link of its own.
        after = tuple(slug for slug in above if slug not in passed)
        linked.append(stop._replace(after=after))
    return tuple(linked)


def _keep_needs(
    stop: RoadStop, needs: Needs, by_slug: Mapping[str, RoadStop]
) -> frozenset[str]:
    """The needs that are stops; of what is done or claimed, those that are too."""
    slugs = needs[stop.slug] & by_slug.keys() - {stop.slug}
    if stop.state in SETTLED:
        return frozenset(slug for slug in slugs if by_slug[slug].state in SETTLED)
    return frozenset(slugs)


def _pull_stops(by_slug: Mapping[str, RoadStop], needs: Needs) -> list[RoadStop]:
    """The stops, none with a later stage or a lighter weight than what needs it."""
    pulled = dict(by_slug)
    queue = list(pulled)
    while queue:
        stop = pulled[queue.pop()]
        for slug in needs[stop.slug]:
            earlier = pulled[slug]._replace(
                stage=min(pulled[slug].stage, stop.stage, key=STAGES.index),
                weight=min(pulled[slug].weight, stop.weight, key=WEIGHTS.index),
            )
            if earlier != pulled[slug]:
                pulled[slug] = earlier
                queue.append(slug)
    return list(pulled.values())


def _put_in_order(stops: Iterable[RoadStop], needs: Needs) -> list[RoadStop]:
    left = sorted(stops, key=_rank)
    ordered: list[RoadStop] = []
    while left:
        open_slugs = {stop.slug for stop in left}
        free = (stop for stop in left if needs[stop.slug].isdisjoint(open_slugs))
        # Milestones that need each other in a circle have no first one.
        stop = next(free, left[0])
        if _band(stop) > _band(left[0]):
            stop = left[0]
        left.remove(stop)
        ordered.append(stop)
    return ordered


def _band(stop: RoadStop) -> tuple[bool, int]:
    return stop.weight == FOLDED_WEIGHT, STAGES.index(stop.stage)


def _rank(stop: RoadStop) -> tuple[bool, int, int]:
    """By band; in a band what is done comes first, what is not begun last."""
    states = (*SETTLED, "doing")
    at = states.index(stop.state) if stop.state in states else len(states)
    return *_band(stop), at
