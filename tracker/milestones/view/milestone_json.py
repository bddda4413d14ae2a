"""All details of one milestone, as the keys of JSON."""

from typing import Annotated, TypedDict

from tracker.choices import EVIDENCE_KINDS, LEVELS
from tracker.curriculum.view.gates import GateData, gate_data
from tracker.curriculum.view.items import hours_number
from tracker.json_types import Day
from tracker.milestones.rules.counted_results import CountedWork
from tracker.milestones.rules.details import MilestoneDetails
from tracker.milestones.rules.figures import WorkFigures
from tracker.milestones.rules.phases import attempt_phases
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.milestones.view.milestone_list_json import (
    EvidenceData,
    MilestoneData,
    milestone_data,
)


class SkillLevelData(TypedDict):
    """A skill at a level."""

    slug: str
    level: Annotated[str, LEVELS]


class NamedGateData(GateData):
    """The gate of an item."""

    item: str


class WorkData(TypedDict):
    """A result that counts for a milestone of several."""

    item: str | None
    day: Day
    milestones: list[str]
    shown: bool


class DaySecondsData(TypedDict):
    """The seconds of a day."""

    day: Day
    seconds: int


class PhaseData(TypedDict):
    """A part of an experiment: its hours, and those spent."""

    name: str
    hours: float
    spent: float


class AttemptData(TypedDict):
    """A try at a milestone; its hours count from `since` on."""

    item: str
    since: Day
    entered: Day
    dropped: Day | None
    expected: Annotated[list[float], 2] | None
    spent: float
    phases: list[PhaseData]
    decision: str | None
    decided: Day | None


class PieceData(EvidenceData):
    """A piece of evidence with the id that `tracker rm` takes."""

    id: str


class DifferenceData(TypedDict):
    """How far a reproduced figure is from the claimed one."""

    absolute: float
    relative: float | None
    unit: str | None


class ResultData(TypedDict):
    """A milestone reached with an item; `over` where it took more than its hours."""

    item: str | None
    evidence: list[PieceData]
    day: Day
    entered: Day
    claimed: str | None
    reproduced: str | None
    conditions: str | None
    difference: DifferenceData | None
    part: str | None
    title: str | None
    summary: str | None
    spent: float
    over: bool


class WholeMilestoneData(MilestoneData):
    """A milestone with all its details; `budget` are the hours of an experiment."""

    criterion: str | None
    line: Annotated[list[int], 2] | None
    evidence_kinds: list[Annotated[str, EVIDENCE_KINDS]]
    skills: list[SkillLevelData]
    covers: list[str]
    by: list[str]
    gates: list[NamedGateData]
    budget: float | None
    works: list[WorkData]
    counts_for: list[str]
    days: list[DaySecondsData]
    attempts: list[AttemptData]
    results: list[ResultData]


class MilestoneDetailsData(TypedDict):
    """One milestone."""

    milestone: WholeMilestoneData


def milestone_details_data(details: MilestoneDetails) -> MilestoneDetailsData:
    """The keys of one milestone: those of a list, and the rest."""
    status, milestone = details.status, details.status.milestone
    budget = milestone.budget
    days: list[DaySecondsData] = [
        {"day": day.isoformat(), "seconds": s} for day, s in details.days
    ]
    works = status.counted.works if status.counted else ()
    skills: list[SkillLevelData] = [
        {"slug": slug, "level": level} for slug, level in milestone.skills
    ]
    return {
        "milestone": {
            **milestone_data(status),
            "criterion": milestone.criterion,
            "line": list(milestone.line or ()) or None,
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


def _work_data(work: CountedWork) -> WorkData:
    return {
        "item": work.item,
        "day": work.day.isoformat(),
        "milestones": [result.milestone for result in work.results],
        "shown": bool(work.evidence),
    }


def _attempt_data(attempt: Attempt, milestone: Milestone) -> AttemptData:
    expected = None
    if attempt.low is not None and attempt.high is not None:
        expected = [hours_number(attempt.low), hours_number(attempt.high)]
    phases: list[PhaseData] = [
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


def _result_data(result: Result) -> ResultData:
    figures = WorkFigures.of(result.claimed, result.reproduced)
    pieces: list[PieceData] = [
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


def _difference_data(figures: WorkFigures) -> DifferenceData | None:
    if figures.difference is None:
        return None
    return {
        "absolute": figures.difference,
        "relative": figures.relative,
        "unit": figures.unit,
    }
