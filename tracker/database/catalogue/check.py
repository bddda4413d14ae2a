"""A catalogue checked as one: the rules of the other modules gathered, and each complaint given its file and entry."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from tracker.database.catalogue import entry_rules, link_rules, order_rules, whole_rules
from tracker.database.catalogue.faults import Complaint, Fault
from tracker.database.catalogue.names import Names, names
from tracker.database.catalogue.read import read_catalogue
from tracker.database.catalogue.records import (
    KINDS,
    Catalogue,
    CatalogueEntry,
    MilestoneEntry,
)

E = TypeVar("E", bound=CatalogueEntry)


def examine(
    folder: Path, known: Catalogue | None = None
) -> tuple[Catalogue, tuple[Fault, ...]]:
    """The folder's catalogue and its faults: those of reading it, or, when there are none, of checking it.

    A folder with entries of every kind is whole, and is checked by itself, whatever else is `known`.
    """
    catalogue, faults = read_catalogue(folder)
    if all(getattr(catalogue, f"{kind}s") for kind in KINDS):
        known = None
    return catalogue, faults or check(catalogue, known)


def check(catalogue: Catalogue, known: Catalogue | None = None) -> tuple[Fault, ...]:
    """What is wrong between the catalogue's entries.

    `known` is the shipped catalogue, to which a person's own may refer; without it the catalogue must be whole.
    """
    all_names = names(catalogue, known) if known else names(catalogue)
    faults = [*_of_entries(catalogue, all_names), *_of_rings(catalogue, all_names)]
    if known:
        faults += _taken(catalogue, known)
    elif not faults:
        faults += _of_the_whole(catalogue)
    return tuple(faults)


def _of_entries(catalogue: Catalogue, all_names: Names) -> Iterator[Fault]:
    def linked(
        rule: Callable[[E, Names], Iterable[Complaint]],
    ) -> Callable[[E], Iterable[Complaint]]:
        return lambda entry: rule(entry, all_names)

    def ladder(entry: MilestoneEntry) -> Iterable[Complaint]:
        return order_rules.ladder(entry, all_names.milestones)

    yield from _faults(
        catalogue,
        "group",
        catalogue.groups,
        entry_rules.passage,
        linked(link_rules.group),
    )
    yield from _faults(
        catalogue, "item", catalogue.items, entry_rules.item, linked(link_rules.item)
    )
    yield from _faults(
        catalogue,
        "skill",
        catalogue.skills,
        entry_rules.skill,
        linked(link_rules.skill),
    )
    yield from _faults(
        catalogue, "role", catalogue.roles, entry_rules.role, linked(link_rules.role)
    )
    yield from _faults(
        catalogue,
        "milestone",
        catalogue.milestones,
        entry_rules.milestone,
        linked(link_rules.milestone),
        ladder,
    )
    yield from _faults(catalogue, "prompt", catalogue.prompts, entry_rules.passage)


def _faults(
    catalogue: Catalogue,
    kind: str,
    entries: Iterable[E],
    *rules: Callable[[E], Iterable[Complaint]],
) -> Iterator[Fault]:
    for entry in entries:
        for rule in rules:
            for complaint in rule(entry):
                yield _fault(catalogue, kind, entry.slug, complaint)


def _of_rings(catalogue: Catalogue, all_names: Names) -> Iterator[Fault]:
    """A ring is told at the first of its entries that is the catalogue's own."""
    for way, message in order_rules.rings(all_names):
        own = [
            (kind, slug)
            for slug in way
            for kind in ("item", "milestone")
            if (kind, slug) in catalogue.files
        ]
        for kind, slug in own[:1]:
            yield _fault(catalogue, kind, slug, ("", message))


def _taken(catalogue: Catalogue, known: Catalogue) -> Iterator[Fault]:
    for kind, slug in catalogue.files:
        if (kind, slug) in known.files:
            yield _fault(
                catalogue, kind, slug, ("slug", f"tracker ships this {kind} already")
            )


def _of_the_whole(catalogue: Catalogue) -> Iterator[Fault]:
    for kind in KINDS:
        if not getattr(catalogue, f"{kind}s"):
            yield Fault("", "", kind, f"there is no {kind}")
    for kind, slug, complaint in whole_rules.whole(catalogue):
        yield _fault(catalogue, kind, slug, complaint)


def _fault(catalogue: Catalogue, kind: str, slug: str, complaint: Complaint) -> Fault:
    key, message = complaint
    return Fault(catalogue.files[kind, slug], f"{kind} {slug}", key, message)
