"""What an item requires, and whether that is met by the item or its choice group."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.curriculum.rules.items import Group, Item

FINISHED = ("done", "skipped")


class Need(NamedTuple):
    """An item that another one requires.

    `state` is `done`, `skipped` or `open`. `by` are the slugs of the items that meet
    it: the item itself, or others of its `group`.
    """

    item: Item
    state: str
    by: tuple[str, ...] = ()
    group: Group | None = None

    @property
    def is_met(self) -> bool:
        """Whether nothing is left to do for it."""
        return self.state != "open"


def find_needs(
    item: Item, items: Mapping[str, Item], groups: Mapping[str, Group]
) -> tuple[Need, ...]:
    """What `item` requires, each with its state; a dropped item meets nothing."""
    return tuple(_need(items[slug], items, groups) for slug in item.requires)


def finished_members(group: Group, items: Mapping[str, Item]) -> tuple[str, ...]:
    """The slugs of a group's items that are done or skipped."""
    return tuple(slug for slug in group.items if items[slug].state in FINISHED)


def count_left(group: Group, items: Mapping[str, Item]) -> int:
    """How many more items of a group are to be done or skipped; 0 for enough."""
    return max(group.choose - len(finished_members(group, items)), 0)


def is_group_met(group: Group, items: Mapping[str, Item]) -> bool:
    """Whether enough items of a group are done or skipped."""
    return count_left(group, items) == 0


def _need(
    required: Item, items: Mapping[str, Item], groups: Mapping[str, Group]
) -> Need:
    group = groups.get(required.group or "")
    if required.state in FINISHED:
        return Need(required, str(required.state), (required.slug,), group)
    if not group or not is_group_met(group, items):
        return Need(required, "open", (), group)
    by = finished_members(group, items)
    state = "done" if _is_any_done(by, items) else "skipped"
    return Need(required, state, by, group)


def _is_any_done(slugs: Iterable[str], items: Mapping[str, Item]) -> bool:
    return any(items[slug].state == "done" for slug in slugs)
