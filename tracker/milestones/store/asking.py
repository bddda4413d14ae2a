"""What roles ask for, as far as milestones answer it."""

from sqlalchemy import Connection, select

from tracker.database.schema.milestones import milestone
from tracker.database.schema.readiness import requirement, role, skill
from tracker.milestones.rules.asking import Asked


def asked(db: Connection, role_slug: str) -> list[Asked]:
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
    return [Asked(**row) for row in db.execute(chosen).mappings()]


def role_title(db: Connection, role_slug: str) -> str:
    """The title of a role."""
    return str(db.scalar(select(role.c.title).where(role.c.slug == role_slug)))
