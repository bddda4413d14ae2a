"""Kinds of items, steps, and choice groups of items with what is left of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Milestone

# Kinds of items that are done rather than learned from.
WORK = frozenset({"replication", "project", "programme"})
PRACTICE = WORK | {"exercise"}
# Kinds of items that one is given a place in.
OFFERED = frozenset({"programme", "project", "course"})
# Items still to do, each after its prerequisites.
Steps = tuple[str, ...]
# A skill and a level.
SkillLevel = tuple[str, str]


class ItemChoice(NamedTuple):
    """So many of these items are enough; `prefer` are the guide's first choices."""

    number: int
    items: Steps
    prefer: Steps = ()


class OpenChoice(NamedTuple):
    """What is left of a choice group: finish `started`, and do `number` of `others`."""

    started: Steps = ()
    number: int = 0
    others: Steps = ()


def find_first_named(
    members: Steps, milestone: str, items: Mapping[str, Item]
) -> Steps:
    """Those that the guide names, in its order, if they do not come after a milestone."""
    named: list[tuple[int, str]] = []
    for slug in members:
        item = items[slug]
        if item.origin == "guide" and item.line and item.after != milestone:
            named.append((item.line[0], slug))
    return tuple(slug for _, slug in sorted(named, key=lambda each: each[0]))


def find_works(
    milestones: Iterable[Milestone], milestones_of_item: Mapping[str, Iterable[str]]
) -> frozenset[str]:
    """The items that lead to a milestone of which another one counts the results."""
    counted = {each.counted for each in milestones}
    return frozenset(
        slug for slug, of in milestones_of_item.items() if counted.intersection(of)
    )
