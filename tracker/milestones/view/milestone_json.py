"""All details of one milestone, as the keys of JSON."""

from typing import Any

from tracker.curriculum.view.gates import gate_data
from tracker.curriculum.view.items import hours_number
from tracker.milestones.rules.counted_results import CountedWork
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.figures import WorkFigures
from tracker.milestones.rules.phases import attempt_phases
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.view.milestone_list import milestone_data


def milestone_details_data(details: MilestoneDetails) -> dict[str, Any]:
    """The keys of one milestone: those of a list, and the rest."""
    status, milestone = details.status, details.status.milestone
    budget = milestone.budget
    days = [{"day": day.isoformat(), "seconds": s} for day, s in details.days]
    works = status.counted.works if status.counted else ()
    skills = [{"slug": slug, "level": level} for slug, level in milestone.skills]
    return {
        "milestone": {
            **milestone_data(status),
            "criterion": milestone.criterion,
            "line": list(milestone.line) if milestone.line else None,
            "evidence_kinds": list(milestone.kinds),
            "skills": skills,
            "covers": list(details.implied),
            "by": list(status.implied_by),
            "gates": [{"item": slug, **gate_data(g)} for slug, g in details.gates],
            "budget": None if budget is None else hours_number(budget),
            "works": [_work_data(work) for work in works],
            "counts_for": [each.slug for each in details.counting],
            "days": days,
            "attempts": [_attempt_data(a, milestone) for a in status.attempts],
            "results": [_result_data(result) for result in status.results],
        }
    }


def _work_data(work: CountedWork) -> dict[str, Any]:
    return {
        "item": work.item,
        "day": work.day.isoformat(),
        "milestones": [result.milestone for result in work.results],
        "shown": bool(work.evidence),
    }


def _attempt_data(attempt: Attempt, milestone: Milestone) -> dict[str, Any]:
    expected = None
    if attempt.low is not None and attempt.high is not None:
        expected = [hours_number(attempt.low), hours_number(attempt.high)]
    phases = [
        {
            "name": phase.name,
            "hours": hours_number(phase.seconds),
            "spent": hours_number(phase.spent),
        }
        for phase in attempt_phases(attempt, milestone)
    ]
    return {
        "item": attempt.item,
        "since": attempt.since.isoformat(),
        "entered": attempt.entered.isoformat(),
        "dropped": attempt.dropped.isoformat() if attempt.dropped else None,
        "expected": expected,
        "spent": hours_number(attempt.spent),
        "phases": phases,
        "decision": attempt.decision,
        "decided": attempt.decided.isoformat() if attempt.decided else None,
    }


def _result_data(result: Result) -> dict[str, Any]:
    figures = WorkFigures.of(result.claimed, result.reproduced)
    pieces = [
        {"id": piece.uid, "kind": piece.kind, "where": piece.place}
        for piece in result.evidence
    ]
    return {
        "item": result.item,
        "evidence": pieces,
        "day": result.day.isoformat(),
        "entered": result.entered.isoformat(),
        "claimed": result.claimed,
        "reproduced": result.reproduced,
        "conditions": figures.conditions,
        "difference": _difference_data(figures),
        "part": result.part,
        "title": result.title,
        "summary": result.summary,
        "spent": hours_number(result.spent),
        "over": result.over,
    }


def _difference_data(figures: WorkFigures) -> dict[str, Any] | None:
    if figures.difference is None:
        return None
    return {
        "absolute": figures.difference,
        "relative": figures.relative,
        "unit": figures.unit,
    }
