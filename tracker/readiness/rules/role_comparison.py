"""The roles side by side, and what several of them ask for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.choices import LEVELS
from tracker.readiness.rules.readiness import (
    Readiness,
    judge_readiness,
    judge_requirement,
)
from tracker.readiness.rules.records import Facts, Requirement, Role
from tracker.readiness.rules.strengths import Strengths, find_strengths
from tracker.readiness.rules.support import Strength


class SharedRequirement(NamedTuple):
    """A milestone, or a skill at one level, that the roles `asked_by` ask for.

    It is required in `musts` of them. Two roles or more ask for the milestone, or for
    the skill at some level.
    """

    slug: str
    level: str | None
    asked_by: tuple[str, ...]
    strength: Strength
    musts: int = 0


class RoleComparison(NamedTuple):
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


def find_claimed_roles(
    readiness: Readiness, roles: Iterable[Readiness]
) -> tuple[Role, ...]:
    """The other roles of which all required lines are shown or claimed.

    None for somebody who has, or claims, all that this role requires itself.
    """
    if not readiness.counts("must").open:
        return ()
    claimed: dict[str, Role] = {}
    for other in roles:
        counts = other.counts("must")
        if counts.total and not counts.open:
            claimed.setdefault(other.role.slug, other.role)
    return tuple(claimed.values())


def find_shared_requirements(
    roles: Iterable[Role], strengths: Strengths
) -> tuple[SharedRequirement, ...]:
    """What two roles or more ask for, at each level that one of them asks.

    The most wanted comes first, steps last; of one skill the lowest level.
    """
    by_slug: dict[str, list[tuple[str, Requirement]]] = defaultdict(list)
    for role in roles:
        for asked in role.requirements:
            by_slug[asked.milestone or asked.skill or ""].append((role.slug, asked))
    shared = [asked for asked in by_slug.values() if len(_roles(asked)) > 1]
    shared.sort(key=_order)
    return tuple(
        _shared_requirement(level, asked, strengths)
        for asked in shared
        for level in sorted({each.level for _, each in asked}, key=_level_number)
    )


# Requirements for one thing, each with the slug of its role.
Asked = Sequence[tuple[str, Requirement]]


def _order(asked: Asked) -> tuple[bool, int, int, str]:
    first = asked[0][1]
    slug = first.milestone or first.skill or ""
    return first.step, -len(_roles(asked)), -len(_roles(_required(asked))), slug


def _shared_requirement(
    level: str | None, asked: Asked, strengths: Strengths
) -> SharedRequirement:
    at_level = [each for each in asked if each[1].level == level]
    first = at_level[0][1]
    return SharedRequirement(
        first.milestone or first.skill or "",
        level,
        tuple(_roles(at_level)),
        judge_requirement(first, strengths).strength,
        musts=len(_roles(_required(at_level))),
    )


def _roles(asked: Asked) -> dict[str, None]:
    """The roles, each once and in their order."""
    return dict.fromkeys(role for role, _ in asked)


def _required(asked: Asked) -> Asked:
    return [each for each in asked if each[1].weight == "must"]


def _level_number(level: str | None) -> int:
    return LEVELS.index(level) if level else 0
