"""Rules for a whole catalogue: each entry has its place, leads somewhere, can be shown.

`road_rules` has those of the road to a role.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from tracker.choices import LEVELS
from tracker.database.catalogue.faults import EntryComplaint
from tracker.database.catalogue.order_rules import list_all_covers
from tracker.database.catalogue.records import (
    Catalogue,
    ItemEntry,
    MilestoneEntry,
    RequirementEntry,
    RoleEntry,
)

LEADS_NOWHERE = "leads nowhere: no role asks for it, or for a skill that it shows"


def check_whole(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """All rules of this module."""
    yield from _places(catalogue)
    yield from _lines(catalogue)
    yield from _leads_nowhere(catalogue)
    yield from _levels(catalogue)
    yield from _unused(catalogue)


def _places(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """Items are in the file of their track, each role in its own."""
    wanted = {
        ("item", item.slug): f"items/{item.track}.toml" for item in catalogue.items
    }
    wanted |= {
        ("role", role.slug): f"roles/{role.slug}.toml" for role in catalogue.roles
    }
    for (kind, slug), file in wanted.items():
        if PurePosixPath(catalogue.files[kind, slug]) != PurePosixPath(file):
            yield kind, slug, ("", f"belongs in {file}")


def _lines(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """All entries but items and milestones name their line of the guide."""
    for kind in ("track", "group", "skill", "role", "prompt"):
        for entry in getattr(catalogue, f"{kind}s"):
            if entry.line is None:
                yield kind, entry.slug, ("line", "is missing")
    for role in catalogue.roles:
        for kind, parts in (
            ("variant", role.variants),
            ("requirement", role.requirements),
            ("bar", role.bars),
        ):
            for part in parts:
                if part.line is None and not getattr(part, "url", None):
                    yield "role", role.slug, (f"{kind}.{part.slug}.line", "is missing")


def _leads_nowhere(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """Each milestone is useful, or shows a skill that a role asks for."""
    useful = _useful(catalogue)
    asked = {requirement.skill for _, requirement in _requirements(catalogue.roles)}
    for milestone in catalogue.milestones:
        if milestone.slug not in useful and not asked & milestone.skills.keys():
            yield "milestone", milestone.slug, ("", LEADS_NOWHERE)


def _useful(catalogue: Catalogue) -> set[str]:
    """The milestones that are named, share a ladder with one, or cover a useful one."""
    named = {
        slug
        for slug in _named(catalogue.roles, catalogue.items, catalogue.milestones)
        if slug
    }
    ladders = {
        milestone.ladder
        for milestone in catalogue.milestones
        if milestone.slug in named
    } - {None}
    useful = named | {
        milestone.slug
        for milestone in catalogue.milestones
        if milestone.ladder in ladders
    }
    by_slug = {milestone.slug: milestone for milestone in catalogue.milestones}
    under = list_all_covers(by_slug)
    return useful | {slug for slug, covered in under.items() if covered & useful}


def _named(
    roles: Iterable[RoleEntry],
    items: Iterable[ItemEntry],
    milestones: Iterable[MilestoneEntry],
) -> Iterator[str | None]:
    for role in roles:
        yield from (requirement.milestone for requirement in role.requirements)
        yield from (bar.milestone for bar in role.bars)
    yield from (item.after for item in items)
    for milestone in milestones:
        yield from (*milestone.needs, milestone.counted)


def _levels(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """Every level of a skill that a role asks for is shown by a milestone."""
    shown = _shown(catalogue)
    for role, requirement in _requirements(catalogue.roles):
        skill, level = requirement.skill, requirement.level
        if skill and level and LEVELS.index(level) > shown.get(skill, 0):
            key = f"requirement.{requirement.slug}.level"
            yield "role", role.slug, (key, f"no milestone shows {skill} at {level}")


def _unused(catalogue: Catalogue) -> Iterator[EntryComplaint]:
    """A milestone shows each skill, an item builds it, and each track has items."""
    shown = _shown(catalogue)
    built = {skill for item in catalogue.items for skill in item.skills}
    for skill in catalogue.skills:
        if skill.slug not in shown:
            yield "skill", skill.slug, ("", "no milestone shows it")
        if skill.slug not in built:
            yield "skill", skill.slug, ("", "no item builds it")
    filled = {item.track for item in catalogue.items}
    for track in catalogue.tracks:
        if track.slug not in filled:
            yield "track", track.slug, ("", "has no item")


def _shown(catalogue: Catalogue) -> Mapping[str, int]:
    """The highest level at which a milestone shows each skill, as a place in LEVELS."""
    best: dict[str, int] = {}
    for milestone in catalogue.milestones:
        for skill, level in milestone.skills.items():
            best[skill] = max(best.get(skill, 0), LEVELS.index(level))
    return best


def _requirements(
    roles: Iterable[RoleEntry],
) -> Iterator[tuple[RoleEntry, RequirementEntry]]:
    return ((role, requirement) for role in roles for requirement in role.requirements)
