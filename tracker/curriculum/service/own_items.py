"""Add items of the person's own, and change them."""

from collections.abc import Iterable
from sqlite3 import Connection

from tracker.curriculum.rules.checks import (
    check_name_free,
    check_own,
    check_title,
    with_likely,
)
from tracker.curriculum.rules.items import Item, OwnItem, OwnItemInput
from tracker.curriculum.store.changes import add_item, change_item
from tracker.curriculum.store.items import read_item
from tracker.curriculum.store.names import taken_names
from tracker.journal.store.items import choose_item, choose_track


def add_own_item(db: Connection, slug: str, typed: OwnItemInput, now_utc: int) -> Item:
    """Add the item that was typed, and return it. `now_utc` is UTC seconds.

    Raises Refused for a name in use, NotFound or Ambiguous for its track and for the
    items it requires, Unreadable for an empty title.
    """
    other_names = [name for name in dict.fromkeys(typed.aka) if name != slug]
    names_in_use = taken_names(db)
    for name in (slug, *other_names):
        check_name_free(name, names_in_use)
    own_item = OwnItem(
        slug=slug,
        requires=_required_slugs(db, typed.requires),
        track=choose_track(db, typed.track or ""),
        title=check_title(typed.title or ""),
        kind=typed.kind,
        hours=with_likely(typed.hours) if typed.hours else None,
        url=typed.url,
        aka=tuple(other_names),
    )
    add_item(db, own_item, now_utc)
    return read_item(db, slug)


def change_own_item(
    db: Connection, name: str, typed: OwnItemInput, now_utc: int
) -> Item:
    """Change what was typed of the item that `name` means, and return it.

    Raises as `add_own_item`, and Refused for an item of the shipped curriculum.
    """
    choice = choose_item(db, name, "rename changes an item")
    before = read_item(db, choice.slug)
    check_own(before)
    slug = typed.slug or before.slug
    check_name_free(slug, _names_of_others(db, before))
    track = before.track
    if typed.track:
        track = choose_track(db, typed.track)
    own_item = OwnItem(
        slug=slug,
        title=check_title(typed.title) if typed.title else before.title,
        kind=before.kind,
        track=track,
        hours=with_likely(typed.hours) if typed.hours else before.estimate,
        url=typed.url or before.url,
    )
    change_item(db, before.slug, own_item, now_utc)
    return read_item(db, slug)


def _required_slugs(db: Connection, names: Iterable[str]) -> tuple[str, ...]:
    """The slugs of the items that `names` mean, each once."""
    rule = "--requires takes an item"
    slugs = (choose_item(db, name, rule).slug for name in names)
    return tuple(dict.fromkeys(slugs))


def _names_of_others(db: Connection, item: Item) -> dict[str, str]:
    """The names in use, without those of `item`."""
    names = taken_names(db)
    for name in (item.slug, *item.aka):
        names.pop(name, None)
    return names
