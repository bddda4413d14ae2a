"""Requirements of roles, as far as milestones can meet them."""

from sqlite3 import Connection

from tracker.milestones.rules.role_milestones import RoleMilestone

# A kind, `skill` or `milestone`, and its slug.
Target = tuple[str, str]

_REQUIREMENTS = """from requirement join role on role.id = role_id
                   left join skill on skill.id = skill_id
                   left join milestone on milestone.id = milestone_id"""
_OF_ROLE = f"""select requirement.slug, weight, skill.slug, level, milestone.slug
               {_REQUIREMENTS} where role.slug = ? order by requirement.position"""
_NAMED = f"""select iif(skill_id is null, 'milestone', 'skill'),
             coalesce(skill.slug, milestone.slug),
             role.slug is (select value from setting where key = 'target')
             {_REQUIREMENTS} where requirement.slug = ?
             order by role.position, requirement.position"""
_ROLE_TITLE = "select title from role where slug = ?"


def read_role_milestones(db: Connection, role_slug: str) -> list[RoleMilestone]:
    """The requirements of a role, in its order."""
    return [RoleMilestone(*row) for row in db.execute(_OF_ROLE, [role_slug])]


def requirement_targets(
    db: Connection, label: str, *, others: bool = True
) -> tuple[Target, ...]:
    """The skills and milestones that requirements with the slug `label` ask for.

    Only those of the target role, or where it has none, those of all roles (`others`).
    """
    rows = db.execute(_NAMED, [label]).fetchall()
    targets = [(kind, slug) for kind, slug, is_of_target in rows if is_of_target]
    if not targets and others:
        targets = [(kind, slug) for kind, slug, _ in rows]
    return tuple(dict.fromkeys(targets))


def read_role_title(db: Connection, role_slug: str) -> str:
    """The title of a role."""
    return str(db.execute(_ROLE_TITLE, [role_slug]).fetchone()[0])
