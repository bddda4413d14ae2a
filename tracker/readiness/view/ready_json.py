"""The JSON keys of `ready` and `target`, and what other commands share with them."""

from typing import Annotated, TypedDict

from tracker.choices import LEVELS, STRENGTHS
from tracker.json_types import Day
from tracker.readiness.rules.answers import ReadyAnswer, TargetAnswer
from tracker.readiness.rules.readiness import (
    Counts,
    Readiness,
    RequirementLine,
)
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.reasons import reasons_for
from tracker.readiness.rules.role_comparison import RoleComparison, SharedRequirement
from tracker.readiness.view.applications import OpeningData, openings_data
from tracker.readiness.view.role_json import (
    BarData,
    RequirementData,
    bar_data,
    requirement_data,
)


class CountsData(TypedDict):
    """How many requirements there are; `possible` are those met or claimed."""

    total: int
    met: int
    claimed: int
    possible: int
    open: int


class WeightCountsData(TypedDict):
    """The counts of each weight."""

    musts: CountsData
    shoulds: CountsData
    helps: CountsData


class RoleNameData(TypedDict):
    """The role and the variant that the answer is about."""

    role: str
    variant: str | None


class LowerLevelData(TypedDict):
    """The best level below the one asked for."""

    level: Annotated[str, LEVELS]
    strength: Annotated[str, STRENGTHS]


class RequirementLineData(RequirementData):
    """A requirement, how well it is backed, and why."""

    strength: Annotated[str, STRENGTHS]
    because: list[str]
    below: LowerLevelData | None


# What `--if` supposed.
SupposedData = TypedDict("SupposedData", {"if": str}, total=False)


class ReadyData(RoleNameData, SupposedData, WeightCountsData):
    """How ready the person is for a role, with all its requirements and bars."""

    as_of: Day
    requirements: list[RequirementLineData]
    bars: list[BarData]
    apply_now: list[OpeningData]
    other_roles: list[str]


class RoleCountsData(RoleNameData, WeightCountsData):
    """The counts of a role."""


class SharedData(TypedDict):
    """What several roles ask for; it is required in `musts` of them."""

    slug: str
    level: Annotated[str, LEVELS] | None
    roles: list[str]
    musts: int
    strength: Annotated[str, STRENGTHS]


class RolesData(TypedDict):
    """All roles side by side."""

    roles: list[RoleCountsData]
    shared: list[SharedData]


class TargetData(TypedDict):
    """The role that the person aims for, and all roles."""

    role: str | None
    variant: str | None
    roles: list[str]
    subjects: list[str]


def ready_data(answer: ReadyAnswer) -> ReadyData:
    """`ready`: every requirement and bar, also those that the text leaves out."""
    readiness, context = answer.readiness, answer.context
    supposed: SupposedData = {"if": answer.supposed} if answer.supposed else {}
    return {
        **role_data(readiness),
        "as_of": context.today.isoformat(),
        **supposed,
        **counts_data(readiness),
        "requirements": [_requirement(line, context) for line in readiness.lines],
        "bars": [bar_data(line) for line in readiness.bars],
        "apply_now": openings_data(answer.openings),
        "other_roles": [role.slug for role in answer.other_roles],
    }


def roles_data(comparison: RoleComparison) -> RolesData:
    """`ready --roles`."""
    return {
        "roles": [
            {**role_data(each), **counts_data(each)} for each in comparison.roles
        ],
        "shared": [_shared_data(each) for each in comparison.shared],
    }


def _shared_data(shared: SharedRequirement) -> SharedData:
    return {
        "slug": shared.slug,
        "level": shared.level,
        "roles": list(shared.asked_by),
        "musts": shared.musts,
        "strength": shared.strength.key,
    }


def target_data(answer: TargetAnswer) -> TargetData:
    """`target`."""
    return {
        "role": answer.role.slug if answer.role else None,
        "variant": answer.variant.slug if answer.variant else None,
        "roles": [role.slug for role in answer.roles],
        "subjects": list(answer.subjects),
    }


def role_data(readiness: Readiness) -> RoleNameData:
    """The role and the variant that the answer is about."""
    return {
        "role": readiness.role.slug,
        "variant": readiness.variant.slug if readiness.variant else None,
    }


def counts_data(readiness: Readiness) -> WeightCountsData:
    """The counts of each weight."""
    return {
        "musts": _counts(readiness.counts("must")),
        "shoulds": _counts(readiness.counts("should")),
        "helps": _counts(readiness.counts("helps")),
    }


def _counts(counts: Counts) -> CountsData:
    """`possible` is met and claimed together."""
    return {
        "total": counts.total,
        "met": counts.met,
        "claimed": counts.claimed,
        "possible": counts.possible,
        "open": counts.open,
    }


def _requirement(line: RequirementLine, context: ReasonContext) -> RequirementLineData:
    asked = line.requirement
    below: LowerLevelData | None = None
    if line.below:
        level, backing = line.below
        below = {"level": level, "strength": backing.strength.key}
    return {
        **requirement_data(asked),
        "strength": line.strength.key,
        "because": list(reasons_for(line, context)),
        "below": below,
    }
