"""Read milestones, attempts, results, and which milestones are dropped."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from sqlite3 import Connection, Row
from typing import Any

from tracker.curriculum.store.items import guide_line
from tracker.database.rows import named_rows
from tracker.database.values import text_to_day
from tracker.journal.rules.experiments import parts_from_text
from tracker.journal.store.clock_hours import item_clock
from tracker.milestones.rules.attempts import join_phase_attempts
from tracker.milestones.rules.evidence import takes_all_kinds
from tracker.milestones.rules.records import Attempt, Milestone


def _linked_slugs(name: str, target: str) -> str:
    """The slugs of `target` that a table links each milestone to."""
    return f"""select milestone_id, slug from milestone_{name}
               join {target} on {target}.id = {name}_id order by milestone_{name}.id"""


_MILESTONES = "select * from milestone order by position, id"
_PHASE_ITEMS = """select milestone_id, slug from milestone_phase
                  join item on item.id = item_id
                  order by milestone_id, milestone_phase.position"""
# A field of a milestone -> a query of what it lists.
_LISTS = {
    "skills": """select milestone_id, slug, level from milestone_skill
                 join skill on skill.id = skill_id order by milestone_skill.id""",
    "phases": """select milestone_id, phase, seconds from milestone_phase
                 order by milestone_id, position""",
    "phase_items": _PHASE_ITEMS,
    "kinds": """select milestone_id, kind from milestone_evidence
                order by milestone_id, position""",
    "covers": _linked_slugs("covers", "milestone"),
    "needs": _linked_slugs("needs", "milestone"),
    "items": _linked_slugs("item", "item"),
    "groups": _linked_slugs("group", "choice_group"),
}
_ATTEMPTS = """select attempt.*, milestone.slug as milestone, item.slug as item
               from attempt join milestone on milestone.id = milestone_id
               join item on item.id = item_id order by since, attempt.id"""
_DROPPED = """select slug, day from milestone_state
              join milestone on milestone.id = milestone_id"""
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
    lists = {name: _lists(db, query) for name, query in _LISTS.items()}
    milestones = [_milestone(row, lists) for row in named_rows(db, _MILESTONES)]
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
        for row in named_rows(db, _ATTEMPTS)
    ]
    return [_with_spent(db, each) for each in join_phase_attempts(attempts)]


def read_dropped(db: Connection) -> dict[str, date]:
    """The slugs of the dropped milestones, and the day each was dropped."""
    return {slug: text_to_day(day) for slug, day in db.execute(_DROPPED)}


def item_seconds(
    db: Connection, item_slug: str, since: date | None, until: date | None
) -> int:
    """Seconds logged on an item; None for `until` is today: no session lies later."""
    if not since:
        return 0
    return item_clock(db, item_slug, since, until)


def _attempt(row: Row, phase_items: tuple[str, ...]) -> Attempt:
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
    return attempt._replace(spent=sum(hours.values()), by_item=by_item)


def _lists(db: Connection, query: str) -> Lists:
    """Rows that begin with a milestone's number, the rest listed under it."""
    lists: dict[int, list[Any]] = defaultdict(list)
    for milestone_id, *values in db.execute(query):
        lists[milestone_id].append(values[0] if len(values) == 1 else tuple(values))
    return {milestone_id: tuple(values) for milestone_id, values in lists.items()}


def _milestone(row: Row, lists: Mapping[str, Lists]) -> Milestone:
    has_limit = row["within_low"] is not None
    fields: dict[str, Any] = {name: row[name] for name in _COLUMNS}
    for name, values in lists.items():
        fields[name] = values.get(row["id"], ())
    return Milestone(
        **fields,
        within=(row["within_low"], row["within_high"]) if has_limit else None,
        show=(row["show_low"], row["show_likely"], row["show_high"]),
        line=guide_line(row),
        retired=bool(row["retired"]),
    )
