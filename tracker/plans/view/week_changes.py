"""What changed in a week, as labelled lines and as JSON."""

from datetime import date
from typing import Annotated, TypedDict

from tracker.choices import EVIDENCE_KINDS
from tracker.json_types import Day
from tracker.milestones.view.fields import Field
from tracker.plans.rules.plans import PlanChange, PlanStatus
from tracker.plans.rules.week_changes import WeekChanges
from tracker.plans.view.days import say_date
from tracker.plans.view.notes import NoteData, note_data
from tracker.plans.view.reasons import (
    ReasonsData,
    because_data,
    say_because,
    say_reasons,
)
from tracker.text.days import say_day


def change_fields(changes: WeekChanges, today: date) -> list[Field]:
    """A label and a text for each kind of change, and for each plan and note."""
    evidence = [f"{slug} ({kind})" for slug, kind in changes.evidence]
    progress = [
        f"{slug} {part / whole:.0%} ({part}/{whole})"
        for slug, part, whole in changes.progress
    ]
    return [
        ("reached", ", ".join(changes.reached)),
        ("done", ", ".join(changes.done)),
        ("evidence", ", ".join(evidence)),
        ("progress", ", ".join(progress)),
        ("attempt", ", ".join(changes.attempted)),
        ("rated", ", ".join(changes.ratings)),
        ("skipped", ", ".join(changes.skipped)),
        ("dropped", ", ".join(changes.dropped)),
        *(("planned", _say_made(plan, today)) for plan in changes.made),
        *(("moved", _say_moved(plan, move, today)) for plan, move in changes.moved),
        *(
            ("note", f"{say_day(note.day, today)}: {note.text}")
            for note in changes.notes
        ),
    ]


def _say_made(plan: PlanStatus, today: date) -> str:
    because = f" because {say_reasons(plan.reasons)}" if plan.reasons else ""
    return f"{plan.subject} for {say_date(plan.first, today)}{because}"


def _say_moved(plan: PlanStatus, move: PlanChange, today: date) -> str:
    """`ppo from 31 Dec to 31 Jan 2027 because flu`, or `ppo: plan withdrawn`."""
    because = say_because(move)
    if move.due is None:
        return f"{plan.subject}: plan withdrawn{because}"
    due = say_date(move.due, today)
    if move.was is None:
        return f"{plan.subject} again for {due}{because}"
    return f"{plan.subject} from {say_date(move.was, today)} to {due}{because}"


class ProgressData(TypedDict):
    """How far an item is: `part` of `whole`."""

    item: str
    part: int
    whole: int


class EvidenceOfData(TypedDict):
    """The kind of new evidence, and what it is of."""

    of: str
    kind: Annotated[str, EVIDENCE_KINDS]


class MadePlanData(TypedDict):
    """A plan that was made."""

    slug: str
    due: Day


class MovedPlanData(ReasonsData):
    """A plan that was moved; `due` is null where it was withdrawn."""

    slug: str
    was: Day | None
    due: Day | None


class WeekChangesData(TypedDict):
    """What was recorded for the days of a week, by slug."""

    reached: list[str]
    done: list[str]
    skipped: list[str]
    dropped: list[str]
    attempted: list[str]
    progress: list[ProgressData]
    evidence: list[EvidenceOfData]
    rated: list[str]
    planned: list[MadePlanData]
    moved: list[MovedPlanData]
    notes: list[NoteData]


def changes_data(changes: WeekChanges) -> WeekChangesData:
    """The changes as JSON."""
    return {
        "reached": list(changes.reached),
        "done": list(changes.done),
        "skipped": list(changes.skipped),
        "dropped": list(changes.dropped),
        "attempted": list(changes.attempted),
        "progress": [
            {"item": slug, "part": part, "whole": whole}
            for slug, part, whole in changes.progress
        ],
        "evidence": [{"of": slug, "kind": kind} for slug, kind in changes.evidence],
        "rated": list(changes.ratings),
        "planned": [
            {"slug": plan.subject, "due": plan.first.isoformat()}
            for plan in changes.made
        ],
        "moved": [_move_data(plan, move) for plan, move in changes.moved],
        "notes": [note_data(note) for note in changes.notes],
    }


def _move_data(plan: PlanStatus, move: PlanChange) -> MovedPlanData:
    return {
        "slug": plan.subject,
        "was": move.was.isoformat() if move.was else None,
        "due": move.due.isoformat() if move.due else None,
        **because_data(move),
    }
