"""What changed in a week besides hours: results, items, progress, plans, notes."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tracker.milestones.rules.evidence import CLAIM
from tracker.plans.rules.notes import Note
from tracker.plans.rules.plans import PlanChange, PlanStatus
from tracker.readiness.rules.records import Facts


class WeekChanges(NamedTuple):
    """What was recorded for the days of one week.

    `reached` are slugs of milestones; `done`, `skipped`, `dropped`, `attempted` slugs too;
    `progress` are items with their part and whole. `evidence` are what it is for, each
    with its kind. `made` are plans, `moved` plans with a change; `notes` are all notes
    of these days but plans for a week.
    """

    reached: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    attempted: tuple[str, ...] = ()
    progress: tuple[tuple[str, int, int], ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    ratings: tuple[str, ...] = ()
    made: tuple[PlanStatus, ...] = ()
    moved: tuple[tuple[PlanStatus, PlanChange], ...] = ()
    notes: tuple[Note, ...] = ()


def find_changes(
    facts: Facts,
    plans: Iterable[PlanStatus],
    notes: Iterable[Note],
    since: date,
    until: date,
) -> WeekChanges:
    """What changed from `since` to `until`, both included."""

    def is_within(day: date | None) -> bool:
        return day is not None and since <= day <= until

    items = [item for item in facts.items if is_within(item.state_day)]
    tried = [each.milestone for each in facts.attempts if is_within(each.entered)]
    reached = [each.milestone for each in facts.results if is_within(each.day)]
    rated = [each for each in facts.ratings if is_within(each.day)]
    statuses = tuple(plans)
    return WeekChanges(
        reached=tuple(dict.fromkeys(reached)),
        done=tuple(item.slug for item in items if item.state == "done"),
        skipped=tuple(item.slug for item in items if item.state == "skipped"),
        dropped=tuple(item.slug for item in items if item.state == "dropped"),
        attempted=tuple(dict.fromkeys(tried)),
        progress=tuple(
            (item.slug, item.part, item.whole)
            for item in items
            if item.state is None and item.part is not None and item.whole
        ),
        evidence=tuple(
            dict.fromkeys(
                (slug, kind) for slug, kind, day in _evidence(facts) if is_within(day)
            )
        ),
        ratings=tuple(
            f"{each.skill} {each.level}{f' by {each.rater}' if each.rater else ''}"
            for each in rated
        ),
        made=tuple(plan for plan in statuses if is_within(plan.made_on)),
        moved=tuple(
            (plan, change)
            for plan in statuses
            for change in plan.changes
            if is_within(change.day)
        ),
        notes=tuple(note for note in notes if is_within(note.day) and not note.week),
    )


def _evidence(facts: Facts) -> Iterator[tuple[str, str, date]]:
    """What each piece of evidence is for, its kind and its day; no claims."""
    pieces = [(result.milestone, result.evidence) for result in facts.results]
    pieces += [(rating.skill, rating.evidence) for rating in facts.ratings]
    for slug, evidence in pieces:
        for each in evidence:
            if each.kind != CLAIM:
                yield slug, each.kind, each.day
