"""Kinds of items, steps, and choice groups of items with what is left of them."""

from typing import NamedTuple

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
    """So many of these items are enough; `prefer` are the guide's first choices.

    Where each is counted as a work of its own, knowing what it teaches is none.
    """

    number: int
    items: Steps
    prefer: Steps = ()
    is_counted: bool = False


class OpenChoice(NamedTuple):
    """What is left of a choice group: finish `started`, and do `number` of `others`."""

    started: Steps = ()
    number: int = 0
    others: Steps = ()
