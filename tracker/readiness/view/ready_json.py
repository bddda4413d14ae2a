"""The JSON keys of `ready` and `target`, and what other commands share with them."""

from tracker.readiness.rules.answers import ReadyAnswer, TargetAnswer
from tracker.readiness.rules.readiness import (
    Counts,
    Readiness,
    RequirementLine,
)
from tracker.readiness.rules.reason_context import ReasonContext
from tracker.readiness.rules.reasons import reasons_for
from tracker.readiness.rules.role_comparison import RoleComparison, SharedRequirement
from tracker.readiness.view.applications import openings_data
from tracker.readiness.view.role_json import (
    Data,
    bar_data,
    requirement_data,
)

COUNT_KEYS = {"must": "musts", "should": "shoulds", "helps": "helps"}


def ready_data(answer: ReadyAnswer) -> Data:
    """`ready`: every requirement and bar, also those that the text leaves out."""
    readiness, context = answer.readiness, answer.context
    supposed = {"if": answer.supposed} if answer.supposed else {}
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


def roles_data(comparison: RoleComparison) -> Data:
    """`ready --roles`."""
    return {
        "roles": [
            {**role_data(each), **counts_data(each)} for each in comparison.roles
        ],
        "shared": [_shared_data(each) for each in comparison.shared],
    }


def _shared_data(shared: SharedRequirement) -> Data:
    return {
        "slug": shared.slug,
        "level": shared.level,
        "roles": list(shared.asked_by),
        "musts": shared.musts,
        "strength": shared.strength.key,
    }


def target_data(answer: TargetAnswer) -> Data:
    """`target`."""
    return {
        "role": answer.role.slug if answer.role else None,
        "variant": answer.variant.slug if answer.variant else None,
        "roles": [role.slug for role in answer.roles],
        "subjects": list(answer.subjects),
    }


def role_data(readiness: Readiness) -> Data:
    """The role and the variant that the answer is about."""
    return {
        "role": readiness.role.slug,
        "variant": readiness.variant.slug if readiness.variant else None,
    }


def counts_data(readiness: Readiness) -> Data:
    """The counts of each weight."""
    return {
        key: _counts(readiness.counts(weight)) for weight, key in COUNT_KEYS.items()
    }


def _counts(counts: Counts) -> Data:
    """`possible` is met and claimed together."""
    return {
        "total": counts.total,
        "met": counts.met,
        "claimed": counts.claimed,
        "possible": counts.possible,
        "open": counts.open,
    }


def _requirement(line: RequirementLine, context: ReasonContext) -> Data:
    asked = line.requirement
    below = None
    if line.below:
        level, backing = line.below
        below = {"level": level, "strength": backing.strength.key}
    return {
        **requirement_data(asked),
        "strength": line.strength.key,
        "because": list(reasons_for(line, context)),
        "below": below,
    }
