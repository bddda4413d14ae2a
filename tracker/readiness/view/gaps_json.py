"""The JSON keys of `gaps` and `next`."""

from tracker.limits import HOUR
from tracker.readiness.rules.actions import Action
from tracker.readiness.rules.answers import GapsAnswer, NextAnswer
from tracker.readiness.rules.gaps import Gap
from tracker.readiness.rules.hours import Hours
from tracker.readiness.rules.required_total import RequiredTotal
from tracker.readiness.rules.road import RoadRow
from tracker.readiness.view.applications import openings_data
from tracker.readiness.view.pace import pace_data
from tracker.readiness.view.ready_json import role_data
from tracker.readiness.view.role_json import Data


def gaps_data(answer: GapsAnswer) -> Data:
    """`gaps`: every requirement not shown, with the actions for it, the best first.

    `road` is the order to do them in. `bars` are those that only need evidence,
    `closed` the requirements without a path.
    """
    gaps = answer.gaps
    bars = [
        {
            "slug": bar.slug,
            "who": bar.who,
            "milestone": milestone.slug,
            "do": milestone.show_by,
            "hours": hours_data(milestone.show),
        }
        for bar, milestone in gaps.claimed_bars()
    ]
    ratios = [
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


def next_data(answer: NextAnswer) -> Data:
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


def action_data(action: Action) -> Data:
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


def hours_data(seconds: Hours) -> list[float]:
    """Low, likely and high in hours, to the hundredth."""
    return [round(each / HOUR, 2) for each in seconds]


def _gap_data(gap: Gap) -> Data:
    asked = gap.line.requirement
    return {
        "requirement": asked.slug,
        "weight": asked.weight,
        "step": asked.step,
        "any_of": asked.any_of,
        "strength": gap.line.strength.key,
        "actions": [action_data(action) for action in gap.actions],
    }


def _row_data(row: RoadRow) -> Data:
    """A row of the road; its hours are those once the rows before it are done."""
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


def total_data(total: RequiredTotal) -> Data:
    """What all required lines take: `all_musts`."""
    pieces = [{"slug": slug, "hours": hours_data(each)} for slug, each in total.pieces]
    return {
        "hours": hours_data(total.hours),
        "actions": [action.milestone or action.slug for action in total.actions],
        "pieces": pieces,
        "offers": list(total.offers),
        "words": list(total.letters),
        "unknown": list(total.unknown),
    }
