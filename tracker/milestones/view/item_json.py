"""The JSON keys of one item, with all its details."""

from typing import Annotated, TypedDict

from tracker.choices import MILESTONE_STATES, ORIGINS
from tracker.curriculum.view.gates import GateData, gate_data
from tracker.curriculum.view.items import ItemData, item_data
from tracker.milestones.rules.details import ItemDetails


class NeedData(TypedDict):
    """An item to do first; `by` are those done in its place."""

    slug: str
    state: str
    by: list[str]


class MilestoneStateData(TypedDict):
    """How far the person is with a milestone."""

    slug: str
    state: Annotated[str, MILESTONE_STATES]


class WholeItemData(ItemData):
    """An item with all its details; `remembered` are seconds from memory."""

    author: str | None
    year: int | None
    url: str | None
    hours_from: str | None
    origin: Annotated[str, ORIGINS]
    group: str | None
    after: str | None
    gate: GateData | None
    note: str | None
    line: Annotated[list[int], 2] | None
    changed: str | None
    aka: list[str]
    skills: list[str]
    requires: list[NeedData]
    milestones: list[MilestoneStateData]
    sessions: int
    remembered: int


class ItemDetailsData(TypedDict):
    """One item."""

    item: WholeItemData


def item_details_data(details: ItemDetails) -> ItemDetailsData:
    """The keys of one item: those of a list, and the rest."""
    item = details.item
    requires: list[NeedData] = [
        {"slug": need.item.slug, "state": need.state, "by": list(need.by)}
        for need in details.needs
    ]
    milestones: list[MilestoneStateData] = [
        {"slug": s.slug, "state": s.state} for s in details.milestones
    ]
    return {
        "item": {
            **item_data(item),
            "author": item.author,
            "year": item.year,
            "url": item.url,
            "hours_from": item.hours_from,
            "origin": item.origin,
            "group": item.group,
            "after": item.after,
            "gate": gate_data(item.gate) if item.gate else None,
            "note": item.note,
            "line": list(item.line) if item.line else None,
            "changed": item.changes,
            "aka": list(item.aka),
            "skills": list(item.skills),
            "requires": requires,
            "milestones": milestones,
            "sessions": details.logged.sessions,
            "remembered": details.remembered,
        }
    }
