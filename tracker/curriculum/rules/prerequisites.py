"""What an item asks for, and whether that is met: by the item itself, or by its choice group."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.curriculum.rules.items import Group, Item

FINISHED = ("done", "skipped")


@dataclass(frozen=True, slots=True)
class Need:
    """An item that another one requires; `state` is `done`, `skipped` (the person needs no more of it) or `open`.

    `by` are the items that meet it, itself or others of its `group`.
    """

    item: Item
    state: str
    by: tuple[str, ...] = ()
    group: Group | None = None

    @property
    def is_met(self) -> bool:
        """Whether nothing of it is left to do."""
        return self.state != "open"


def find_needs(
    item: Item, items: Mapping[str, Item], groups: Mapping[str, Group]
) -> tuple[Need, ...]:
    """What `item` requires, each with how it stands; what was dropped meets nothing."""
    return tuple(_need(items[slug], items, groups) for slug in item.requires)


def finished_members(group: Group, items: Mapping[str, Item]) -> tuple[str, ...]:
    """The items of a group that are done or skipped."""
    return tuple(slug for slug in group.items if items[slug].state in FINISHED)


def is_group_met(group: Group, items: Mapping[str, Item]) -> bool:
    """Whether enough of a group's items are done or skipped."""
    return len(finished_members(group, items)) >= group.choose


def _need(
    required: Item, items: Mapping[str, Item], groups: Mapping[str, Group]
) -> Need:
    group = groups.get(required.group or "")
    if required.state in FINISHED:
        return Need(required, str(required.state), (required.slug,), group)
    if group and is_group_met(group, items):
        by = finished_members(group, items)
        return Need(required, "done" if _any_done(by, items) else "skipped", by, group)
    return Need(required, "open", (), group)


def _any_done(slugs: Iterable[str], items: Mapping[str, Item]) -> bool:
    return any(items[slug].state == "done" for slug in slugs)
