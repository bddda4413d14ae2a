"""Read milestones, attempts, results, and which milestones are dropped."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from sqlite3 import Connection
from typing import Any

from sqlalchemy import RowMapping, Select, Table, select

from tracker.curriculum.store.items import guide_line
from tracker.database.bridge import core
from tracker.database.schema.curriculum import choice_group, item
from tracker.database.schema.milestones import (
    attempt,
    milestone,
    milestone_covers,
    milestone_evidence,
    milestone_group,
    milestone_item,
    milestone_needs,
    milestone_phase,
    milestone_skill,
    milestone_state,
)
from tracker.database.schema.readiness import skill
from tracker.database.values import text_to_day
from tracker.journal.rules.experiments import parts_from_text
from tracker.journal.store.clock_hours import item_clock
from tracker.milestones.rules.attempts import join_phase_attempts
from tracker.milestones.rules.evidence import takes_all_kinds
from tracker.milestones.rules.records import Attempt, Milestone

_SKILLS = (
    select(milestone_skill.c.milestone_id, skill.c.slug, milestone_skill.c.level)
    .join(skill, skill.c.id == milestone_skill.c.skill_id)
    .order_by(milestone_skill.c.id)
)
_PHASES = select(
    milestone_phase.c.milestone_id, milestone_phase.c.phase, milestone_phase.c.seconds
).order_by(milestone_phase.c.milestone_id, milestone_phase.c.position)
_PHASE_ITEMS = (
    select(milestone_phase.c.milestone_id, item.c.slug)
    .join(item, item.c.id == milestone_phase.c.item_id)
    .order_by(milestone_phase.c.milestone_id, milestone_phase.c.position)
)
_KINDS = select(milestone_evidence.c.milestone_id, milestone_evidence.c.kind).order_by(
    milestone_evidence.c.milestone_id, milestone_evidence.c.position
)
_ATTEMPTS = (
    select(attempt, milestone.c.slug.label("milestone"), item.c.slug.label("item"))
    .join(milestone, milestone.c.id == attempt.c.milestone_id)
    .join(item, item.c.id == attempt.c.item_id)
    .order_by(attempt.c.since, attempt.c.id)
)
# What belongs to each milestone, by its number: single values, or tuples.
Lists = Mapping[int, tuple[Any, ...]]
_COLUMNS = (
    "slug",
    "title",
    "criterion",
    "stage",
    "count",
    "counted",
    "budget",
    "ladder",
    "rung",
    "show_by",
    "origin",
    "note",
)


def read_milestones(db: Connection) -> list[Milestone]:
    """All milestones in the guide's order, `retired` ones among them."""
    lists = {
        "skills": _lists(db, _SKILLS),
        "phases": _lists(db, _PHASES),
        "phase_items": _lists(db, _PHASE_ITEMS),
        "kinds": _lists(db, _KINDS),
        "covers": _linked_slugs(db, milestone_covers, "covers_id", milestone),
        "needs": _linked_slugs(db, milestone_needs, "needs_id", milestone),
        "items": _linked_slugs(db, milestone_item, "item_id", item),
        "groups": _linked_slugs(db, milestone_group, "group_id", choice_group),
    }
    in_order = select(milestone).order_by(milestone.c.position, milestone.c.id)
    milestones = [
        _milestone(row, lists) for row in core(db).execute(in_order).mappings()
    ]
    by_slug = {each.slug: each for each in milestones}
    return [
        replace(each, takes_all_kinds=takes_all_kinds(each, by_slug))
        for each in milestones
    ]


def read_attempts(db: Connection) -> list[Attempt]:
    """All attempts, the earliest first, with seconds spent until today or dropped."""
    phase_items = _lists(db, _PHASE_ITEMS)
    attempts = [
        _attempt(row, phase_items.get(row["milestone_id"], ()))
        for row in core(db).execute(_ATTEMPTS).mappings()
    ]
    return [_with_spent(db, each) for each in join_phase_attempts(attempts)]


def read_dropped(db: Connection) -> dict[str, date]:
    """The slugs of the dropped milestones, and the day each was dropped."""
    columns = select(milestone.c.slug, milestone_state.c.day).join(
        milestone, milestone.c.id == milestone_state.c.milestone_id
    )
    return {slug: text_to_day(day) for slug, day in core(db).execute(columns)}


def item_seconds(
    db: Connection, item_slug: str, since: date | None, until: date | None
) -> int:
    """Seconds logged on an item; None for `until` is today: no session lies later."""
    if not since:
        return 0
    return item_clock(db, item_slug, since, until)


def _attempt(row: RowMapping, phase_items: tuple[str, ...]) -> Attempt:
    """An attempt without its hours."""
    has_own_item = row["phases"] or row["item"] not in phase_items
    return Attempt(
        milestone=row["milestone"],
        item=row["item"],
        since=text_to_day(row["since"]),
        entered=text_to_day(row["entered"]),
        low=row["low"],
        high=row["high"],
        dropped=text_to_day(row["dropped"]) if row["dropped"] else None,
        phases=parts_from_text(row["phases"]),
        decision=row["decision"],
        decided=text_to_day(row["decided"]) if row["decided"] else None,
        by_item=() if has_own_item else tuple((slug, 0) for slug in phase_items),
    )


def _with_spent(db: Connection, attempt: Attempt) -> Attempt:
    """An attempt with the hours of its items, from its first day to its end or today."""
    hours = {
        slug: item_seconds(db, slug, attempt.since, attempt.dropped)
        for slug in attempt.items
    }
    by_item = tuple(hours.items()) if attempt.by_item else ()
    return replace(attempt, spent=sum(hours.values()), by_item=by_item)


def _lists(db: Connection, rows: Select[Any]) -> Lists:
    """Rows that begin with a milestone's number, the rest listed under it."""
    lists: dict[int, list[Any]] = defaultdict(list)
    for milestone_id, *values in core(db).execute(rows):
        lists[milestone_id].append(values[0] if len(values) == 1 else tuple(values))
    return {milestone_id: tuple(values) for milestone_id, values in lists.items()}


def _linked_slugs(db: Connection, table: Table, column: str, target: Table) -> Lists:
    """The slugs of `target` that `table` links each milestone to."""
    return _lists(
        db,
        select(table.c.milestone_id, target.c.slug)
        .join_from(table, target, target.c.id == table.c[column])
        .order_by(table.c.id),
    )


def _milestone(row: RowMapping, lists: Mapping[str, Lists]) -> Milestone:
    has_limit = row["within_low"] is not None
    fields: dict[str, Any] = {name: row[name] for name in _COLUMNS}
    for name, values in lists.items():
        fields[name] = values.get(row["id"], ())
    return Milestone(
        **fields,
        within=(row["within_low"], row["within_high"]) if has_limit else None,
        show=(row["show_low"], row["show_likely"], row["show_high"]),
        line=guide_line(row),  # type: ignore[arg-type]
        retired=bool(row["retired"]),
    )
