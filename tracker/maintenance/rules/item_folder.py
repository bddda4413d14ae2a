"""Which items of a person's own folder are new, and which are there already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.curriculum.rules.items import Item
from tracker.database.catalogue.records import ItemEntry
from tracker.errors import Refused
from tracker.limits import HOUR
from tracker.text.slugs import check_slug


@dataclass(frozen=True, slots=True)
class Addition:
    """What a folder adds: its `new` entries, and slugs of items that are `present`."""

    new: tuple[ItemEntry, ...]
    present: tuple[str, ...]


def find_addition(
    entries: Iterable[ItemEntry], items: Iterable[Item], taken: Mapping[str, str]
) -> Addition:
    """Which of `entries` are new. `taken` says what each slug and short name means.

    Raises Refused for a slug or short name that means something else already, and
    Unreadable for one that cannot be a name.
    """
    own_items = {item.slug: item for item in items if item.origin == "own"}
    new, present = [], []
    for entry in entries:
        item = own_items.get(entry.slug)
        if item and _item_content(item) == _entry_content(entry):
            present.append(entry.slug)
            continue
        for name in (entry.slug, *entry.aka):
            _check_free(name, taken)
        new.append(entry)
    return Addition(tuple(new), tuple(present))


def estimate(entry: ItemEntry) -> tuple[int, int, int]:
    """The low, likely and high estimate of an entry, in seconds."""
    low, likely, high = (max(round(hours * HOUR), 1) for hours in entry.hours)
    return low, likely, high


def _check_free(name: str, taken: Mapping[str, str]) -> None:
    check_slug(name)
    if name in taken:
        raise Refused(
            f"{name} is {taken[name]} already; nothing was added.",
            "Give it another slug.",
        )


def _item_content(item: Item) -> dict[str, object]:
    """What an item of the person's says, to compare with an entry."""
    return {
        "title": item.title,
        "kind": item.kind,
        "track": item.track,
        "author": item.author,
        "year": item.year,
        "url": item.url,
        "after": item.after,
        "group": item.group,
        "note": item.note,
        "estimate": (item.low, item.likely, item.high),
        "hours_from": item.hours_from,
        "status": item.changes,
        "as_of": item.as_of,
        "line": item.line,
        "requires": set(item.requires),
        "skills": set(item.skills),
        "aka": set(item.aka),
    }


def _entry_content(entry: ItemEntry) -> dict[str, object]:
    """What an entry says, to compare with an item of the person's."""
    return {
        "title": entry.title,
        "kind": entry.kind,
        "track": entry.track,
        "author": entry.by,
        "year": entry.year,
        "url": entry.url,
        "after": entry.after,
        "group": entry.group,
        "note": entry.note,
        "estimate": estimate(entry),
        "hours_from": entry.hours_from,
        "status": entry.status,
        "as_of": entry.as_of,
        "line": entry.line,
        "requires": set(entry.requires),
        "skills": set(entry.skills),
        "aka": set(entry.aka),
    }
