"""Read roles, skills and ratings, and all the facts of one person."""

from collections import defaultdict
from datetime import date
from sqlite3 import Connection
from typing import Any

from sqlalchemy import Select, Table, select

from tracker.curriculum.store.items import guide_line, read_groups, read_items
from tracker.database.bridge import core
from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import evidence, milestone
from tracker.database.schema.readiness import (
    bar,
    rating,
    requirement,
    role,
    role_apply,
    role_variant,
    skill,
    skill_level,
)
from tracker.database.values import text_to_day
from tracker.journal.store.clock_hours import item_clocks
from tracker.milestones.rules.records import Evidence
from tracker.milestones.store.milestones import (
    read_attempts,
    read_dropped,
    read_milestones,
)
from tracker.milestones.store.results import read_results
from tracker.readiness.rules.records import (
    Bar,
    Facts,
    Rating,
    Requirement,
    Role,
    Skill,
    Variant,
)

# Columns that place a row, and are no field of a record.
_PLACES = ("role_id", "line_first", "line_last")
_REQUIREMENTS = (
    select(
        requirement.c.role_id,
        requirement.c.slug,
        requirement.c.weight,
        requirement.c.level,
        requirement.c.level_is_ours,
        requirement.c.step,
        requirement.c.stated,
        requirement.c.line_first,
        requirement.c.line_last,
        requirement.c.any_of,
        requirement.c.variant,
        requirement.c.quote,
        requirement.c.note,
        skill.c.slug.label("skill"),
        milestone.c.slug.label("milestone"),
    )
    .outerjoin(skill, skill.c.id == requirement.c.skill_id)
    .outerjoin(milestone, milestone.c.id == requirement.c.milestone_id)
    .order_by(requirement.c.position)
)
_BARS = (
    select(
        bar.c.role_id,
        bar.c.slug,
        bar.c.who,
        bar.c.says,
        bar.c.as_of,
        bar.c.variant,
        bar.c.status,
        bar.c.note,
        bar.c.url,
        item.c.slug.label("apply"),
        bar.c.line_first,
        bar.c.line_last,
        milestone.c.slug.label("milestone"),
    )
    .join(milestone, milestone.c.id == bar.c.milestone_id)
    .outerjoin(item, item.c.id == bar.c.apply_id)
    .order_by(bar.c.position)
)
_APPLY = (
    select(role_apply.c.role_id, item.c.slug)
    .join(item, item.c.id == role_apply.c.item_id)
    .order_by(role_apply.c.id)
)
_RATINGS = (
    select(rating, skill.c.slug.label("skill"))
    .join(skill, skill.c.id == rating.c.skill_id)
    .order_by(skill.c.position, rating.c.rater)
)
_EVIDENCE = (
    select(
        evidence.c.rating_id,
        evidence.c.kind,
        evidence.c.place,
        evidence.c.day,
        evidence.c.uid,
    )
    .where(evidence.c.rating_id.is_not(None))
    .order_by(evidence.c.id)
)


def read_facts(db: Connection) -> Facts:
    """All that readiness is judged by."""
    return Facts(
        items=tuple(read_items(db)),
        groups=tuple(read_groups(db)),
        milestones=tuple(read_milestones(db)),
        attempts=tuple(read_attempts(db)),
        results=tuple(read_results(db)),
        ratings=tuple(read_ratings(db)),
        dropped=frozenset(read_dropped(db)),
    )


def read_seconds_until(db: Connection, day: date) -> dict[str, int]:
    """The seconds on the clock of each item until the evening of `day`, by slug."""
    return item_clocks(db, None, day)


def read_roles(db: Connection) -> list[Role]:
    """All roles in the guide's order, each with all that it asks for."""
    variants, requirements, bars = _variants(db), _requirements(db), _bars(db)
    apply = _applications(db)
    return [
        Role(
            slug=row["slug"],
            title=row["title"],
            does=row["does"],
            phd=row["phd"],
            note=row["note"],
            variants=tuple(variants[row["id"]]),
            requirements=tuple(requirements[row["id"]]),
            bars=tuple(bars[row["id"]]),
            where=row["place"],
            line=guide_line(row),
            tracks=_slugs(row["tracks"]),
            apply=tuple(apply[row["id"]]),
        )
        for row in core(db).execute(_in_order(role)).mappings()
    ]


def read_skills(db: Connection) -> list[Skill]:
    """All skills, with what shows each level."""
    levels: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in (
        core(db).execute(select(skill_level).order_by(skill_level.c.id)).mappings()
    ):
        levels[row["skill_id"]].append((row["level"], row["shown_by"]))
    return [
        Skill(
            row["slug"],
            row["title"],
            row["meaning"],
            shown_by=tuple(levels[row["id"]]),
            line=guide_line(row),
        )
        for row in core(db).execute(_in_order(skill)).mappings()
    ]


def read_ratings(db: Connection) -> list[Rating]:
    """All ratings with their evidence, skill by skill, the person's own first."""
    by_rating: dict[int, list[Evidence]] = defaultdict(list)
    for rating_id, kind, place, day, uid in core(db).execute(_EVIDENCE):
        by_rating[rating_id].append(Evidence(kind, place, text_to_day(day), uid))
    return [
        Rating(
            skill=row["skill"],
            level=row["level"],
            rater=row["rater"],
            day=text_to_day(row["day"]),
            evidence=tuple(by_rating[row["id"]]),
            uid=row["uid"],
        )
        for row in core(db).execute(_RATINGS).mappings()
    ]


def _variants(db: Connection) -> dict[int, list[Variant]]:
    variants: dict[int, list[Variant]] = defaultdict(list)
    for row in core(db).execute(_in_order(role_variant)).mappings():
        variant = Variant(
            row["slug"],
            row["title"],
            row["does"],
            tracks=_slugs(row["tracks"]),
            line=guide_line(row),
        )
        variants[row["role_id"]].append(variant)
    return variants


def _applications(db: Connection) -> dict[int, list[str]]:
    applications: dict[int, list[str]] = defaultdict(list)
    for role_id, slug in core(db).execute(_APPLY):
        applications[role_id].append(slug)
    return applications


def _slugs(column: str | None) -> tuple[str, ...]:
    """The slugs that a column holds with blanks between."""
    return tuple((column or "").split())


def _requirements(db: Connection) -> dict[int, list[Requirement]]:
    requirements: dict[int, list[Requirement]] = defaultdict(list)
    for row in core(db).execute(_REQUIREMENTS).mappings():
        fields: dict[str, Any] = {
            name: value for name, value in row.items() if name not in _PLACES
        }
        for name in ("step", "stated", "level_is_ours"):
            fields[name] = bool(row[name])
        asked = Requirement(**fields, line=guide_line(row))
        requirements[row["role_id"]].append(asked)
    return requirements


def _bars(db: Connection) -> dict[int, list[Bar]]:
    bars: dict[int, list[Bar]] = defaultdict(list)
    for row in core(db).execute(_BARS).mappings():
        fields = {name: value for name, value in row.items() if name not in _PLACES}
        bars[row["role_id"]].append(Bar(**fields, line=guide_line(row)))
    return bars


def _in_order(table: Table) -> Select[Any]:
    return select(table).order_by(table.c.position)
