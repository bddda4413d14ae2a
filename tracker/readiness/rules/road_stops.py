"""Make the map of the road to a role: what is done, and what `gaps` lists, as stops."""

from collections.abc import Iterable, Sequence

from tracker.choices import FOLDED_WEIGHT, WEIGHTS
from tracker.readiness.rules.actions import UNSEEN, Action
from tracker.readiness.rules.empty_record import clear_record, is_record_empty
from tracker.readiness.rules.gaps import Gaps, find_role_gaps
from tracker.readiness.rules.next_actions import can_begin, find_next_actions
from tracker.readiness.rules.paths import Paths
from tracker.readiness.rules.reached_stops import find_reached_stops
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.required_total import find_required_total
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.rules.road_links import SETTLED, link_stops
from tracker.readiness.rules.road_map import RoadMap, RoadStep, RoadStop, RoadTitles
from tracker.readiness.rules.road_needs import find_needs
from tracker.readiness.rules.road_record import place_items
from tracker.readiness.rules.stop_makers import StopMaker


def find_road_map(
    role: Role, variant: Variant | None, facts: Facts, titles: RoadTitles
) -> RoadMap:
    """The road to a role with what is done of it, for one person."""
    gaps = find_role_gaps(role, variant, facts)
    first_road = gaps.road
    if not is_record_empty(facts):
        first_road = find_role_gaps(role, variant, clear_record(facts)).road
    stops = _make_stops(gaps, first_road, facts, titles)
    actions, _ = find_next_actions(facts, gaps.paths.situation.strengths, gaps)
    return RoadMap(
        gaps.readiness,
        stops,
        titles,
        total=find_required_total(gaps),
        named=tuple(_find_named(actions, stops)),
    )


def _find_named(actions: Iterable[Action], stops: Sequence[RoadStop]) -> list[str]:
    """The stops that some actions are for, each once."""
    slugs = {stop.slug for stop in stops}
    owners = {step.item: stop.slug for stop in stops for step in stop.steps}
    named = (owners.get(each.slug, each.milestone or each.slug) for each in actions)
    return [slug for slug in dict.fromkeys(named) if slug in slugs]


def _make_stops(
    gaps: Gaps, first_road: Sequence[RoadRow], facts: Facts, titles: RoadTitles
) -> tuple[RoadStop, ...]:
    """The stops in order, what can be begun now as `next`."""
    paths = gaps.paths
    rows = _merge_rows((*gaps.road, *gaps.steps))
    reached = find_reached_stops(gaps, rows.values(), first_road)
    ahead = {slug: row.steps for slug, row in rows.items()}
    placed = place_items(
        {**{each.slug: () for each in reached}, **ahead},
        reached={each.slug for each in reached},
        first_road=first_road,
        results=facts.results,
        situation=paths.situation,
    )
    on_map = {item for items in (*placed.values(), *ahead.values()) for item in items}
    maker = StopMaker(gaps, facts, titles, on_map)
    made = [
        *(maker.make_reached(each, placed[each.slug]) for each in reached),
        *(maker.make_ahead(row, placed[slug]) for slug, row in rows.items()),
    ]
    actions = {slug: row.action for slug, row in rows.items()}
    needs = find_needs(made, actions, paths.situation)
    states = {stop.slug: stop.state for stop in made}
    marked = []
    for stop in made:
        action = actions.get(stop.slug)
        needed = needs[stop.slug] & states.keys()
        is_free = all(states[slug] in SETTLED for slug in needed)
        is_free |= action is not None and action.part == UNSEEN
        marked.append(_mark_next(stop, paths, is_free=is_free))
    return _add_purposes(link_stops(marked, needs))


def _merge_rows(rows: Iterable[RoadRow]) -> dict[str, RoadRow]:
    """The rows by milestone or skill, each once, and each step and piece once."""
    merged: dict[str, RoadRow] = {}
    passed: set[str] = set()
    for row in rows:
        slug = row.action.milestone or row.action.slug
        steps = tuple(step for step in row.steps if step not in passed)
        pieces = tuple(piece for piece in row.pieces if piece[0] not in passed)
        passed.update(each for each, _ in pieces)
        fresh = row._replace(steps=steps, pieces=pieces)
        first = merged.get(slug)
        if first:
            fresh = first._replace(
                requirements=(*first.requirements, *row.requirements),
                steps=(*first.steps, *steps),
                pieces=(*first.pieces, *pieces),
            )
        merged[slug] = fresh
    return merged


def _mark_next(stop: RoadStop, paths: Paths, *, is_free: bool) -> RoadStop:
    """The stop with what can be begun now as `next`: its steps, and itself if free."""
    steps = tuple(_mark_step(step, paths) for step in stop.steps)
    states = {step.state for step in steps}
    can_start = is_free and ("next" in states or "open" not in states)
    state = "next" if stop.state == "open" and can_start else stop.state
    return stop._replace(steps=steps, state=state)


def _mark_step(step: RoadStep, paths: Paths) -> RoadStep:
    item = paths.situation.items[step.item]
    is_next = step.state == "open" and can_begin(item, paths)
    return step._replace(state="next") if is_next else step


def _add_purposes(stops: Sequence[RoadStop]) -> tuple[RoadStop, ...]:
    """The stops; one that meets nothing itself leads to what the first after it does."""
    purposes: dict[str, tuple[int, tuple[str, ...]]] = {}
    listed: list[RoadStop] = []
    for stop in reversed(stops):
        leads_to = stop.leads_to
        if not stop.requirements and not leads_to and stop.slug in purposes:
            leads_to = purposes[stop.slug][1]
        listed.insert(0, stop._replace(leads_to=leads_to))
        purpose = WEIGHTS.index(stop.weight), stop.requirements or leads_to
        for slug in stop.after:
            usual = (WEIGHTS.index(FOLDED_WEIGHT), purpose[1])
            purposes[slug] = min(purpose, purposes.get(slug, usual), key=lambda p: p[0])
    return tuple(listed)
