"""Check a catalogue by all rules; each fault names its file and entry."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tracker.database.catalogue import (
    entry_rules,
    link_rules,
    order_rules,
    road_rules,
    whole_rules,
)
from tracker.database.catalogue.bundles import check_bundles, read_bundles
from tracker.database.catalogue.entry_index import EntryIndex, index_entries
from tracker.database.catalogue.faults import Complaint, Fault
from tracker.database.catalogue.read import read_catalogue
from tracker.database.catalogue.records import KINDS, Catalogue, CatalogueEntry


def check_folder(
    folder: Path, shipped: Catalogue | None = None
) -> tuple[Catalogue, tuple[Fault, ...]]:
    """The folder's catalogue and its faults: of reading it, or if none, of checking it.

    A folder with entries of every kind is whole, and is checked without `shipped`.
    """
    catalogue, faults = read_catalogue(folder)
    bundles, bundle_faults = read_bundles(folder)
    if all(getattr(catalogue, f"{kind}s") for kind in KINDS):
        shipped = None
    if faults or bundle_faults:
        return catalogue, (*faults, *bundle_faults)
    index = _index(catalogue, shipped)
    faults = check_catalogue(catalogue, shipped)
    return catalogue, (*faults, *check_bundles(bundles, index))


def check_catalogue(
    catalogue: Catalogue, shipped: Catalogue | None = None
) -> tuple[Fault, ...]:
    """What is wrong with the catalogue's entries and between them.

    `shipped` is the shipped catalogue, to which a person's own may refer. Without it
    the catalogue must be whole.
    """
    index = _index(catalogue, shipped)
    faults = [*_check_entries(catalogue, index), *_check_rings(catalogue, index)]
    if shipped:
        faults += _check_slugs(catalogue, shipped)
    elif not faults:
        faults += _check_whole(catalogue)
    return tuple(faults)


def _index(catalogue: Catalogue, shipped: Catalogue | None) -> EntryIndex:
    return index_entries(catalogue, shipped) if shipped else index_entries(catalogue)


def _check_entries(catalogue: Catalogue, index: EntryIndex) -> Iterator[Fault]:
    for kind, entry, complaints in _apply_rules(catalogue, index):
        for complaint in complaints:
            yield _fault(catalogue, kind, entry.slug, complaint)


def _apply_rules(
    catalogue: Catalogue, index: EntryIndex
) -> Iterator[tuple[str, CatalogueEntry, Iterable[Complaint]]]:
    """The complaints of each rule about each entry, with the entry's kind."""
    for group in catalogue.groups:
        yield "group", group, entry_rules.check_group(group)
        yield "group", group, link_rules.check_group(group, index)
    for item in catalogue.items:
        yield "item", item, entry_rules.check_item(item)
        yield "item", item, link_rules.check_item(item, index)
    for skill in catalogue.skills:
        yield "skill", skill, entry_rules.check_skill(skill)
        yield "skill", skill, link_rules.check_skill(skill, index)
    for role in catalogue.roles:
        yield "role", role, entry_rules.check_role(role)
        yield "role", role, link_rules.check_role(role, index)
    for milestone in catalogue.milestones:
        yield "milestone", milestone, entry_rules.check_milestone(milestone)
        yield "milestone", milestone, link_rules.check_milestone(milestone, index)
        ladder = order_rules.check_ladder(milestone, index.milestones)
        yield "milestone", milestone, ladder
    for prompt in catalogue.prompts:
        yield "prompt", prompt, entry_rules.check_prompt(prompt)


def _check_rings(catalogue: Catalogue, index: EntryIndex) -> Iterator[Fault]:
    """A ring is reported once, at its first entry that is in this catalogue."""
    for ring, message in order_rules.find_rings(index):
        entry = _find_entry(catalogue, ring)
        if entry:
            yield _fault(catalogue, *entry, complaint=("", message))


def _find_entry(catalogue: Catalogue, slugs: Iterable[str]) -> tuple[str, str] | None:
    """The kind and slug of the first of `slugs` that is in this catalogue."""
    for slug in slugs:
        for kind in ("item", "milestone"):
            if (kind, slug) in catalogue.files:
                return kind, slug
    return None


def _check_slugs(catalogue: Catalogue, shipped: Catalogue) -> Iterator[Fault]:
    for kind, slug in catalogue.files:
        if (kind, slug) in shipped.files:
            yield _fault(
                catalogue, kind, slug, ("slug", f"tracker ships this {kind} already")
            )


def _check_whole(catalogue: Catalogue) -> Iterator[Fault]:
    for kind in KINDS:
        if not getattr(catalogue, f"{kind}s"):
            yield Fault("", "", kind, f"there is no {kind}")
    for rules in (whole_rules.check_whole, road_rules.check_road):
        for kind, slug, complaint in rules(catalogue):
            yield _fault(catalogue, kind, slug, complaint)


def _fault(catalogue: Catalogue, kind: str, slug: str, complaint: Complaint) -> Fault:
    key, message = complaint
    return Fault(catalogue.files[kind, slug], f"{kind} {slug}", key, message)
