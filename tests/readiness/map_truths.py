"""What must be true of a map, found again from the facts and from what `gaps` says."""

from dataclasses import dataclass

from tracker.choices import MAP_STATES, WEIGHTS
from tracker.readiness.rules.actions import UNSEEN
from tracker.readiness.rules.gaps import Gaps, find_role_gaps
from tracker.readiness.rules.hours import NO_HOURS, Hours, sum_hours
from tracker.readiness.rules.next_actions import find_next_actions
from tracker.readiness.rules.records import Facts, Role, Variant
from tracker.readiness.rules.required_total import find_required_total
from tracker.readiness.rules.road import is_in_progress
from tracker.readiness.rules.road_map import RoadMap, RoadStep, RoadStop, RoadTitles
from tracker.readiness.rules.road_stops import find_road_map
from tracker.readiness.rules.strengths import Strengths, find_strengths
from tracker.readiness.rules.support import Strength

SETTLED = {"done", "claimed"}


@dataclass(frozen=True)
class Walk:
    """Somebody's facts, what `gaps` finds in them for a role, and the map of the same."""

    facts: Facts
    gaps: Gaps
    road: RoadMap
    strengths: Strengths

    @property
    def stops(self) -> dict[str, RoadStop]:
        """The stops by slug."""
        return {stop.slug: stop for stop in self.road.stops}

    @property
    def steps(self) -> list[RoadStep]:
        """The steps of all stops, in order."""
        return [step for stop in self.road.stops for step in stop.steps]

    def rows(self) -> dict[str, tuple[str, ...]]:
        """By stop, the steps that `gaps` lists for it, each step once."""
        steps: dict[str, tuple[str, ...]] = {}
        seen: set[str] = set()
        for row in (*self.gaps.road, *self.gaps.steps):
            slug = row.action.milestone or row.action.slug
            fresh = tuple(step for step in row.steps if step not in seen)
            steps[slug] = steps.get(slug, ()) + fresh
            seen.update(fresh)
        return steps


def walk(role: Role, variant: Variant | None, facts: Facts) -> Walk:
    """The map of a role, and what it is compared with."""
    gaps = find_role_gaps(role, variant, facts)
    road = find_road_map(role, variant, facts, RoadTitles({}, {}))
    return Walk(facts, gaps, road, find_strengths(facts))


def check_rows(lived: Walk) -> None:
    """Each row of `gaps` is a stop with its steps and hours; all other stops are reached."""
    rows, stops = lived.rows(), lived.stops
    assert len(stops) == len(lived.road.stops)
    for slug, steps in rows.items():
        listed = [step.item for step in stops[slug].steps]
        assert [step for step in listed if step in steps] == list(steps)
    for row in lived.gaps.road:
        stop = stops[row.action.milestone or row.action.slug]
        assert stop.hours == row.hours
        assert set(row.requirements) <= set(stop.requirements)
    for slug in stops.keys() - rows.keys():
        assert stops[slug].state in SETTLED


def check_order(lived: Walk) -> None:
    """No stop stands above what it needs, band by band; no link tells a way twice."""
    order = [stop.slug for _, band in lived.road.bands() for stop in band]
    assert order == [stop.slug for stop in lived.road.stops]
    place = {slug: at for at, slug in enumerate(order)}
    milestones = {each.slug: each for each in lived.facts.milestones}
    ways: dict[str, set[str]] = {}
    for stop in lived.road.stops:
        assert all(place[slug] < place[stop.slug] for slug in stop.after)
        longer = {far for slug in stop.after for far in ways[slug]}
        assert not longer & set(stop.after)
        ways[stop.slug] = longer | set(stop.after)
        if stop.state not in SETTLED and stop.slug in milestones:
            assert set(milestones[stop.slug].needs) & place.keys() <= ways[stop.slug]


