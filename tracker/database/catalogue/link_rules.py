"""Whether what an entry names is there and may be named so: pure, each rule yields (key, message)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tracker.database.catalogue.faults import Complaint, nearest
from tracker.database.catalogue.names import Names
from tracker.database.catalogue.records import (
    BarEntry,
    GroupEntry,
    ItemEntry,
    MilestoneEntry,
    RequirementEntry,
    RoleEntry,
    SkillEntry,
)


def item(entry: ItemEntry, all_names: Names) -> Iterator[Complaint]:
    """An item's track, skills, requires, after and group are there; its slug and short names are its own."""
    yield from _there("track", [entry.track], "track", all_names.tracks)
    yield from _there("skills", entry.skills, "skill", all_names.skills)
    yield from _there("requires", entry.requires, "item", all_names.items)
    yield from _there("after", [entry.after], "milestone", all_names.milestones)
    yield from _there("group", [entry.group], "group", all_names.groups)
    group = all_names.groups.get(entry.group or "")
    if group and group.track != entry.track and group.track in all_names.tracks:
        yield "group", f"{group.slug} is of track {group.track}, not {entry.track}"
    if entry.slug in all_names.milestones:
        yield (
            "slug",
            "is a milestone's too: what is logged and what is reached must not be mixed up",
        )
    for aka in entry.aka:
        yield from _aka(aka, entry, all_names)


def group(entry: GroupEntry, all_names: Names) -> Iterator[Complaint]:
    """A group's track is there, and it has at least as many items as are to be chosen."""
    yield from _there("track", [entry.track], "track", all_names.tracks)
    members = len(all_names.members.get(entry.slug, ()))
    if entry.choose > members:
        yield "choose", f"asks for {entry.choose} of {members} items"


def skill(entry: SkillEntry, all_names: Names) -> Iterator[Complaint]:
    """A slug in `backticks` is a milestone that shows the skill."""
    for level, text in entry.shown_by.items():
        for slug in re.findall(r"`([^`]+)`", text):
            milestone = all_names.milestones.get(slug)
            if milestone is None:
                yield (
                    f"shown_by.{level}",
                    _missing("milestone", slug, all_names.milestones),
                )
            elif entry.slug not in milestone.skills:
                yield f"shown_by.{level}", f"milestone {slug} does not show this skill"


def milestone(entry: MilestoneEntry, all_names: Names) -> Iterator[Complaint]:
    """What a milestone shows, needs and covers, and what leads to it, is there."""
    for name in entry.skills:
        yield from _there(f"skills.{name}", [name], "skill", all_names.skills)
    yield from _there("needs", entry.needs, "milestone", all_names.milestones)
    yield from _there("covers", entry.covers, "milestone", all_names.milestones)
    yield from _there("items", entry.items, "item", all_names.items)
    yield from _there("groups", entry.groups, "group", all_names.groups)


def role(entry: RoleEntry, all_names: Names) -> Iterator[Complaint]:
    """The skills and milestones that requirements and bars name are there, and a step is one in every role."""
    for requirement in entry.requirements:
        key = f"requirement.{requirement.slug}"
        yield from _there(
            f"{key}.skill", [requirement.skill], "skill", all_names.skills
        )
        yield from _asked(key, requirement, all_names)
        yield from _step(key, requirement, all_names)
    for bar in entry.bars:
        yield from _asked(f"bar.{bar.slug}", bar, all_names)


def _asked(
    key: str, part: RequirementEntry | BarEntry, all_names: Names
) -> Iterator[Complaint]:
    yield from _there(
        f"{key}.milestone", [part.milestone], "milestone", all_names.milestones
    )


def _step(
    key: str, requirement: RequirementEntry, all_names: Names
) -> Iterator[Complaint]:
    for other in all_names.roles.values():
        for each in other.requirements:
            if (
                each.milestone
                and each.milestone == requirement.milestone
                and each.step != requirement.step
            ):
                yield (
                    f"{key}.step",
                    f"{each.milestone} is {'a' if each.step else 'no'} step in {other.slug}",
                )


def _aka(aka: str, entry: ItemEntry, all_names: Names) -> Iterator[Complaint]:
    if aka in all_names.kinds:
        yield "aka", f"{aka} is a slug already ({all_names.kinds[aka]})"
    for other in all_names.items.values():
        if other.slug != entry.slug and aka in other.aka:
            yield "aka", f"{aka} is {other.slug}'s too"


def _there(
    key: str, slugs: Iterable[str | None], kind: str, table: Mapping[str, object]
) -> Iterator[Complaint]:
    for slug in slugs:
        if slug is not None and slug not in table:
            yield key, _missing(kind, slug, table)


def _missing(kind: str, slug: str, table: Iterable[str]) -> str:
    return f"there is no {kind} {slug!r}{nearest(slug, table)}"
