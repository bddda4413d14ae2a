"""What a reference may resolve to: entries by slug, of one catalogue or of a person's together with the shipped one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from tracker.database.catalogue.records import (
    Catalogue,
    CatalogueEntry,
    GroupEntry,
    ItemEntry,
    MilestoneEntry,
    RoleEntry,
    SkillEntry,
    TrackEntry,
)

R = TypeVar("R", bound=CatalogueEntry)


@dataclass(frozen=True)
class Names:
    """Entries by slug; `kinds` has the kind of each slug in use, `members` the items of each group."""

    tracks: Mapping[str, TrackEntry]
    groups: Mapping[str, GroupEntry]
    items: Mapping[str, ItemEntry]
    skills: Mapping[str, SkillEntry]
    roles: Mapping[str, RoleEntry]
    milestones: Mapping[str, MilestoneEntry]
    kinds: Mapping[str, str]
    members: Mapping[str, tuple[ItemEntry, ...]]


def names(*catalogues: Catalogue) -> Names:
    """What can be named when the catalogues lie side by side; of two with one slug, the first."""
    items = _by_slug(item for catalogue in catalogues for item in catalogue.items)
    members: dict[str, tuple[ItemEntry, ...]] = defaultdict(tuple)
    for item in items.values():
        if item.group:
            members[item.group] += (item,)
    return Names(
        tracks=_by_slug(
            track for catalogue in catalogues for track in catalogue.tracks
        ),
        groups=_by_slug(
            group for catalogue in catalogues for group in catalogue.groups
        ),
        items=items,
        skills=_by_slug(
            skill for catalogue in catalogues for skill in catalogue.skills
        ),
        roles=_by_slug(role for catalogue in catalogues for role in catalogue.roles),
        milestones=_by_slug(
            milestone for catalogue in catalogues for milestone in catalogue.milestones
        ),
        kinds={
            slug: kind for catalogue in catalogues for kind, slug in catalogue.files
        },
        members=dict(members),
    )


def _by_slug(entries: Iterable[R]) -> dict[str, R]:
    found: dict[str, R] = {}
    for entry in entries:
        found.setdefault(entry.slug, entry)
    return found
