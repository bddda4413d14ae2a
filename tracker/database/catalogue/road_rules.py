"""Rules of the road to a role, for a whole catalogue.

Each milestone has its stage, each requirement a way, and each programme leads somewhere.
"""

from collections.abc import Iterator

from tracker.choices import LEVELS
from tracker.database.catalogue.faults import EntryComplaint
from tracker.database.catalogue.order_rules import list_all_covers
from tracker.database.catalogue.records import (
    Catalogue,
    MilestoneEntry,
    RequirementEntry,
)

# Evidence that somebody else gives: where it is all that counts, they decide.
OF_SOMEBODY_ELSE = frozenset({"letter", "review", "certificate", "self"})
NO_WAY = (
    "has no way: a milestone that shows it needs items, groups or parts, "
    "or only evidence that somebody else gives"
)
LEADS_NOWHERE = "leads nowhere: no milestone names it or its group"


def check_road(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """All rules of this module."""
    for milestone in catalogue.milestones:
        if milestone.stage is None:
            yield "milestone", milestone.slug, ("stage", "is missing")
    yield from _check_ways(catalogue)
    yield from _check_programmes(catalogue)


def _check_ways(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """Something leads to each requirement, or somebody else decides on it."""
    possible = _find_possible(catalogue)
    for role in catalogue.roles:
        for requirement in role.requirements:
            showing = {
                milestone.slug
                for milestone in catalogue.milestones
                if _shows(milestone, requirement)
            }
            if showing and showing.isdisjoint(possible):
                key = f"requirement.{requirement.slug}"
                yield "role", role.slug, (key, NO_WAY)


def _find_possible(catalogue: Catalogue) -> set[str]:
    """The milestones that have a way, and all that they cover."""
    covers = list_all_covers({each.slug: each for each in catalogue.milestones})
    kinds = {item.kind for item in catalogue.items}
    possible: set[str] = set()
    is_larger = True
    while is_larger:
        before = len(possible)
        for milestone in catalogue.milestones:
            covered = covers[milestone.slug]
            if _is_possible(milestone, kinds, covered, possible):
                possible |= covered
        is_larger = len(possible) > before
    return possible


def _is_possible(
    milestone: MilestoneEntry, kinds: set[str], covered: frozenset[str], known: set[str]
) -> bool:
    """Whether something leads to it: items, groups, what it counts, or all its parts.

    Any item of a ladder's kind leads to its first rung. Its parts are the milestones
    that it needs and covers. Nothing need lead to it where somebody else decides.
    """
    if milestone.items or milestone.groups:
        return True
    if OF_SOMEBODY_ELSE.issuperset(milestone.evidence):
        return True
    if milestone.counted:
        return milestone.counted in known
    if milestone.rung == 1 and milestone.ladder in kinds:
        return True
    is_of_parts = len(milestone.needs) > 1 and covered.issuperset(milestone.needs)
    return is_of_parts and known.issuperset(milestone.needs)


def _shows(milestone: MilestoneEntry, requirement: RequirementEntry) -> bool:
    """Whether a milestone by itself shows what a role asks for."""
    if requirement.milestone:
        return requirement.milestone == milestone.slug
    level = milestone.skills.get(requirement.skill or "", LEVELS[0])
    return LEVELS.index(level) >= LEVELS.index(requirement.level or LEVELS[-1])


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
