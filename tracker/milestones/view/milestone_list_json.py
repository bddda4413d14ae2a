"""The JSON keys of milestones in a list, and of those of a role."""

from collections.abc import Iterable
from typing import Annotated, TypedDict

from tracker.choices import EVIDENCE_KINDS, MILESTONE_STATES, WEIGHTS
from tracker.curriculum.view.items import hours_number
from tracker.milestones.rules.counted_results import CountedResults
from tracker.milestones.rules.role_milestones import (
    RoleMilestoneStatus,
)
from tracker.milestones.rules.status import MilestoneStatus


class EvidenceData(TypedDict):
    """A piece of evidence, and where it is."""

    kind: Annotated[str, EVIDENCE_KINDS]
    where: str


class SpentData(TypedDict):
    """Hours spent, and the bounds of those that count; null without a bound."""

    spent: float | None
    low: float | None
    high: float | None


class CountData(TypedDict):
    """How many results are needed, done and shown, and the items started."""

    needed: int
    done: int
    shown: int
    started: list[str]


class MilestoneData(TypedDict):
    """A milestone in a list; `count` where it takes several results."""

    slug: str
    title: str
    state: Annotated[str, MILESTONE_STATES]
    evidence: list[EvidenceData]
    hours: SpentData
    count: CountData | None


class MilestonesData(TypedDict):
    """Milestones."""

    milestones: list[MilestoneData]


class RoleMilestoneData(MilestoneData):
    """A milestone that meets requirements of a role; `type` is the line to paste."""

    weight: Annotated[str, WEIGHTS]
    requirements: list[str]
    type: str | None


class RoleMilestonesData(TypedDict):
    """What a role asks one to show."""

    role: str
    milestones: list[RoleMilestoneData]


def milestone_data(status: MilestoneStatus) -> MilestoneData:
    """The keys of a milestone in a list."""
    ledger = status.ledger
    return {
        "slug": status.slug,
        "title": status.milestone.title,
        "state": status.state,
        "evidence": [
            {"kind": piece.kind, "where": piece.place} for piece in status.evidence
        ],
        "hours": {
            "spent": _number(ledger.spent),
            "low": _number(ledger.low),
            "high": _number(ledger.high),
        },
        "count": _count_data(status.counted) if status.counted else None,
    }


def milestones_data(statuses: Iterable[MilestoneStatus]) -> MilestonesData:
    """The keys of a list of milestones."""
    return {"milestones": [milestone_data(status) for status in statuses]}


def role_milestones_data(
    role: str, matches: Iterable[RoleMilestoneStatus]
) -> RoleMilestonesData:
    """The keys of a role's milestones: those of a list, and what each meets."""
    milestones: list[RoleMilestoneData] = [
        {
            **milestone_data(match.status),
            "weight": match.weight,
            "requirements": [requirement.slug for requirement in match.requirements],
            "type": match.command,
        }
        for match in matches
    ]
    return {"role": role, "milestones": milestones}


def _count_data(counted: CountedResults) -> CountData:
    """The keys of the results that a milestone counts."""
    return {
        "needed": counted.needed,
        "done": len(counted.works),
        "shown": counted.shown,
        "started": list(counted.started),
    }


def _number(seconds: int | None) -> int | float | None:
    return None if seconds is None else hours_number(seconds)
