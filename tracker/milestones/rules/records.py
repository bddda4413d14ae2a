"""Milestones of the curriculum, and the person's attempts, results and evidence."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.curriculum.rules.items import Item


@dataclass(frozen=True, slots=True)
class Milestone:
    """A result that can be shown to others. Hours are in seconds.

    `within` are the low and high hours of its limit: a result after more does not count
    for it. `budget` bounds an experiment, split into `phases` where it has any. `show`
    are the low, likely and high hours to show work that is done.
    `kinds` are the kinds of evidence that count, `skills` what it shows, each with a
    level. It implies what it `covers` and the lower rungs of its `ladder`. `needs` are
    the milestones usually reached before it; `items` and `groups` lead to it.
    `stage` is where it is on the road to a role. One with a `count` is reached by so
    many results, each with another item, that reach the milestone `counted`.
    `phase_items` are the items of the phases, in their order, where each has its own.
    `takes_all_kinds` says that evidence of each of its kinds is needed, not of one.
    """

    slug: str
    title: str
    criterion: str = ""
    within: tuple[int, int] | None = None
    budget: int | None = None
    phases: tuple[tuple[str, int], ...] = ()
    ladder: str | None = None
    rung: int | None = None
    show: tuple[int, int, int] = (0, 0, 0)
    show_by: str = ""
    kinds: tuple[str, ...] = ()
    skills: tuple[tuple[str, str], ...] = ()
    covers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    line: tuple[int, int] | None = None
    origin: str = "guide"
    note: str | None = None
    retired: bool = False
    stage: str = "show"
    count: int | None = None
    counted: str | None = None
    phase_items: tuple[str, ...] = ()
    takes_all_kinds: bool = False

    def has_item(self, item: Item) -> bool:
        """Whether the item leads to it, by itself or by its choice group.

        Any item of a ladder's kind leads to the first rung: `replication`.
        """
        if item.slug in self.items or item.group in self.groups:
            return True
        return self.rung == 1 and self.ladder == item.kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """A kind of evidence, its place, and the day it was given.

    The kind `self` is a claim without evidence, and may have an empty place. `uid` is
    that of its row, empty before it is saved.
    """

    kind: str
    place: str
    day: date
    uid: str = field(default="", compare=False)


class Attempt(NamedTuple):
    """One attempt at a milestone with one item.

    Its hours count from `since`; `spent` are the seconds until its end or today. `low`
    and `high` are the seconds expected. `entered` is the day that `since` and the
    expectation were last typed, `dropped` the day it was dropped. `phases` are its own,
    each with its seconds; `decision` is how it ended, typed on the day `decided`.
    `by_item` are the items with their seconds, in the order of the phases, where the
    milestone has an item for each phase and the attempt no phases of its own.
    """

    milestone: str
    item: str
    since: date
    entered: date
    low: int | None = None
    high: int | None = None
    dropped: date | None = None
    spent: int = 0
    phases: tuple[tuple[str, int], ...] = ()
    decision: str | None = None
    decided: date | None = None
    by_item: tuple[tuple[str, int], ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """The items whose hours count: those of its phases, or the one it has."""
        return tuple(slug for slug, _ in self.by_item) or (self.item,)


class Result(NamedTuple):
    """A milestone reached with an item on a day, and the evidence for it.

    `since` is the first day of its hours: the attempt's, or else that of the item's
    first session. `spent` are the seconds logged from then until `day`; `over` says
    that they are more than the milestone's limit. `entered` is the day it was typed.
    `title` and `summary` are what the person calls the work in exports; `rank` is its
    place there, from 1, and 0 leaves it out.
    """

    milestone: str
    item: str | None
    day: date
    entered: date
    claimed: str | None = None
    reproduced: str | None = None
    part: str | None = None
    evidence: tuple[Evidence, ...] = ()
    since: date | None = None
    spent: int = 0
    over: bool = False
    title: str | None = None
    summary: str | None = None
    rank: int | None = None
