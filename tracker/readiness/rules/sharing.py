"""The roles side by side, and what several of them ask for."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.readiness.rules.holding import Held, Strength, held
from tracker.readiness.rules.judging import Readiness, line_of, readiness
from tracker.readiness.rules.records import LEVELS, Facts, Requirement, Role


@dataclass(frozen=True, slots=True)
class Shared:
    """What `roles` ask for and is not shown yet: a milestone, or a skill, at the lowest `level` that one asks."""

    slug: str
    level: str | None
    roles: tuple[str, ...]
    strength: Strength


def side_by_side(roles: Iterable[Role], facts: Facts) -> tuple[Readiness, ...]:
    """How the facts stand against every role, one with variants in each of them."""
    own = held(facts)
    return tuple(readiness(role, variant, facts, own) for role in roles for variant in role.variants or (None,))


def shared(roles: Iterable[Role], own: Held) -> tuple[Shared, ...]:
    """What two roles or more ask for and is not shown, what most of them ask first; early steps serve several."""
    asked: dict[str, dict[str, Requirement]] = {}
    for role in roles:
        for requirement in role.requirements:
            of_role = asked.setdefault(requirement.milestone or requirement.skill or "", {})
            of_role[role.slug] = min(of_role.get(role.slug, requirement), requirement, key=_level)
    found = (_shared(slug, of_role, own) for slug, of_role in asked.items() if len(of_role) > 1)
    missing = (each for each in found if each.strength < Strength.SHOWN)
    return tuple(sorted(missing, key=lambda each: (-len(each.roles), each.slug)))


def _shared(slug: str, of_role: dict[str, Requirement], own: Held) -> Shared:
    lowest = min(of_role.values(), key=_level)
    return Shared(slug, lowest.level, tuple(of_role), line_of(lowest, own).strength)


def _level(requirement: Requirement) -> int:
    return LEVELS.index(requirement.level) if requirement.level else 0
