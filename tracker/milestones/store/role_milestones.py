"""Requirements of roles, as far as milestones can meet them."""

from sqlite3 import Connection

from sqlalchemy import Select, select

from tracker.database.bridge import core
from tracker.database.schema.internals import setting
from tracker.database.schema.milestones import milestone
from tracker.database.schema.readiness import requirement, role, skill
from tracker.milestones.rules.role_milestones import RoleMilestone

# A kind, `skill` or `milestone`, and its slug.
Target = tuple[str, str]


def read_role_milestones(db: Connection, role_slug: str) -> list[RoleMilestone]:
    """The requirements of a role, in its order."""
    rows = (
        core(db)
        .execute(
            _requirements()
            .where(role.c.slug == role_slug)
            .order_by(requirement.c.position)
        )
        .mappings()
    )
    return [
        RoleMilestone(
            slug=row["slug"],
            weight=row["weight"],
            skill=row["skill"],
            level=row["level"],
            milestone=row["milestone"],
        )
        for row in rows
    ]


def requirement_targets(
    db: Connection, label: str, *, others: bool = True
) -> tuple[Target, ...]:
    """The skills and milestones that requirements with the slug `label` ask for.

    Only those of the target role, or where it has none, those of all roles (`others`).
    """
    rows = (
        core(db)
        .execute(
            _requirements()
            .where(requirement.c.slug == label)
            .order_by(role.c.position, requirement.c.position)
        )
        .mappings()
    )
    listed = rows.all()
    target_role = core(db).scalar(
        select(setting.c.value).where(setting.c.key == "target")
    )
    chosen = [row for row in listed if row["role"] == target_role]
    if not chosen and others:
        chosen = list(listed)
    targets: list[Target] = []
    for row in chosen:
        kind = "skill" if row["skill"] else "milestone"
        targets.append((kind, row[kind]))
    return tuple(dict.fromkeys(targets))


def read_role_title(db: Connection, role_slug: str) -> str:
    """The title of a role."""
    return str(core(db).scalar(select(role.c.title).where(role.c.slug == role_slug)))


def _requirements() -> Select[tuple[str, str, str, str, str, str]]:
    """Every requirement with its role, and the skill or milestone it asks for."""
    return (
        select(
            requirement.c.slug,
            requirement.c.weight,
            requirement.c.level,
            role.c.slug.label("role"),
            skill.c.slug.label("skill"),
            milestone.c.slug.label("milestone"),
        )
        .select_from(requirement)
        .join(role, role.c.id == requirement.c.role_id)
        .outerjoin(skill, skill.c.id == requirement.c.skill_id)
        .outerjoin(milestone, milestone.c.id == requirement.c.milestone_id)
    )
