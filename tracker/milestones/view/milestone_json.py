"""One milestone whole, as the keys of JSON."""

from typing import Any

from tracker.curriculum.view import hours_number
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.figures import Difference, find_difference, read_figure
from tracker.milestones.rules.phases import attempt_phases
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.view.milestone_list import milestone_data


def milestone_details_data(told: MilestoneDetails) -> dict[str, Any]:
    """The keys of one milestone: those of a list, and the rest."""
    standing, milestone = told.status, told.status.milestone
    whole = {
        "criterion": milestone.criterion,
        "line": list(milestone.line) if milestone.line else None,
        "evidence_kinds": list(milestone.kinds),
        "skills": [{"slug": slug, "level": level} for slug, level in milestone.skills],
        "covers": list(told.implied),
        "by": list(standing.implied_by),
        "budget": None if milestone.budget is None else hours_number(milestone.budget),
        "days": [
            {"day": day.isoformat(), "seconds": seconds} for day, seconds in told.days
        ],
        "attempts": [_attempt_data(each, milestone) for each in standing.attempts],
        "results": [_result_data(each) for each in standing.results],
    }
    return {"milestone": {**milestone_data(standing), **whole}}


def _attempt_data(attempt: Attempt, milestone: Milestone) -> dict[str, Any]:
    bounds = (
        None
        if attempt.low is None or attempt.high is None
        else [attempt.low, attempt.high]
    )
    return {
        "item": attempt.item,
        "since": attempt.since.isoformat(),
        "entered": attempt.entered.isoformat(),
        "dropped": attempt.dropped.isoformat() if attempt.dropped else None,
        "expected": [hours_number(each) for each in bounds] if bounds else None,
        "spent": hours_number(attempt.spent),
        "phases": [
            {
                "name": each.name,
                "hours": hours_number(each.seconds),
                "spent": hours_number(each.spent),
            }
            for each in attempt_phases(attempt, milestone)
        ],
        "decision": attempt.decision,
        "decided": attempt.decided.isoformat() if attempt.decided else None,
    }


def _result_data(result: Result) -> dict[str, Any]:
    own = read_figure(result.reproduced)
    return {
        "item": result.item,
        "day": result.day.isoformat(),
        "entered": result.entered.isoformat(),
        "claimed": result.claimed,
        "reproduced": result.reproduced,
        "conditions": own.conditions if own and own.conditions else None,
        "difference": _difference_data(
            find_difference(result.claimed, result.reproduced)
        ),
        "part": result.part,
        "spent": hours_number(result.spent),
        "over": result.over,
    }


def _difference_data(found: Difference | None) -> dict[str, Any] | None:
    """Reproduced less claimed, and its share of what was claimed; None where the figures cannot be subtracted."""
    if found is None:
        return None
    absolute, relative, unit = found.numbers
    return {"absolute": absolute, "relative": relative, "unit": unit}
