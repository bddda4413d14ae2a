"""Roles with what they ask for, skills, ratings, and all the facts of one person."""

from dataclasses import dataclass
from datetime import date

from tracker.curriculum.rules.items import Group, Item
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result
from tracker.text.choices import LEVELS

# The guide's lines that something rests on, first and last.
Lines = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of a role: `skill` at `level`, or `milestone`.

    `stated` by the guide, or inferred from it; a `step` is something to do rather than readiness; those that share
    `any_of` are alternatives; one with a `variant` counts for this variant alone.
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

    @property
    def unit(self) -> str:
        """What it counts as: itself, or its alternatives together."""
        return self.any_of or self.slug


@dataclass(frozen=True, slots=True)
class Bar:
    """What a named organisation said it asks for, in its words, as of a day, month or year."""

    slug: str
    who: str
    says: str
    milestone: str
    as_of: str
    line: Lines = None
    variant: str | None = None
    status: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the ways in which a role is filled."""

    slug: str
    title: str
    does: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of work, with all that it asks for, in every variant."""

    slug: str
    title: str
    does: str = ""
    phd: str = ""
    note: str | None = None
    variants: tuple[Variant, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """Something roles ask for, and by level what evidence of it looks like."""

    slug: str
    title: str
    meaning: str
    shown_by: tuple[tuple[str, str], ...] = ()
    line: Lines = None


@dataclass(frozen=True, slots=True)
class Rating:
    """Somebody's word on a skill; `rater` is empty for the person's own."""

    skill: str
    level: str
    rater: str
    day: date
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """All that readiness rests on: the curriculum as it stands, and what was tried, reached and said.

    Attempts carry the seconds spent on them, results whether these were over the bound.
    """

    items: tuple[Item, ...] = ()
    groups: tuple[Group, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    results: tuple[Result, ...] = ()
    ratings: tuple[Rating, ...] = ()
    dropped: frozenset[str] = frozenset()


def levels_up_to(level: str) -> tuple[str, ...]:
    """The levels that one implies, itself included; none for `none`."""
    return LEVELS[1 : LEVELS.index(level) + 1]
