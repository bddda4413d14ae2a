"""The roles side by side, and what several of them ask for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.choices import LEVELS
from tracker.readiness.rules.readiness import (
    Readiness,
    judge_readiness,
    judge_requirement,
)
from tracker.readiness.rules.records import Facts, Requirement, Role
from tracker.readiness.rules.strengths import Strength, Strengths, find_strengths


@dataclass(frozen=True, slots=True)
class SharedRequirement:
    """A milestone, or a skill, that `roles` ask for; it is required in `musts` of them.

    `level` is the lowest that one role asks for, and `strength` the strength there.
    """

    slug: str
    level: str | None
    roles: tuple[str, ...]
    strength: Strength
    musts: int = 0
    is_step: bool = False


@dataclass(frozen=True, slots=True)
class RoleComparison:
    """Every role, and what several of them ask for."""

    roles: tuple[Readiness, ...]
    shared: tuple[SharedRequirement, ...]


def compare_roles(roles: Sequence[Role], facts: Facts) -> RoleComparison:
    """All roles side by side, and what they share."""
    strengths = find_strengths(facts)
    return RoleComparison(
        judge_all_roles(roles, facts, strengths),
        find_shared_requirements(roles, strengths),
    )


def judge_all_roles(
    roles: Iterable[Role], facts: Facts, strengths: Strengths
) -> tuple[Readiness, ...]:
    """The readiness for every role, in each of its variants."""
    return tuple(
        judge_readiness(role, variant, facts, strengths)
        for role in roles
        for variant in role.variants or (None,)
    )


def find_shared_requirements(
    roles: Iterable[Role], strengths: Strengths
) -> tuple[SharedRequirement, ...]:
    """What two roles or more ask for, the most wanted first, steps last."""
    by_slug: dict[str, dict[str, list[Requirement]]] = {}
    for role in roles:
        for requirement in role.requirements:
            slug = requirement.milestone or requirement.skill or ""
            by_role = by_slug.setdefault(slug, defaultdict(list))
            by_role[role.slug].append(requirement)
    shared = [
        _shared_requirement(slug, by_role, strengths)
        for slug, by_role in by_slug.items()
        if len(by_role) > 1
    ]
    return tuple(sorted(shared, key=_order))


def _order(shared: SharedRequirement) -> tuple[bool, int, int, str]:
    return shared.is_step, -len(shared.roles), -shared.musts, shared.slug


def _shared_requirement(
    slug: str, by_role: Mapping[str, Sequence[Requirement]], strengths: Strengths
) -> SharedRequirement:
    requirements = [each for listed in by_role.values() for each in listed]
    lowest = min(requirements, key=_level_number)
    required_in = [listed for listed in by_role.values() if _has_must(listed)]
    return SharedRequirement(
        slug,
        lowest.level,
        tuple(by_role),
        judge_requirement(lowest, strengths).strength,
        musts=len(required_in),
        is_step=lowest.step,
    )


def _has_must(requirements: Iterable[Requirement]) -> bool:
    return any(each.weight == "must" for each in requirements)


def _level_number(requirement: Requirement) -> int:
    return LEVELS.index(requirement.level) if requirement.level else 0
