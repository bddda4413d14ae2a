"""The JSON keys of a role, and of its parts wherever they are listed."""

from typing import Annotated, TypedDict

from tracker.choices import LEVELS, WEIGHTS
from tracker.json_types import Day, GuideLine
from tracker.readiness.rules.readiness import BarLine
from tracker.readiness.rules.records import Lines, Requirement, Variant
from tracker.readiness.rules.role_answers import BarsAnswer, RoleAnswer
from tracker.readiness.view.applications import ItemLinkData, item_link


class VariantData(TypedDict):
    """One of the ways to fill a role; `tracks` are those of its road."""

    slug: str
    title: str
    does: str
    line: GuideLine
    tracks: list[str]


class RequirementData(TypedDict):
    """A line of a role: a skill at a level, or a milestone, with the guide's words.

    Lines that share `any_of` are alternatives. Where `stated` is false, it is inferred.
    """

    slug: str
    weight: Annotated[str, WEIGHTS]
    stated: bool
    line: GuideLine
    skill: str | None
    level: Annotated[str, LEVELS] | None
    level_is_ours: bool
    milestone: str | None
    any_of: str | None
    variant: str | None
    step: bool
    quote: str | None
    note: str | None


class BarData(TypedDict):
    """What an employer said, and how far the person is with it.

    `as_of` is the day, month or year of its words.
    """

    slug: str
    who: str
    met: bool
    state: str
    parts_shown: bool
    since: Day | None
    milestone: str
    says: str
    as_of: str
    line: GuideLine
    note: str | None
    status: str | None
    url: str | None
    apply: str | None


class RoleData(TypedDict):
    """A role with all that it asks for, in every variant."""

    slug: str
    title: str
    does: str
    where: str
    phd: str
    note: str | None
    line: GuideLine
    tracks: list[str]
    variants: list[VariantData]
    requirements: list[RequirementData]
    bars: list[BarData]
    apply: list[ItemLinkData]


class WholeRoleData(TypedDict):
    """One role."""

    role: RoleData


class BarsData(TypedDict):
    """What employers said."""

    bars: list[BarData]


def whole_role_data(answer: RoleAnswer) -> WholeRoleData:
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


def named_bars_data(answer: BarsAnswer) -> BarsData:
    """`show redwood-bar`."""
    return {"bars": [bar_data(line) for line in answer.bars]}


def _variant_data(variant: Variant) -> VariantData:
    return {
        "slug": variant.slug,
        "title": variant.title,
        "does": variant.does,
        "line": span_data(variant.line),
        "tracks": list(variant.tracks),
    }


def requirement_data(asked: Requirement) -> RequirementData:
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


def bar_data(line: BarLine) -> BarData:
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


def span_data(span: Lines) -> GuideLine:
    """A line of the guide, or the first and the last of several."""
    if span is None:
        return None
    return span[0] if span[0] == span[1] else list(span)
