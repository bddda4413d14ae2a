"""Which items of a person's own folder are new, which are there already, and which stand in the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.curriculum.rules.items import Item
from tracker.database.catalogue.records import ItemEntry as Entry
from tracker.errors import Refused
from tracker.text.names import check_slug

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Addition:
    """What a folder brings: the entries to add, and slugs of those that are there as they are."""

    new: tuple[Entry, ...]
    there: tuple[str, ...]


def addition(
    entries: Iterable[Entry], present: Iterable[Item], taken: Mapping[str, str]
) -> Addition:
    """What of `entries` is new. `taken` says what each slug and short name in use means.

    Raises Refused for a slug or short name that means something else already, and Unreadable for one that would.
    """
    own = {item.slug: item for item in present if item.origin == "own"}
    new, there = [], []
    for entry in entries:
        if entry.slug in own and _form(own[entry.slug]) == _form_of(entry):
            there.append(entry.slug)
            continue
        for name in (entry.slug, *entry.aka):
            check_slug(name)
            if name in taken:
                raise Refused(
                    f"{name} is {taken[name]} already; nothing was added.",
                    "Give it another slug.",
                )
        new.append(entry)
    return Addition(tuple(new), tuple(there))


def hours(entry: Entry) -> tuple[int, int, int]:
    """The low, likely and high estimate of an entry, in seconds."""
    low, likely, high = (max(round(told * HOUR), 1) for told in entry.hours)
    return low, likely, high


def _form(item: Item) -> tuple[object, ...]:
    return (
        *(
            item.title,
            item.kind,
            item.track,
            item.author,
            item.year,
            item.url,
            item.after,
            item.group,
            item.note,
        ),
        *(
            (item.low, item.likely, item.high),
            item.hours_from,
            item.changes,
            item.as_of,
            item.line,
        ),
        *(set(item.requires), set(item.skills), set(item.aka)),
    )


def _form_of(entry: Entry) -> tuple[object, ...]:
    return (
        *(
            entry.title,
            entry.kind,
            entry.track,
            entry.by,
            entry.year,
            entry.url,
            entry.after,
            entry.group,
            entry.note,
        ),
        *(hours(entry), entry.hours_from, entry.status, entry.as_of, entry.line),
        *(set(entry.requires), set(entry.skills), set(entry.aka)),
    )
