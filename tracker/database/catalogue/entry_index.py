"""The entries of catalogues by slug: what a reference can name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
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
class EntryIndex:
    """Entries by slug.

    `kinds` has the kind of each slug in use, `members` the items of each group.
    """

    tracks: Mapping[str, TrackEntry]
    groups: Mapping[str, GroupEntry]
    items: Mapping[str, ItemEntry]
    skills: Mapping[str, SkillEntry]
    roles: Mapping[str, RoleEntry]
    milestones: Mapping[str, MilestoneEntry]
    kinds: Mapping[str, str]
    members: Mapping[str, tuple[ItemEntry, ...]]


def index_entries(*catalogues: Catalogue) -> EntryIndex:
    """The entries of all `catalogues`; of two with the same slug, the first."""
    items = _by_slug(catalogue.items for catalogue in catalogues)
    members: dict[str, tuple[ItemEntry, ...]] = defaultdict(tuple)
    for item in items.values():
        if item.group:
            members[item.group] += (item,)
    files = chain.from_iterable(catalogue.files for catalogue in catalogues)
    kinds = {slug: kind for kind, slug in files}
    return EntryIndex(
        tracks=_by_slug(catalogue.tracks for catalogue in catalogues),
        groups=_by_slug(catalogue.groups for catalogue in catalogues),
        items=items,
        skills=_by_slug(catalogue.skills for catalogue in catalogues),
        roles=_by_slug(catalogue.roles for catalogue in catalogues),
        milestones=_by_slug(catalogue.milestones for catalogue in catalogues),
        kinds=kinds,
        members=dict(members),
    )


def _by_slug(lists: Iterable[Iterable[R]]) -> dict[str, R]:
    by_slug: dict[str, R] = {}
    for entry in chain.from_iterable(lists):
        by_slug.setdefault(entry.slug, entry)
    return by_slug
