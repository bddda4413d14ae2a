"""Rules for what an entry names: it must exist, and the name must be free.

Each rule is pure and yields (key, message).
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from tracker.database.catalogue.entry_index import EntryIndex
from tracker.database.catalogue.faults import Complaint, suggest
from tracker.database.catalogue.records import (
    BarEntry,
    GroupEntry,
    ItemEntry,
    MilestoneEntry,
    RequirementEntry,
    RoleEntry,
    SkillEntry,
)

# A slug in backticks, such as `python-done`.
IN_BACKTICKS = re.compile(r"`([^`]+)`")


def check_item(entry: ItemEntry, index: EntryIndex) -> Iterator[Complaint]:
    """What an item refers to exists; its slug and short names are its own."""
    yield from check_exists("track", [entry.track], "track", index.tracks)
    yield from check_exists("skills", entry.skills, "skill", index.skills)
    yield from check_exists("requires", entry.requires, "item", index.items)
    yield from check_exists("after", [entry.after], "milestone", index.milestones)
    yield from check_exists("group", [entry.group], "group", index.groups)
    group = index.groups.get(entry.group or "")
    if group and group.track != entry.track and group.track in index.tracks:
        yield "group", f"{group.slug} is of track {group.track}, not {entry.track}"
    if entry.slug in index.milestones:
        yield (
            "slug",
            "is also a milestone's slug: an item and a milestone need different slugs",
        )
    for aka in entry.aka:
        yield from _check_aka(aka, entry, index)


def check_group(entry: GroupEntry, index: EntryIndex) -> Iterator[Complaint]:
    """A group's track exists, and so do the items to choose and its first choices."""
    yield from check_exists("track", [entry.track], "track", index.tracks)
    members = {item.slug for item in index.members.get(entry.slug, ())}
    if entry.choose > len(members):
        yield "choose", f"asks for {entry.choose} of {len(members)} items"
    for slug in entry.prefer:
        if slug not in members:
            yield "prefer", f"{slug} is no item of this group{suggest(slug, members)}"


def check_skill(entry: SkillEntry, index: EntryIndex) -> Iterator[Complaint]:
    """A slug in `backticks` is a milestone that shows the skill."""
    for level, text in entry.shown_by.items():
        for slug in re.findall(IN_BACKTICKS, text):
            milestone = index.milestones.get(slug)
            if milestone is None:
                yield (
                    f"shown_by.{level}",
                    _say_missing("milestone", slug, index.milestones),
                )
            elif entry.slug not in milestone.skills:
                yield f"shown_by.{level}", f"milestone {slug} does not show this skill"


def check_milestone(entry: MilestoneEntry, index: EntryIndex) -> Iterator[Complaint]:
    """What a milestone refers to exists."""
    for name in entry.skills:
        yield from check_exists(f"skills.{name}", [name], "skill", index.skills)
    yield from check_exists("needs", entry.needs, "milestone", index.milestones)
    yield from check_exists("covers", entry.covers, "milestone", index.milestones)
    yield from check_exists("items", entry.items, "item", index.items)
    yield from check_exists("groups", entry.groups, "group", index.groups)
    yield from check_exists("counted", [entry.counted], "milestone", index.milestones)
    for phase, slug in entry.phase_items.items():
        yield from check_exists(f"phase_items.{phase}", [slug], "item", index.items)


def check_role(entry: RoleEntry, index: EntryIndex) -> Iterator[Complaint]:
    """What a role and its parts refer to exists; a step is one in every role."""
    yield from check_exists("tracks", entry.tracks, "track", index.tracks)
    yield from check_exists("apply", entry.apply, "item", index.items)
    for variant in entry.variants:
        key = f"variant.{variant.slug}.tracks"
        yield from check_exists(key, variant.tracks, "track", index.tracks)
    for requirement in entry.requirements:
        key = f"requirement.{requirement.slug}"
        yield from check_exists(
            f"{key}.skill", [requirement.skill], "skill", index.skills
        )
        yield from _check_milestone(key, requirement, index)
        yield from _check_step(key, requirement, index)
    for bar in entry.bars:
        key = f"bar.{bar.slug}"
        yield from _check_milestone(key, bar, index)
        yield from check_exists(f"{key}.apply", [bar.apply], "item", index.items)


def check_exists(
    key: str, slugs: Iterable[str | None], kind: str, table: Mapping[str, object]
) -> Iterator[Complaint]:
    """A complaint for each slug that `table`, of that kind, does not have."""
    for slug in slugs:
        if slug is not None and slug not in table:
            yield key, _say_missing(kind, slug, table)


def _check_milestone(
    key: str, part: RequirementEntry | BarEntry, index: EntryIndex
) -> Iterator[Complaint]:
    yield from check_exists(
        f"{key}.milestone", [part.milestone], "milestone", index.milestones
    )


def _check_step(
    key: str, requirement: RequirementEntry, index: EntryIndex
) -> Iterator[Complaint]:
    for other in index.roles.values():
        for part in other.requirements:
            is_same = part.milestone and part.milestone == requirement.milestone
            if is_same and part.step != requirement.step:
                article = "a" if part.step else "no"
                message = f"{part.milestone} is {article} step in {other.slug}"
                yield f"{key}.step", message


def _check_aka(aka: str, entry: ItemEntry, index: EntryIndex) -> Iterator[Complaint]:
    if aka in index.kinds:
        yield "aka", f"{aka} is a slug already ({index.kinds[aka]})"
    for other in index.items.values():
        if other.slug != entry.slug and aka in other.aka:
            yield "aka", f"{aka} is {other.slug}'s too"


def _say_missing(kind: str, slug: str, table: Iterable[str]) -> str:
    return f"there is no {kind} {slug!r}{suggest(slug, table)}"
