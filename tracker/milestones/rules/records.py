"""Milestones as shipped, and what the person tried and reached."""

from dataclasses import dataclass
from datetime import date

LEVELS = ("none", "basic", "moderate", "strong", "very-strong")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A thing one can show. Hours are in seconds.

    A result within `within` (low, high) counts; `budget`, in `phases` where it is split, bounds an experiment; `show`
    (low, likely, high) is what it takes to show what is there already. `kinds` are those of the evidence that counts,
    `skills` what it shows at which level; `covers` are implied by it, as are the lower rungs of its ladder; `needs` are
    usual before it, `items` and `groups` lead to it.
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where someone else could look, and the day it was given; `self`, one's own word, may have no place."""

    kind: str
    place: str
    day: date


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a milestone with one item. Its hours count from `since`; `spent` (seconds) until its end or today.

    `low` and `high` are the seconds expected; `entered` is the day that since and expectation were last written down.
    `phases` are its own, each with its seconds; `decision` is what it came to, said on the day `decided`.
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


@dataclass(frozen=True, slots=True)
class Result:
    """A milestone reached, with which item, on which day, and the evidence for it.

    `since` is the day its hours count from: the attempt's, else that of the item's first session. `spent` (seconds) is
    what was logged from then until `day`; `over` says that this is more than the milestone's bound.
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
