"""How a person stands against a role, as a report tells it: counts of musts, and the open ones by name."""

from collections.abc import Mapping

from tracker.export.rules.progress import RoleStatus, StrengthCounts
from tracker.readiness.rules.readiness import Readiness
from tracker.readiness.rules.records import WEIGHTS, Requirement
from tracker.readiness.rules.strengths import Strength


def role_status(
    shown: Readiness, skills: Mapping[str, str], milestones: Mapping[str, str]
) -> RoleStatus:
    """The musts of a role; `skills` and `milestones` are titles by slug. Alternatives count, and are named, as one."""
    counts, best = shown.counts("must"), shown.unit_strengths()
    units: dict[str, list[str]] = {}
    for line in shown.lines:
        if (
            line.requirement.weight == "must"
            and best[line.requirement.unit] == Strength.NONE
        ):
            units.setdefault(line.requirement.unit, []).append(
                _named(line.requirement, skills, milestones)
            )
    return RoleStatus(
        role=shown.role.slug,
        title=shown.role.title,
        variant=shown.variant.title if shown.variant else None,
        total=counts.total,
        met=counts.met,
        possible=counts.possible,
        open=counts.open,
        open_musts=tuple(" or ".join(names) for names in units.values()),
        strengths=tuple(_strengths(shown, weight, best) for weight in WEIGHTS),
    )


def _strengths(
    shown: Readiness, weight: str, best: Mapping[str, Strength]
) -> StrengthCounts:
    units = {
        line.requirement.unit
        for line in shown.lines
        if line.requirement.weight == weight
    }
    held = [best[unit] for unit in units]
    weakest_last = sorted(Strength, reverse=True)
    return StrengthCounts(weight, *(held.count(strength) for strength in weakest_last))


def _named(
    requirement: Requirement, skills: Mapping[str, str], milestones: Mapping[str, str]
) -> str:
    """A skill at the level asked, or a milestone's title."""
    if requirement.milestone:
        return milestones[requirement.milestone]
    assert requirement.skill
    assert requirement.level
    return at_level(skills[requirement.skill], requirement.level)


def at_level(skill: str, level: str) -> str:
    """`Research taste (moderate)`."""
    return f"{skill} ({level.replace('-', ' ')})"
