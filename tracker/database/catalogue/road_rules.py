"""Rules of the road to a role, for a whole catalogue.

Each milestone has its stage, each requirement a way, and each programme leads somewhere.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.choices import LEVELS
from tracker.database.catalogue.faults import EntryComplaint
from tracker.database.catalogue.order_rules import Graph, list_all_covers
from tracker.database.catalogue.records import (
    Catalogue,
    ItemEntry,
    MilestoneEntry,
    RequirementEntry,
)

# Evidence that somebody else gives: where it is all that counts, they decide.
OF_SOMEBODY_ELSE = frozenset({"letter", "review", "certificate", "self"})

NO_WAY = (
    "has no way: a milestone that shows it needs open items of the role's tracks, "
    "or only evidence that somebody else gives"
)
LEADS_NOWHERE = "leads nowhere: no milestone names it or its group"


class OpenRoad(NamedTuple):
    """The items, groups and kinds of items by which one gets on."""

    items: set[str]
    groups: set[str]
    kinds: set[str]


def check_road(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """All rules of this module."""
    for milestone in catalogue.milestones:
        if milestone.stage is None:
            yield "milestone", milestone.slug, ("stage", "is missing")
    yield from _check_ways(catalogue)
    yield from _check_programmes(catalogue)


def _check_ways(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """Each requirement has a way on its role's road, in each variant that it is for."""
    covers = list_all_covers({each.slug: each for each in catalogue.milestones})
    walkable = _find_walkable(catalogue, covers)
    for role in catalogue.roles:
        faulty: dict[str, None] = {}  # each once, whatever the variant
        for variant in role.variants or (None,):
            tracks = {*role.tracks, *(variant.tracks if variant else ())}
            items = [each for each in walkable if not tracks or each.track in tracks]
            possible = _find_possible(catalogue, covers, _open_road(catalogue, items))
            for requirement in role.requirements:
                is_asked = requirement.variant in (None, variant and variant.slug)
                showing = _list_showing(catalogue, requirement)
                if is_asked and showing and showing.isdisjoint(possible):
                    faulty[requirement.slug] = None
        for slug in faulty:
            yield "role", role.slug, (f"requirement.{slug}", NO_WAY)


def _find_walkable(catalogue: Catalogue, covers: Graph) -> list[ItemEntry]:
    """The items that are open and come after nothing, or after what can be done."""
    items: list[ItemEntry] = []
    count = -1
    while len(items) != count:
        count = len(items)
        road = _open_road(catalogue, items)
        possible = _find_possible(catalogue, covers, road)
        of_groups = {each.slug for each in catalogue.items if each.group in road.groups}
        items = [
            each
            for each in catalogue.items
            if not (each.gate and each.gate.closed)
            and (road.items | of_groups).issuperset(each.requires)
            and (each.after is None or each.after in possible)
        ]
    return items


def _open_road(catalogue: Catalogue, items: Sequence[ItemEntry]) -> OpenRoad:
    """What can be done with `items`."""
    members = Counter(item.group for item in items)
    return OpenRoad(
        items={item.slug for item in items},
        groups={g.slug for g in catalogue.groups if members[g.slug] >= g.choose},
        kinds={item.kind for item in items},
    )


def _find_possible(catalogue: Catalogue, covers: Graph, road: OpenRoad) -> set[str]:
    """The milestones that have a way on the road, and all that they cover."""
    possible: set[str] = set()
    is_larger = True
    while is_larger:
        before = len(possible)
        for milestone in catalogue.milestones:
            covered = covers[milestone.slug]
            if _is_possible(milestone, road, covered, possible):
                possible |= covered
        is_larger = len(possible) > before
    return possible


def _is_possible(
    milestone: MilestoneEntry, road: OpenRoad, covered: frozenset[str], known: set[str]
) -> bool:
    """Whether something leads to it: items, groups, what it counts, or all its parts.

    Any item of a ladder's kind leads to its first rung. Its parts are the milestones
    that it needs and covers. Nothing need lead to it where somebody else decides.
    What only a claim shows, nothing shows.
    """
    if set(milestone.evidence) == {"self"}:
        return False
    if OF_SOMEBODY_ELSE.issuperset(milestone.evidence):
        return True
    if milestone.items or milestone.groups:
        has_items = road.items.issuperset(milestone.items)
        return has_items and road.groups.issuperset(milestone.groups)
    if milestone.counted:
        return milestone.counted in known
    if milestone.rung == 1 and milestone.ladder in road.kinds:
        return True
    is_of_parts = len(milestone.needs) > 1 and covered.issuperset(milestone.needs)
    return is_of_parts and known.issuperset(milestone.needs)


def _list_showing(catalogue: Catalogue, requirement: RequirementEntry) -> set[str]:
    """The milestones that by themselves show what a role asks for."""
    if requirement.milestone:
        return {requirement.milestone}
    skill, level = requirement.skill or "", requirement.level or LEVELS[-1]
    return {
        milestone.slug
        for milestone in catalogue.milestones
        if LEVELS.index(milestone.skills.get(skill, LEVELS[0])) >= LEVELS.index(level)
    }


def _check_programmes(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """Each programme that builds a skill leads to a milestone, or its group does."""
    items: set[str] = set()
    groups: set[str] = set()
    for milestone in catalogue.milestones:
        items.update(milestone.items, milestone.phase_items.values())
        groups.update(milestone.groups)
    for item in catalogue.items:
        is_named = item.slug in items or item.group in groups
        if item.kind == "programme" and item.skills and not is_named:
            yield "item", item.slug, ("", LEADS_NOWHERE)
