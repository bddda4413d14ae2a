"""Readiness for a role as a report states it: counts, and the open requirements."""

from tracker.export.rules.progress import RequirementCounts, RoleStatus
from tracker.export.rules.subjects import Subjects
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.records import Requirement
from tracker.readiness.rules.support import Strength


def build_role_status(readiness: Readiness, subjects: Subjects) -> RoleStatus:
    """The required lines of a role; alternatives count, and are named, as one."""
    counts, expected = readiness.counts("must"), readiness.counts("should")
    variant = readiness.variant
    return RoleStatus(
        role=readiness.role.slug,
        title=readiness.role.title,
        variant=variant.title if variant else None,
        total=counts.total,
        met=counts.met,
        possible=counts.possible,
        claimed=counts.claimed,
        open=counts.open,
        open_musts=_open_requirements(readiness, subjects),
        expected=RequirementCounts(
            total=expected.total,
            met=expected.met,
            claimed=expected.claimed,
            open=expected.open,
        ),
    )


def _open_requirements(readiness: Readiness, subjects: Subjects) -> tuple[str, ...]:
    """Required lines without any evidence, each with its alternatives."""
    best = readiness.unit_strengths()
    names: dict[str, list[str]] = {}
    for line in readiness.lines:
        requirement = line.requirement
        if requirement.weight != "must" or best[requirement.unit] != Strength.NONE:
            continue
        names.setdefault(requirement.unit, []).append(_name(requirement, subjects))
    return tuple(" or ".join(alternatives) for alternatives in names.values())


def _name(requirement: Requirement, subjects: Subjects) -> str:
    """A skill at the level asked, or a milestone's title."""
    if requirement.milestone:
        return subjects.milestones[requirement.milestone].title
    assert requirement.skill
    assert requirement.level
    return say_skill_level(subjects.skills[requirement.skill], requirement.level)


def say_skill_level(skill: str, level: str) -> str:
    """`Research taste (moderate level)`."""
    return f"{skill} ({level.replace('-', ' ')} level)"