def check_steps(lived: Walk) -> None:
    """Each stands once; what it requires, and the milestone before it, stand above."""
    items = {item.slug: item for item in lived.facts.items}
    assert len({step.item for step in lived.steps}) == len(lived.steps)
    below = [step.item for step in lived.steps if step.state != "done"]
    for at, stop in enumerate(lived.road.stops):
        later = [each.slug for each in lived.road.stops[at:]]
        for step in stop.steps:
            if step.state in ("open", "next"):
                assert not set(items[step.item].requires).intersection(below)
                assert items[step.item].after not in later
            if step.state != "done":
                below.remove(step.item)


def check_states(lived: Walk) -> None:
    """Done is shown, claimed is not; `next` needs nothing that is open."""
    lines = {each.requirement.slug: each for each in lived.gaps.readiness.lines}
    milestones = {each.slug for each in lived.facts.milestones}
    situation = lived.gaps.paths.situation
    for stop in lived.road.stops:
        strength = lived.strengths.milestone(stop.slug)
        met = [lines[slug].strength for slug in stop.requirements]
        best = max([*met, strength])
        if stop.slug not in milestones:
            assert stop.state == ("done" if best >= Strength.SHOWN else "claimed")
        elif stop.state == "done":
            assert strength >= Strength.SHOWN and stop.hours == NO_HOURS
        elif stop.state == "claimed":
            # A part of a whole may be claimed by its skills alone.
            is_claimed = best >= Strength.SAID or situation.needs_no_work(stop.slug)
            assert is_claimed and strength < Strength.SHOWN
        else:
            assert stop.state in MAP_STATES and strength == Strength.NONE
        if stop.state == "next":
            assert {lived.stops[slug].state for slug in stop.after} <= SETTLED


def check_record(lived: Walk) -> None:
    """An item's state and hours are those of its own record."""
    items = {item.slug: item for item in lived.facts.items}
    for stop in lived.road.stops:
        assert stop.spent == sum(step.spent for step in stop.steps)
    for step in lived.steps:
        item = items[step.item]
        assert step.spent == item.seconds
        assert step.state in ("done", "doing") or not item.is_begun
        assert step.state != "doing" or item.is_begun
        assert item.state != "done" or step.state == "done"
        if step.state == "done":
            assert step.hours == NO_HOURS and step.choice is None


def check_shown(lived: Walk) -> None:
    """A requirement that a result or a letter shows is met by a stop that is done."""
    stops = [stop for stop in lived.road.stops if stop.state == "done"]
    done = {slug for stop in stops for slug in stop.requirements}
    for line in lived.gaps.readiness.lines:
        backing = line.backing
        if backing is None or not line.is_met:
            continue
        # A result over its limit of hours counts only for what it implies: for a skill,
        # nothing says which milestone that is.
        is_late = lived.strengths.milestone(backing.source) < line.strength
        if backing.basis == "rating" or line.requirement.milestone or not is_late:
            assert line.requirement.slug in done


def check_total(lived: Walk) -> None:
    """What all required lines take is the sum of their stops, and of what those need."""
    total = find_required_total(lived.gaps)
    assert lived.road.total == total
    if total is None:
        return
    pieces = dict(total.pieces)
    ends = [action.milestone or action.slug for action in total.actions]
    hours = [step.hours for step in lived.steps if step.item in pieces]
    hours += [_hours_to_show(lived.stops[slug]) for slug in dict.fromkeys(ends)]
    assert sum_hours(hours) == total.hours
    assert all(lived.stops[slug].weight == "must" for slug in ends)


def _hours_to_show(stop: RoadStop) -> Hours:
    """What a stop takes beside its steps."""
    low, likely, high = sum_hours(step.hours for step in stop.steps)
    return stop.hours[0] - low, stop.hours[1] - likely, stop.hours[2] - high


