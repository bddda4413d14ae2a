"""Milestones as shipped, and what the person tried, reached and gave up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, select

from tracker.curriculum.store.items import guide_line
from tracker.database.bridge import raw_connection
from tracker.database.schema.curriculum import choice_group, item
from tracker.database.schema.milestones import (
    attempt,
    evidence,
    milestone,
    milestone_covers,
    milestone_evidence,
    milestone_group,
    milestone_item,
    milestone_needs,
    milestone_phase,
    milestone_skill,
    milestone_state,
    result,
)
from tracker.database.schema.readiness import skill
from tracker.database.values import text_to_day
from tracker.journal.rules.experiments import parts_from_text
from tracker.journal.store.clock_hours import item_clock
from tracker.journal.store.item_hours import item_first_day
from tracker.milestones.rules.ledger import attempt_start, with_hours
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result

_SKILLS = (
    select(milestone_skill.c.milestone_id, skill.c.slug, milestone_skill.c.level)
    .join(skill, skill.c.id == milestone_skill.c.skill_id)
    .order_by(milestone_skill.c.id)
)
_PHASES = select(
    milestone_phase.c.milestone_id, milestone_phase.c.phase, milestone_phase.c.seconds
).order_by(milestone_phase.c.milestone_id, milestone_phase.c.position)
_KINDS = select(milestone_evidence.c.milestone_id, milestone_evidence.c.kind).order_by(
    milestone_evidence.c.milestone_id, milestone_evidence.c.position
)
_ATTEMPTS = (
    select(attempt, milestone.c.slug.label("milestone"), item.c.slug.label("item"))
    .join(milestone, milestone.c.id == attempt.c.milestone_id)
    .join(item, item.c.id == attempt.c.item_id)
    .order_by(attempt.c.since, attempt.c.id)
)
_RESULTS = (
    select(
        result,
        milestone.c.slug.label("milestone"),
        milestone.c.within_high,
        item.c.slug.label("item"),
    )
    .join(milestone, milestone.c.id == result.c.milestone_id)
    .outerjoin(item, item.c.id == result.c.item_id)
    .order_by(result.c.day, result.c.id)
)
_EVIDENCE = (
    select(evidence.c.result_id, evidence.c.kind, evidence.c.place, evidence.c.day)
    .where(evidence.c.result_id.is_not(None))
    .order_by(evidence.c.id)
)

Listed = Mapping[int, tuple[Any, ...]]


def read_milestones(db: Connection) -> list[Milestone]:
    """All milestones in the guide's order, those shipped no more among them (`retired`)."""
    skills, phases, kinds = (
        _listed(db, chosen) for chosen in (_SKILLS, _PHASES, _KINDS)
    )
    links = {
        "covers": _linked(db, milestone_covers, "covers_id", milestone),
        "needs": _linked(db, milestone_needs, "needs_id", milestone),
        "items": _linked(db, milestone_item, "item_id", item),
        "groups": _linked(db, milestone_group, "group_id", choice_group),
    }
    rows = db.execute(
        select(milestone).order_by(milestone.c.position, milestone.c.id)
    ).mappings()
    return [
        _milestone(
            row,
            skills,
            phases,
            kinds,
            {name: listed.get(row["id"], ()) for name, listed in links.items()},
        )
        for row in rows
    ]


def read_attempts(db: Connection) -> list[Attempt]:
    """All attempts, the earliest first, with the seconds spent from their `since` on, or until given up."""
    return [_attempt(db, row) for row in db.execute(_ATTEMPTS).mappings()]


def read_results(db: Connection) -> list[Result]:
    """All results, the earliest first, with their evidence, hours, and whether these are over the bound."""
    tries = read_attempts(db)
    given: dict[int, list[Evidence]] = defaultdict(list)
    for result_id, kind, place, day in db.execute(_EVIDENCE):
        given[result_id].append(Evidence(kind, place, text_to_day(day)))
    rows = db.execute(_RESULTS).mappings()
    return [
        with_counted_hours(
            db, _result(row, tuple(given[row["id"]])), row["within_high"], tries
        )
        for row in rows
    ]


