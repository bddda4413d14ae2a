"""Bundles: what `tracker known` records for a word such as `maths-degree`.

They stand in a file of their own beside the curriculum. It is read when asked for, and
fills no database.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import field

from tracker.choices import LEVELS
from tracker.database.catalogue.digest import BUNDLES
from tracker.database.catalogue.entry_index import EntryIndex
from tracker.database.catalogue.faults import Complaint, Fault
from tracker.database.catalogue.keys import Line, SkillLevels, Slugs, Text
from tracker.database.catalogue.link_rules import check_exists
from tracker.database.catalogue.read import read_entries, read_tables
from tracker.database.catalogue.records import CatalogueEntry, MilestoneEntry


class BundleEntry(CatalogueEntry, frozen=True):
    """What a person for whom `title` is true can do, and nothing beyond it.

    `skills` are rated, `milestones` claimed and `items` done, on their own word.
    """

    title: Text
    skills: SkillLevels = field(default_factory=dict)
    milestones: Slugs = ()
    items: Slugs = ()
    line: Line | None = None
    note: Text | None = None


def read_bundles(folder: Path) -> tuple[tuple[BundleEntry, ...], tuple[Fault, ...]]:
    """The bundles of a catalogue's folder, and a fault for each unreadable one.

    A folder without the file has none.
    """
    path = folder / BUNDLES
    if not path.is_file():
        return (), ()
    tables, faults = read_tables({BUNDLES: path})
    records, _, entry_faults = read_entries(tables, {"bundle": BundleEntry})
    bundles = [each for each in records["bundle"] if isinstance(each, BundleEntry)]
    return tuple(bundles), (*faults, *entry_faults)


def check_bundles(
    bundles: Sequence[BundleEntry], index: EntryIndex
) -> tuple[Fault, ...]:
    """What is wrong between the bundles and the entries that they name."""
    return tuple(
        Fault(BUNDLES, f"bundle {bundle.slug}", key, message)
        for bundle in bundles
        for key, message in _check_bundle(bundle, index)
    )


def _check_bundle(bundle: BundleEntry, index: EntryIndex) -> Iterator[Complaint]:
    yield from check_exists("skills", bundle.skills, "skill", index.skills)
    yield from check_exists(
        "milestones", bundle.milestones, "milestone", index.milestones
    )
    yield from check_exists("items", bundle.items, "item", index.items)
    if not (bundle.skills or bundle.milestones or bundle.items):
        yield "", "claims nothing"
    kind = index.kinds.get(bundle.slug)
    if kind and bundle.slug not in (*bundle.milestones, *bundle.items):
        yield "slug", f"is also a slug of the kind {kind}, which it does not claim"
    for slug in bundle.milestones:
        milestone = index.milestones.get(slug)
        if milestone:
            yield from _check_milestone(bundle, milestone)


def _check_milestone(
    bundle: BundleEntry, milestone: MilestoneEntry
) -> Iterator[Complaint]:
    """A milestone needs no hours to count, and shows nothing that is rated beside it."""
    if milestone.within_hours:
        yield "milestones", f"{milestone.slug} counts hours, so it needs an item"
    for skill, level in milestone.skills.items():
        rated = bundle.skills.get(skill, LEVELS[0])
        if LEVELS[0] != rated and LEVELS.index(rated) <= LEVELS.index(level):
            yield f"skills.{skill}", f"{milestone.slug} shows it at {level} already"