def check_choices(lived: Walk) -> None:
    """What can be done instead of a step is open to anybody, and no step of the map."""
    items = {item.slug: item for item in lived.facts.items}
    steps = {step.item for step in lived.steps}
    for step in lived.steps:
        choice = step.choice
        for other in choice.others if choice else ():
            item = items[other.slug]
            assert other.title == item.title and other.slug not in steps
            assert not item.state and not item.retired
            assert other.gate == lived.gaps.paths.situation.open_gate(other.slug)
            assert other.hours[1] == lived.gaps.paths.situation.likely[other.slug]
            assert item.is_begun or not (item.gate and item.gate.closed)
    for stop in lived.road.stops:
        for choice in {step.choice for step in stop.steps if step.choice}:
            chosen = [step for step in stop.steps if step.choice == choice]
            assert 0 < choice.number < len(chosen) + len(choice.others)


def check_instead(lived: Walk) -> None:
    """Where another requirement does as well as the heaviest of a stop, it says so."""
    asked = [line.requirement for line in lived.road.readiness.lines]
    for stop in lived.road.stops:
        met = [each for each in asked if each.slug in stop.requirements]
        heaviest = min((WEIGHTS.index(each.weight) for each in met), default=None)
        own = [each for each in met if WEIGHTS.index(each.weight) == heaviest]
        others = [
            each
            for each in asked
            if each not in own and each.any_of in {one.any_of for one in own} - {None}
        ]
        if stop.instead:
            assert len(stop.instead) == len(others) > 0
            assert all(each.any_of for each in own)


def check_gates(lived: Walk) -> None:
    """A step that needs another of its group is behind the gate of that one too.

    One that was taken out of order is behind no gate.
    """
    items = lived.gaps.paths.situation.items
    steps = {step.item: step for step in lived.steps}
    for step in lived.steps:
        item = items[step.item]
        for before in item.requires:
            if item.group and before in steps and items[before].group == item.group:
                is_open = step.state != "done"
                assert step.gate or not (is_open and steps[before].gate)


def check_next(lived: Walk) -> None:
    """What `next` says to start, to apply to or to show can be begun on the map."""
    states = {step.item: step.state for step in lived.steps}
    for action in find_next_actions(lived.facts, lived.strengths, lived.gaps).actions:
        if action.do.startswith(("start ", "apply to ")):
            assert states[action.slug] == "next"
        elif action.part == UNSEEN:
            stop = lived.stops[action.milestone or action.slug]
            assert stop.state in ("claimed", "next")


def check_heads(lived: Walk) -> None:
    """The first lines say what `gaps` has in progress, and what `next` names, in order."""
    situation, stops = lived.gaps.paths.situation, lived.stops
    rows = (*lived.gaps.road, *lived.gaps.steps)
    begun = [row for row in rows if is_in_progress(row, situation)]
    ends = [row.action.milestone or row.action.slug for row in begun]
    doing = {slug for slug, stop in stops.items() if stop.state == "doing"}
    on_road = [row.action.milestone for row in begun if row in lived.gaps.road]
    assert set(on_road) <= doing <= set(ends)

    owners = {step.item: stop.slug for stop in stops.values() for step in stop.steps}
    named: dict[str, None] = {}
    for action in find_next_actions(lived.facts, lived.strengths, lived.gaps).actions:
        slug = owners.get(action.slug, action.milestone or action.slug)
        named |= {slug: None} if slug in stops else {}
    heads = {
        state: [stop.slug for stop in of_state]
        for state, of_state in lived.road.heads()
    }
    assert heads.get("next", []) == [slug for slug in named if slug not in doing]
    first = [slug for slug in named if slug in heads.get("doing", [])]
    assert heads.get("doing", [])[: len(first)] == first
    heavy = {slug for slug in doing if stops[slug].weight != "helps"}
    assert set(heads.get("doing", [])) == (heavy or doing)


TRUTHS = (
    check_rows,
    check_order,
    check_steps,
    check_states,
    check_record,
    check_shown,
    check_total,
    check_choices,
    check_instead,
    check_gates,
    check_next,
    check_heads,
)
