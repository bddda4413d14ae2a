"""What results, attempts and ratings are about, and how an export shows their figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from tracker.curriculum.rules.items import Item
from tracker.export.rules.progress import BoundHours, FigureDifference
from tracker.milestones.rules.figures import find_difference, read_figure
from tracker.milestones.rules.records import Milestone, Result
from tracker.text.periods import Period

# Kinds of items worth naming to others; a list of forty articles would bury them.
LASTING = frozenset({"replication", "project", "programme", "course", "book"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """Items and milestones by slug, and the titles of skills by slug."""

    items: Mapping[str, Item]
    milestones: Mapping[str, Milestone]
    skills: Mapping[str, str]


class ResultFigures(TypedDict):
    """The figures of a result, named as in `Artefact` and `Unseen`."""

    claimed: str | None
    reproduced: str | None
    ledger: BoundHours | None
    conditions: str | None
    difference: FigureDifference | None


def is_within(day: date | None, period: Period) -> bool:
    """Whether `day` lies in a period; an unknown day lies only in one without a start."""
    if day is None:
        return period.since is None
    if period.since and day < period.since:
        return False
    return period.until is None or day <= period.until


def title_of_result(result: Result, subjects: Subjects) -> str:
    """The milestone's title, and the item's where there is one."""
    milestone = subjects.milestones[result.milestone]
    return title_with_item(milestone, result.item, subjects)


def title_with_item(milestone: Milestone, item: str | None, subjects: Subjects) -> str:
    """The title of a milestone and an item: its own alone for the item of a phase."""
    if item is None or item in milestone.phase_items:
        return milestone.title
    return f"{milestone.title}: {subjects.items[item].title}"


def figures_of(result: Result, milestone: Milestone) -> ResultFigures:
    """The claimed and the reproduced figure, their difference, and the hours used."""
    reproduced = read_figure(result.reproduced)
    apart = find_difference(result.claimed, result.reproduced)
    return {
        "claimed": result.claimed,
        "reproduced": result.reproduced,
        "ledger": _ledger(result, milestone),
        "conditions": reproduced.conditions or None if reproduced else None,
        "difference": FigureDifference(*apart.numbers) if apart else None,
    }


def _ledger(result: Result, milestone: Milestone) -> BoundHours | None:
    if not milestone.within:
        return None
    return BoundHours(result.spent, *milestone.within, result.over)
