"""Milestones, and what they show, cover, need and come from."""

from collections.abc import Mapping, Sequence

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
from tracker.database.seeding.rows import Row, lines, put, replace_all, seconds

Ids = Mapping[str, int]


def sync_milestones(
    db: Connection, seed: Sequence[MilestoneEntry], skills: Ids
) -> dict[str, int]:
    """Sync milestones with the skills, evidence and phases of each; return their numbers by slug."""
    ids = put(db, milestone, [_row(m, n) for n, m in enumerate(seed)])
    db.execute(
        update(milestone)
        .where(milestone.c.slug.not_in([m.slug for m in seed]))
        .values(retired=1)
    )
    replace_all(
        db,
        milestone_skill,
        [
            {"milestone_id": ids[m.slug], "skill_id": skills[s], "level": v}
            for m in seed
            for s, v in m.skills.items()
        ],
    )
    replace_all(
        db,
        milestone_evidence,
        [
            {"milestone_id": ids[m.slug], "kind": k, "position": n}
            for m in seed
            for n, k in enumerate(m.evidence)
        ],
    )
    replace_all(
        db,
        milestone_phase,
        [
            {
                "milestone_id": ids[m.slug],
                "phase": phase,
                "seconds": seconds(hours),
                "position": n,
            }
            for m in seed
            for n, (phase, hours) in enumerate(m.budget_split.items())
        ],
    )
    return ids


def sync_links(
    db: Connection, seed: Sequence[MilestoneEntry], ids: Ids, items: Ids, groups: Ids
) -> None:
    """Sync what milestones cover, need, and come from."""
    for table, name, targets in (
        (milestone_covers, "covers", ids),
        (milestone_needs, "needs", ids),
        (milestone_item, "items", items),
        (milestone_group, "groups", groups),
    ):
        column = table.name.removeprefix("milestone_") + "_id"
        rows = [
            {"milestone_id": ids[m.slug], column: targets[slug]}
            for m in seed
            for slug in getattr(m, name)
        ]
        replace_all(db, table, rows)


def _row(m: MilestoneEntry, position: int) -> Row:
    show_low, show_likely, show_high = (seconds(hours) for hours in m.show_hours)
    within_low, within_high = (
        seconds(hours) for hours in m.within_hours or (None, None)
    )
    return {
        "slug": m.slug, "title": m.title, "criterion": m.criterion, "within_low": within_low,
        "within_high": within_high, "budget": seconds(m.budget_hours), "ladder": m.ladder, "rung": m.rung,
        "show_low": show_low, "show_likely": show_likely, "show_high": show_high, "show_by": m.show_by,
        "note": m.note, "origin": m.origin, "position": position, "retired": 0, **lines(m.line),
    }  # fmt: skip
