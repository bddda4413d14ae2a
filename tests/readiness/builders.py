"""Small facts for arithmetic: items, milestones and results in one line each."""

from collections.abc import Iterable
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.readiness.rules.records import Rating, Requirement, Role

DAY = date(2026, 11, 23)
HOUR = 3600


def item(
    slug: str,
    *,
    hours: tuple[int, int, int] = (10, 20, 40),
    logged: int = 0,
    **more: object,
) -> Item:
    """An item whose estimate and hours logged are in hours."""
    low, likely, high = (each * HOUR for each in hours)
    told = {
        "title": slug,
        "kind": "course",
        "track": "math",
        "seconds": logged * HOUR,
        **more,
    }
    return Item(slug=slug, low=low, likely=likely, high=high, **told)  # type: ignore[arg-type]


def milestone(
    slug: str, *, skills: dict[str, str] | None = None, **more: object
) -> Milestone:
    """A milestone that takes 1 - 2 - 4 hours to show.

    A repo or a letter counts for it.
    """
    told = {
        "show": (HOUR, 2 * HOUR, 4 * HOUR),
        "kinds": ("repo", "letter", "self"),
        **more,
    }
    return Milestone(slug, slug.title(), skills=tuple((skills or {}).items()), **told)  # type: ignore[arg-type]


def evidence(kinds: Iterable[str], of: str = "work") -> tuple[Evidence, ...]:
    """Evidence of these kinds, each at an address of its own."""
    return tuple(
        Evidence(kind, f"https://example.org/{of}/{kind}", DAY) for kind in kinds
    )


def result(
    slug: str, *kinds: str, over: bool = False, with_item: str | None = None
) -> Result:
    """A milestone reached, with evidence of these kinds."""
    return Result(
        slug,
        with_item,
        DAY,
        DAY,
        evidence=evidence(kinds, with_item or slug),
        over=over,
    )


def rating(skill: str, level: str, by: str = "", *kinds: str) -> Rating:
    """A rating with evidence of these kinds; `by` is empty for the person's own."""
    return Rating(skill, level, by, DAY, evidence(kinds))


def needs(slug: str, level: str | None = None, **more: object) -> Requirement:
    """A requirement for a skill if a level is given, else for a milestone of that name."""
    asked = {"skill": slug, "level": level} if level else {"milestone": slug}
    return Requirement(**{"slug": slug, "weight": "must", **asked, **more})  # type: ignore[arg-type]


def role(*requirements: Requirement, **more: object) -> Role:
    """A role that asks for these requirements."""
    return Role("role", "Role", requirements=requirements, **more)  # type: ignore[arg-type]
