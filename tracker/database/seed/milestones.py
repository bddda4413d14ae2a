"""Milestones and their skills, evidence, phases and links."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection, update

from tracker.database.catalogue.records import MilestoneEntry
from tracker.database.schema.milestones import (
    milestone,
    milestone_covers,
    milestone_evidence,
    milestone_group,
    milestone_item,
    milestone_needs,
    milestone_phase,
    milestone_skill,
)
from tracker.database.seed.rows import (
    Row,
    replace_all,
    sync_by_slug,
    to_seconds,
)
from tracker.database.values import line_columns

Ids = Mapping[str, int]
Entries = Sequence[MilestoneEntry]


def sync_milestones(db: Connection, entries: Entries, skills: Ids) -> dict[str, int]:
    """Sync milestones, their skills and evidence; return their ids by slug."""
    rows = [_milestone_row(entry, place) for place, entry in enumerate(entries)]
    ids = sync_by_slug(db, milestone, rows)
    gone = milestone.c.slug.not_in([entry.slug for entry in entries])
    db.execute(update(milestone).where(gone).values(retired=1))
    replace_all(db, milestone_skill, _skill_rows(entries, ids, skills))
    replace_all(db, milestone_evidence, _evidence_rows(entries, ids))
    return ids


def sync_links(
    db: Connection, entries: Entries, ids: Ids, items: Ids, groups: Ids
) -> None:
    """Sync what milestones cover and need, what leads to them, and their phases."""
    replace_all(db, milestone_phase, _phase_rows(entries, ids, items))
    for table, key, targets in (
        (milestone_covers, "covers", ids),
        (milestone_needs, "needs", ids),
        (milestone_item, "items", items),
        (milestone_group, "groups", groups),
    ):
        column = table.name.removeprefix("milestone_") + "_id"
        rows = [
            {"milestone_id": ids[entry.slug], column: targets[slug]}
            for entry in entries
            for slug in getattr(entry, key)
        ]
        replace_all(db, table, rows)


def _milestone_row(entry: MilestoneEntry, position: int) -> Row:
    show_low, show_likely, show_high = entry.show_hours
    within_low, within_high = entry.within_hours or (None, None)
    return {
        "slug": entry.slug,
        "title": entry.title,
        "criterion": entry.criterion,
        "within_low": to_seconds(within_low),
        "within_high": to_seconds(within_high),
        "budget": to_seconds(entry.budget_hours),
        "stage": entry.stage or "show",
        "count": entry.count,
        "counted": entry.counted,
        "ladder": entry.ladder,
        "rung": entry.rung,
        "show_low": to_seconds(show_low),
        "show_likely": to_seconds(show_likely),
        "show_high": to_seconds(show_high),
        "show_by": entry.show_by,
        "note": entry.note,
        "origin": entry.origin,
        "position": position,
        "retired": 0,
        **line_columns(entry.line),
    }


def _skill_rows(entries: Entries, ids: Ids, skills: Ids) -> Iterator[Row]:
    for entry in entries:
        for slug, level in entry.skills.items():
            yield {
                "milestone_id": ids[entry.slug],
                "skill_id": skills[slug],
                "level": level,
            }


def _evidence_rows(entries: Entries, ids: Ids) -> Iterator[Row]:
    for entry in entries:
        for position, kind in enumerate(entry.evidence):
            yield {
                "milestone_id": ids[entry.slug],
                "kind": kind,
                "position": position,
            }


def _phase_rows(entries: Entries, ids: Ids, items: Ids) -> Iterator[Row]:
    for entry in entries:
        for position, (phase, hours) in enumerate(entry.budget_split.items()):
            item = entry.phase_items.get(phase)
            yield {
                "milestone_id": ids[entry.slug],
                "phase": phase,
                "seconds": to_seconds(hours),
                "item_id": items[item] if item else None,
                "position": position,
            }
