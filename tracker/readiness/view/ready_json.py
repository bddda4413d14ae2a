"""The JSON keys of `ready` and `target`, and what others share with them."""

from typing import Any

from tracker.readiness.rules.readiness import Counts, Readiness, RequirementLine
from tracker.readiness.rules.reasons import ReasonContext, reasons_for
from tracker.readiness.rules.records import Lines
from tracker.readiness.view.ready import ReadyAnswer
from tracker.readiness.view.roles import RoleComparison, TargetRole

PLURAL = {"must": "musts", "should": "shoulds", "helps": "helps"}
Data = dict[str, Any]


def ready_data(answer: ReadyAnswer) -> Data:
    """`ready`: every requirement and bar, folded or not."""
    shown, told = answer.readiness, answer.context
    supposed = {"if": answer.supposed} if answer.supposed else {}
    return {
        **role_data(shown),
        "as_of": told.today.isoformat(),
        **supposed,
        **_weights(shown),
        "requirements": [_requirement(line, told) for line in shown.lines],
        "bars": [
            {
                "slug": line.bar.slug,
                "who": line.bar.who,
                "met": line.state == "met",
                "state": line.state,
                "since": line.since.isoformat() if line.since else None,
                "milestone": line.bar.milestone,
                "says": line.bar.says,
                "as_of": line.bar.as_of,
                "line": span_data(line.bar.line),
            }
            for line in shown.bars
        ],
    }


def roles_data(comparison: RoleComparison) -> Data:
    """`ready --roles`."""
    return {
        "roles": [
            {**role_data(shown), **_weights(shown)} for shown in comparison.roles
        ],
        "shared": [
            {
                "slug": each.slug,
                "level": each.level,
                "roles": list(each.roles),
                "musts": each.musts,
                "strength": strength_data(each.strength),
            }
            for each in comparison.shared
        ],
    }


def target_data(answer: TargetRole) -> Data:
    """`target`."""
    return {
        "role": answer.role.slug if answer.role else None,
        "variant": answer.variant.slug if answer.variant else None,
        "roles": [role.slug for role in answer.roles],
    }


def strength_data(value: int) -> str:
    """`none said practised shown checked`."""
    return ("none", "said", "practised", "shown", "checked")[value]


def span_data(span: Lines) -> int | list[int] | None:
    """A line of the guide, or the first and the last of several."""
    return span[0] if span and span[0] == span[1] else list(span) if span else None


def role_data(shown: Readiness) -> Data:
    """The role and the variant that were counted."""
    return {
        "role": shown.role.slug,
        "variant": shown.variant.slug if shown.variant else None,
    }


def _weights(shown: Readiness) -> Data:
    return {name: _counts(shown.counts(weight)) for weight, name in PLURAL.items()}


def _counts(counts: Counts) -> Data:
    return {
        "total": counts.total,
        "met": counts.met,
        "possible": counts.possible,
        "open": counts.open,
    }


def _requirement(line: RequirementLine, context: ReasonContext) -> Data:
    asked = line.requirement
    return {
        "slug": asked.slug,
        "weight": asked.weight,
        "stated": asked.stated,
        "line": span_data(asked.line),
        "strength": strength_data(line.strength),
        "because": list(reasons_for(line, context)),
        "skill": asked.skill,
        "level": asked.level,
        "milestone": asked.milestone,
        "any_of": asked.any_of,
        "step": asked.step,
        "quote": asked.quote,
        "below": {
            "level": line.below[0],
            "strength": strength_data(line.below[1].strength),
        }
        if line.below
        else None,
    }
