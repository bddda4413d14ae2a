"""The JSON keys of `ready` and `target`, and what others share with them."""

from typing import Any

from tracker.readiness.rules.readiness import Counts, Readiness, RequirementLine
from tracker.readiness.rules.reasons import ReasonContext, because
from tracker.readiness.rules.records import Lines
from tracker.readiness.view.ready import ReadyAnswer
from tracker.readiness.view.roles import RoleComparison, TargetRole

PLURAL = {"must": "musts", "should": "shoulds", "helps": "helps"}
Data = dict[str, Any]


def ready_data(answer: ReadyAnswer) -> Data:
    """`ready`: every requirement and bar, folded or not."""
    shown, told = answer.shown, answer.told
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


def roles_data(compared: RoleComparison) -> Data:
    """`ready --roles`."""
    return {
        "roles": [{**role_data(shown), **_weights(shown)} for shown in compared.roles],
        "shared": [
            {
                "slug": each.slug,
                "level": each.level,
                "roles": list(each.roles),
                "musts": each.musts,
                "strength": strength(each.strength),
            }
            for each in compared.shared
        ],
    }


def target_data(target: TargetRole) -> Data:
    """`target`."""
    return {
        "role": target.role.slug if target.role else None,
        "variant": target.variant.slug if target.variant else None,
        "roles": [role.slug for role in target.roles],
    }


def strength(value: int) -> str:
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


def _requirement(line: RequirementLine, told: ReasonContext) -> Data:
    asked = line.requirement
    return {
        "slug": asked.slug,
        "weight": asked.weight,
        "stated": asked.stated,
        "line": span_data(asked.line),
        "strength": strength(line.strength),
        "because": list(because(line, told)),
        "skill": asked.skill,
        "level": asked.level,
        "milestone": asked.milestone,
        "any_of": asked.any_of,
        "step": asked.step,
        "quote": asked.quote,
        "below": {"level": line.below[0], "strength": strength(line.below[1].strength)}
        if line.below
        else None,
    }
