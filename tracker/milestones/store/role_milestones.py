"""What roles ask for, as far as milestones answer it."""

from sqlalchemy import Connection, select

from tracker.database.schema.internals import setting
from tracker.database.schema.milestones import milestone
from tracker.database.schema.readiness import requirement, role, skill
from tracker.milestones.rules.role_milestones import RoleMilestone

# A kind, `skill` or `milestone`, and its slug.
Meant = tuple[str, str]


def read_role_milestones(db: Connection, role_slug: str) -> list[RoleMilestone]:
    """The requirements of a role, in its order."""
    chosen = (
        select(
            requirement.c.slug,
            requirement.c.weight,
            skill.c.slug.label("skill"),
            requirement.c.level,
            milestone.c.slug.label("milestone"),
        )
        .join(role, role.c.id == requirement.c.role_id)
        .outerjoin(skill, skill.c.id == requirement.c.skill_id)
        .outerjoin(milestone, milestone.c.id == requirement.c.milestone_id)
        .where(role.c.slug == role_slug)
        .order_by(requirement.c.position)
    )
    return [RoleMilestone(**row) for row in db.execute(chosen).mappings()]


def requirement_targets(
    db: Connection, label: str, *, others: bool = True
) -> tuple[Meant, ...]:
    """What requirements of that name ask for, each thing once: the target's; where it has none, those of `others`."""
    chosen = (
        select(
            role.c.slug.label("role"),
            skill.c.slug.label("skill"),
            milestone.c.slug.label("milestone"),
        )
        .select_from(requirement)
        .join(role, role.c.id == requirement.c.role_id)
        .outerjoin(skill, skill.c.id == requirement.c.skill_id)
        .outerjoin(milestone, milestone.c.id == requirement.c.milestone_id)
        .where(requirement.c.slug == label)
        .order_by(role.c.position, requirement.c.position)
    )
    rows = db.execute(chosen).mappings().all()
    target = db.scalar(select(setting.c.value).where(setting.c.key == "target"))
    mine = [row for row in rows if row["role"] == target]
    rows = mine or (rows if others else [])
    found = (
        ("skill", row["skill"]) if row["skill"] else ("milestone", row["milestone"])
        for row in rows
    )
    return tuple(dict.fromkeys(found))


def role_title(db: Connection, role_slug: str) -> str:
    """The title of a role."""
    return str(db.scalar(select(role.c.title).where(role.c.slug == role_slug)))
