"""The JSON keys of a role, and of its parts wherever they are listed."""

from typing import Any

from tracker.readiness.rules.readiness import BarLine
from tracker.readiness.rules.records import Lines, Requirement, Variant
from tracker.readiness.rules.role_answers import BarsAnswer, RoleAnswer
from tracker.readiness.view.applications import item_link

Data = dict[str, Any]


def whole_role_data(answer: RoleAnswer) -> Data:
    """`show ROLE`."""
    role = answer.role
    context = answer.bars.context
    return {
        "role": {
            "slug": role.slug,
            "title": role.title,
            "does": role.does,
            "where": role.where,
            "phd": role.phd,
            "note": role.note,
            "line": span_data(role.line),
            "tracks": list(role.tracks),
            "variants": [_variant_data(each) for each in role.variants],
            "requirements": [requirement_data(each) for each in role.requirements],
            "bars": [bar_data(line) for line in answer.bars.bars],
            "apply": [item_link(context.items[slug]) for slug in role.apply],
        }
    }


def named_bars_data(answer: BarsAnswer) -> Data:
    """`show redwood-bar`."""
    return {"bars": [bar_data(line) for line in answer.bars]}


def _variant_data(variant: Variant) -> Data:
    return {
        "slug": variant.slug,
        "title": variant.title,
        "does": variant.does,
        "line": span_data(variant.line),
        "tracks": list(variant.tracks),
    }


def requirement_data(asked: Requirement) -> Data:
    """What a role asks for, with the guide's words."""
    return {
        "slug": asked.slug,
        "weight": asked.weight,
        "stated": asked.stated,
        "line": span_data(asked.line),
        "skill": asked.skill,
        "level": asked.level,
        "level_is_ours": asked.level_is_ours,
        "milestone": asked.milestone,
        "any_of": asked.any_of,
        "variant": asked.variant,
        "step": asked.step,
        "quote": asked.quote,
        "note": asked.note,
    }


def bar_data(line: BarLine) -> Data:
    """What an employer said, and how far the person is with it."""
    return {
        "slug": line.bar.slug,
        "who": line.bar.who,
        "met": line.state == "met",
        "state": line.state,
        "parts_shown": line.has_parts_shown,
        "since": line.since.isoformat() if line.since else None,
        "milestone": line.bar.milestone,
        "says": line.bar.says,
        "as_of": line.bar.as_of,
        "line": span_data(line.bar.line),
        "note": line.bar.note,
        "status": line.bar.status,
        "url": line.bar.url,
        "apply": line.bar.apply,
    }


def span_data(span: Lines) -> int | list[int] | None:
    """A line of the guide, or the first and the last of several."""
    if span is None:
        return None
    return span[0] if span[0] == span[1] else list(span)
