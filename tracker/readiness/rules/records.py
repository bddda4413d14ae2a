"""Roles with what they ask for, skills, ratings, and all the facts of one person."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from tracker.choices import LEVELS
from tracker.curriculum.rules.items import Group, Item
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result

# The guide's lines for something, first and last.
Lines = tuple[int, int] | None


class Requirement(NamedTuple):
    """One line of a role: `skill` at `level`, or `milestone`.

    `stated` says that the guide states it; else it is our inference. `level_is_ours`
    says that the guide gives the duty, and we the level. A `step` is
    something useful to do rather than readiness. Requirements that share `any_of` are
    alternatives; one with a `variant` counts for this variant alone.
    """

    slug: str
    weight: str
    skill: str | None = None
    level: str | None = None
    milestone: str | None = None
    step: bool = False
    stated: bool = True
    line: Lines = None
    any_of: str | None = None
    variant: str | None = None
    quote: str | None = None
    note: str | None = None
    level_is_ours: bool = False

    @property
    def unit(self) -> str:
        """What it is counted as: itself, or all its alternatives together."""
        return self.any_of or self.slug


class Bar(NamedTuple):
    """What an employer said it asks for; `as_of` is a day, month or year.

    `apply` is the item by which one applies there, `url` where the words stand.
    """

    slug: str
    who: str
    says: str
    milestone: str
    as_of: str
    line: Lines = None
    variant: str | None = None
    status: str | None = None
    note: str | None = None
    url: str | None = None
    apply: str | None = None


class Variant(NamedTuple):
    """One of the ways to fill a role; `tracks` are those of its road."""

    slug: str
    title: str
    does: str = ""
    tracks: tuple[str, ...] = ()
    line: Lines = None


class Role(NamedTuple):
    """A kind of work, with all that it asks for, in every variant.

    `where` is where people do it, `tracks` are the tracks whose items lead to it, and
    `apply` the items by which one applies for it.
    """

    slug: str
    title: str
    does: str = ""
    phd: str = ""
    note: str | None = None
    variants: tuple[Variant, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    bars: tuple[Bar, ...] = ()
    where: str = ""
    line: Lines = None
    tracks: tuple[str, ...] = ()
    apply: tuple[str, ...] = ()


class Skill(NamedTuple):
    """Something that roles ask for; `shown_by` says what shows each level."""

    slug: str
    title: str
    meaning: str
    shown_by: tuple[tuple[str, str], ...] = ()
    line: Lines = None


@dataclass(frozen=True, slots=True)
class Rating:
    """Somebody's rating of a skill; `rater` is empty for the person's own.

    `uid` is that of its row, empty before it is saved.
    """

    skill: str
    level: str
    rater: str
    day: date
    evidence: tuple[Evidence, ...] = ()
    uid: str = field(default="", compare=False)


class Facts(NamedTuple):
    """All that readiness is judged by: the curriculum, and what the person did.

    Attempts carry the seconds spent on them, results whether those are over the limit.
    """

    items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    results: tuple[Result, ...] = ()
    ratings: tuple[Rating, ...] = ()
    dropped: frozenset[str] = frozenset()


def levels_up_to(level: str) -> tuple[str, ...]:
    """The levels from `basic` to this one; none for `none`."""
    return LEVELS[1 : LEVELS.index(level) + 1]
