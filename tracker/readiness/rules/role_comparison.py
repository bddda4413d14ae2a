"""The roles side by side, and what several of them ask for."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.readiness.rules.readiness import (
    Readiness,
    judge_readiness,
    judge_requirement,
)
from tracker.readiness.rules.records import Facts, Requirement, Role
from tracker.readiness.rules.strengths import Strength, Strengths, find_strengths
from tracker.text.choices import LEVELS


@dataclass(frozen=True, slots=True)
class SharedRequirement:
    """What `roles` ask for: a milestone, or a skill, at the lowest `level` that one asks; in `musts` it is a must."""

    slug: str
    level: str | None
    roles: tuple[str, ...]
    strength: Strength
    musts: int = 0
    is_step: bool = False


def judge_all_roles(roles: Iterable[Role], facts: Facts) -> tuple[Readiness, ...]:
    """How the facts stand against every role, one with variants in each of them."""
    own = find_strengths(facts)
    return tuple(
        judge_readiness(role, variant, facts, own)
        for role in roles
        for variant in role.variants or (None,)
    )


def find_shared_requirements(
    roles: Iterable[Role], strengths: Strengths
) -> tuple[SharedRequirement, ...]:
    """What two roles or more ask for, what most of them ask first, steps last: early steps serve several."""
    asked: dict[str, dict[str, list[Requirement]]] = {}
    for role in roles:
        for requirement in role.requirements:
            of_role = asked.setdefault(
                requirement.milestone or requirement.skill or "", {}
            )
            of_role.setdefault(role.slug, []).append(requirement)
    found = (
        _shared(slug, of_role, strengths)
        for slug, of_role in asked.items()
        if len(of_role) > 1
    )
    return tuple(
        sorted(
            found,
            key=lambda each: (each.is_step, -len(each.roles), -each.musts, each.slug),
        )
    )


def _shared(
    slug: str, of_role: dict[str, list[Requirement]], strengths: Strengths
) -> SharedRequirement:
    lowest = min((each for asked in of_role.values() for each in asked), key=_level)
    musts = sum(
        any(each.weight == "must" for each in asked) for asked in of_role.values()
    )
    return SharedRequirement(
        slug,
        lowest.level,
        tuple(of_role),
        judge_requirement(lowest, strengths).strength,
        musts,
        lowest.step,
    )


def _level(requirement: Requirement) -> int:
    return LEVELS.index(requirement.level) if requirement.level else 0
