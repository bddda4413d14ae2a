"""Read roles, skills and ratings, and all the facts of one person."""

from collections import defaultdict
from datetime import date
from sqlite3 import Connection, Row
from typing import Any

from tracker.curriculum.store.items import guide_line, read_groups, read_items
from tracker.database.rows import named_rows
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

ROLES = "select * from role order by position"
VARIANTS = "select * from role_variant order by position"
SKILLS = "select * from skill order by position"
LEVELS = "select * from skill_level order by id"
REQUIREMENTS = """select role_id, requirement.slug, weight, level, level_is_ours, step, stated,
                  requirement.line_first, requirement.line_last, any_of, variant, quote,
                  requirement.note, skill.slug as skill, milestone.slug as milestone
                  from requirement left join skill on skill.id = skill_id
                  left join milestone on milestone.id = milestone_id
                  order by requirement.position"""
BARS = """select role_id, bar.slug, who, says, bar.as_of, variant, bar.status, bar.note,
          bar.url, bar.line_first, bar.line_last, item.slug as apply,
          milestone.slug as milestone
          from bar join milestone on milestone.id = milestone_id
          left join item on item.id = apply_id order by bar.position"""
APPLY = """select role_id, slug from role_apply join item on item.id = item_id
           order by role_apply.id"""
RATINGS = """select rating.*, skill.slug as skill from rating
             join skill on skill.id = skill_id order by skill.position, rater"""
EVIDENCE = """select rating_id, kind, place, day, uid from evidence
              where rating_id is not null order by id"""
# Columns that place a row, and are no field of a record.
_PLACES = ("role_id", "line_first", "line_last")


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
        for row in named_rows(db, ROLES)
    ]


def read_skills(db: Connection) -> list[Skill]:
    """All skills, with what shows each level."""
    levels: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in named_rows(db, LEVELS):
        levels[row["skill_id"]].append((row["level"], row["shown_by"]))
    return [
        Skill(
            row["slug"],
            row["title"],
            row["meaning"],
            shown_by=tuple(levels[row["id"]]),
            line=guide_line(row),
        )
        for row in named_rows(db, SKILLS)
    ]


def read_ratings(db: Connection) -> list[Rating]:
    """All ratings with their evidence, skill by skill, the person's own first."""
    by_rating: dict[int, list[Evidence]] = defaultdict(list)
    for rating_id, kind, place, day, uid in db.execute(EVIDENCE):
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
        for row in named_rows(db, RATINGS)
    ]


def _variants(db: Connection) -> dict[int, list[Variant]]:
    variants: dict[int, list[Variant]] = defaultdict(list)
    for row in named_rows(db, VARIANTS):
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
    for role_id, slug in db.execute(APPLY):
        applications[role_id].append(slug)
    return applications


def _slugs(column: str | None) -> tuple[str, ...]:
    """The slugs that a column holds with blanks between."""
    return tuple((column or "").split())


def _requirements(db: Connection) -> dict[int, list[Requirement]]:
    requirements: dict[int, list[Requirement]] = defaultdict(list)
    for row in named_rows(db, REQUIREMENTS):
        fields = _fields(row)
        for name in ("step", "stated", "level_is_ours"):
            fields[name] = bool(row[name])
        asked = Requirement(**fields, line=guide_line(row))
        requirements[row["role_id"]].append(asked)
    return requirements


def _bars(db: Connection) -> dict[int, list[Bar]]:
    bars: dict[int, list[Bar]] = defaultdict(list)
    for row in named_rows(db, BARS):
        fields = _fields(row)
        bars[row["role_id"]].append(Bar(**fields, line=guide_line(row)))
    return bars


def _fields(row: Row) -> dict[str, Any]:
    return {name: value for name, value in dict(row).items() if name not in _PLACES}
