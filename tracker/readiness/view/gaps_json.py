"""The JSON keys of `gaps` and `next`."""

from typing import Annotated, TypedDict

from tracker.choices import STAGES, STRENGTHS, WEIGHTS
from tracker.json_types import HourRange
from tracker.limits import HOUR
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.answers import GapsAnswer, NextAnswer
from tracker.readiness.rules.gaps import Gap
from tracker.readiness.rules.hours import Hours
from tracker.readiness.rules.required_total import RequiredTotal
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.view.applications import OpeningData, openings_data
from tracker.readiness.view.pace import PaceData, pace_data
from tracker.readiness.view.ready_json import RoleNameData, role_data


class ActionData(TypedDict):
    """One thing to do, with the hours that are left; `steps` are items on the way."""

    do: str
    slug: str
    hours: HourRange
    part: str
    milestone: str | None
    steps: list[str]
    serves: list[str]


class TitledActionData(ActionData):
    """One thing to do, and the title of the item that it is about."""

    title: str | None


class GapData(TypedDict):
    """A requirement that is not shown, with the actions for it, the best first."""

    requirement: str
    weight: Annotated[str, WEIGHTS]
    step: bool
    any_of: str | None
    strength: Annotated[str, STRENGTHS]
    actions: list[ActionData]


class ClaimedBarData(TypedDict):
    """An employer's bar that only needs evidence."""

    slug: str
    who: str
    milestone: str
    do: str
    hours: HourRange


class RatioData(TypedDict):
    """Your hours by the likely ones; `count` is the number of finished items."""

    kind: str | None
    value: float
    count: int


class RowData(TypedDict):
    """A row of the road; its hours are those once the rows before it are done."""

    part: str
    stage: Annotated[str, STAGES]
    weight: Annotated[str, WEIGHTS]
    do: str
    slug: str
    milestone: str | None
    requirements: list[str]
    steps: list[str]
    hours: HourRange
    hours_known: bool


class TotalPieceData(TypedDict):
    """An item or a milestone, and its hours."""

    slug: str
    hours: HourRange


class TotalData(TypedDict):
    """What all required lines take, shared steps once.

    `offers` need a place, `words` somebody's letter; the hours of `unknown` are not known.
    """

    hours: HourRange
    actions: list[str]
    pieces: list[TotalPieceData]
    offers: list[str]
    words: list[str]
    unknown: list[str]


class GapsData(RoleNameData):
    """All that a role still asks for; `road` is the order to do it in.

    `closed` are the requirements without a path.
    """

    gaps: list[GapData]
    bars: list[ClaimedBarData]
    closed: list[str]
    ratios: list[RatioData]
    road: list[RowData]
    apply_now: list[OpeningData]
    all_musts: TotalData | None
    pace: PaceData


class NextData(TypedDict):
    """What to do next."""

    actions: list[TitledActionData]
    more_in_progress: int
    apply_now: list[OpeningData]


def gaps_data(answer: GapsAnswer) -> GapsData:
    """`gaps`: every requirement not shown."""
    gaps = answer.gaps
    bars: list[ClaimedBarData] = [
        {
            "slug": bar.slug,
            "who": bar.who,
            "milestone": milestone.slug,
            "do": milestone.show_by,
            "hours": hours_data(milestone.show),
        }
        for bar, milestone in gaps.claimed_bars()
    ]
    ratios: list[RatioData] = [
        {"kind": each.kind, "value": round(each.value, 4), "count": each.count}
        for each in gaps.ratios_used()
    ]
    return {
        **role_data(gaps.readiness),
        "gaps": [_gap_data(gap) for gap in gaps.gaps],
        "bars": bars,
        "closed": [line.requirement.slug for line in gaps.lines_without_path()],
        "ratios": ratios,
        "road": [_row_data(row) for row in gaps.road],
        "apply_now": openings_data(gaps.openings),
        "all_musts": total_data(answer.total) if answer.total else None,
        "pace": pace_data(answer.pace),
    }


def next_data(answer: NextAnswer) -> NextData:
    """`next`; `title` is that of the item that an action is about, else null."""
    openings = answer.gaps.openings if answer.gaps else ()
    titles = {slug: item.title for slug, item in answer.items.items()}
    return {
        "actions": [
            {**action_data(action), "title": titles.get(action.slug)}
            for action in answer.actions
        ],
        "more_in_progress": answer.more,
        "apply_now": openings_data(openings),
    }


def action_data(action: Action) -> ActionData:
    """One thing to do."""
    return {
        "do": action.do,
        "slug": action.slug,
        "hours": hours_data(action.hours),
        "part": action.part,
        "milestone": action.milestone,
        "steps": list(action.steps),
        "serves": list(action.requirements),
    }


def hours_data(seconds: Hours) -> HourRange:
    """Low, likely and high in hours, to the hundredth."""
    return [round(each / HOUR, 2) for each in seconds]


def _gap_data(gap: Gap) -> GapData:
    asked = gap.line.requirement
    return {
        "requirement": asked.slug,
        "weight": asked.weight,
        "step": asked.step,
        "any_of": asked.any_of,
        "strength": gap.line.strength.key,
        "actions": [action_data(action) for action in gap.actions],
    }


def _row_data(row: RoadRow) -> RowData:
    """A row of the road."""
    return {
        "part": row.action.part,
        "stage": row.stage,
        "weight": row.weight,
        "do": row.action.do,
        "slug": row.action.slug,
        "milestone": row.action.milestone,
        "requirements": list(row.requirements),
        "steps": list(row.steps),
        "hours": hours_data(row.hours),
        "hours_known": row.action.has_known_hours,
    }


def total_data(total: RequiredTotal) -> TotalData:
    """What all required lines take: `all_musts`."""
    pieces: list[TotalPieceData] = [
        {"slug": slug, "hours": hours_data(each)} for slug, each in total.pieces
    ]
    return {
        "hours": hours_data(total.hours),
        "actions": [action.milestone or action.slug for action in total.actions],
        "pieces": pieces,
        "offers": list(total.offers),
        "words": list(total.letters),
        "unknown": list(total.unknown),
    }