def with_counted_hours(
    db: Connection, kept: Result, high: int | None, tries: Iterable[Attempt]
) -> Result:
    """A result with the hours that count for it, and whether these are over the bound `high` (seconds)."""
    since = attempt_start(kept.milestone, kept.item, tries) or _first_day(db, kept.item)
    return with_hours(kept, high, since, _spent(db, kept.item, since, kept.day))


def read_dropped(db: Connection) -> dict[str, date]:
    """The slugs of the milestones given up, and since when."""
    chosen = select(milestone.c.slug, milestone_state.c.day).join(
        milestone, milestone.c.id == milestone_state.c.milestone_id
    )
    return {slug: text_to_day(day) for slug, day in db.execute(chosen)}


def _first_day(db: Connection, item_slug: str | None) -> date | None:
    return item_first_day(raw_connection(db), item_slug) if item_slug else None


def _spent(
    db: Connection, item_slug: str | None, since: date | None, until: date | None
) -> int:
    """Until None is until today, since no session lies later."""
    if not item_slug or not since:
        return 0
    return item_clock(raw_connection(db), item_slug, since, until)


def _attempt(db: Connection, row: RowMapping) -> Attempt:
    since = text_to_day(row["since"])
    ended = text_to_day(row["dropped"]) if row["dropped"] else None
    return Attempt(
        milestone=row["milestone"],
        item=row["item"],
        since=since,
        entered=text_to_day(row["entered"]),
        low=row["low"],
        high=row["high"],
        dropped=ended,
        spent=_spent(db, row["item"], since, ended),
        phases=parts_from_text(row["phases"]),
        decision=row["decision"],
        decided=text_to_day(row["decided"]) if row["decided"] else None,
    )


def _result(row: RowMapping, given: tuple[Evidence, ...]) -> Result:
    return Result(
        milestone=row["milestone"],
        item=row["item"],
        day=text_to_day(row["day"]),
        entered=text_to_day(row["entered"]),
        claimed=row["claimed"],
        reproduced=row["reproduced"],
        part=row["part"],
        evidence=given,
    )


def _listed(db: Connection, chosen: Select[Any]) -> Listed:
    """Rows that begin with a milestone's number, as what belongs to each: single values, or pairs."""
    found: dict[int, list[Any]] = defaultdict(list)
    for milestone_id, *rest in db.execute(chosen):
        found[milestone_id].append(rest[0] if len(rest) == 1 else tuple(rest))
    return {milestone_id: tuple(values) for milestone_id, values in found.items()}


def _linked(db: Connection, table: Table, column: str, target: Table) -> Listed:
    """The slugs of `target` that `table` links each milestone to."""
    return _listed(
        db,
        select(table.c.milestone_id, target.c.slug)
        .join_from(table, target, target.c.id == table.c[column])
        .order_by(table.c.id),
    )


def _milestone(
    row: RowMapping,
    skills: Listed,
    phases: Listed,
    kinds: Listed,
    links: dict[str, Any],
) -> Milestone:
    number = row["id"]
    bounded = row["within_low"] is not None
    return Milestone(
        **{
            name: row[name]
            for name in (
                "slug",
                "title",
                "criterion",
                "budget",
                "ladder",
                "rung",
                "show_by",
            )
        },
        **{name: row[name] for name in ("origin", "note")},
        within=(row["within_low"], row["within_high"]) if bounded else None,
        show=(row["show_low"], row["show_likely"], row["show_high"]),
        kinds=kinds.get(number, ()),
        skills=skills.get(number, ()),
        phases=phases.get(number, ()),
        line=guide_line(row),
        retired=bool(row["retired"]),
        **links,
    )
