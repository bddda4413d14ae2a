"""Settings whose value is a name: the role you want, and the variant of it."""

from sqlite3 import Connection

from tracker.database.settings import read_settings
from tracker.errors import Refused
from tracker.milestones.store.role_names import find_role
from tracker.text.names import Name, choose

VARIANTS = """
    select role_variant.slug, role_variant.title
    from role_variant join role on role.id = role_variant.role_id
    where role.slug = :role
    order by role_variant.position
"""


def find_named_value(db: Connection, key: str, value: str) -> str:
    """`value`, or where `key` is `target` or `variant` the slug that it names.

    Raises NotFound or Ambiguous for a name of none or of two, Refused for a variant
    where no role is set, or the role has none.
    """
    if key == "target":
        return find_role(db, value)
    if key == "variant":
        return choose(value, _variants(db), "variant").slug
    return value


def _variants(db: Connection) -> list[Name]:
    role = read_settings(db).get("target")
    if not role:
        raise Refused(
            "You have not chosen a role yet, so it has no variants.",
            "Choose a role first: tracker target ROLE",
        )
    rows = db.execute(VARIANTS, {"role": role})
    variants = [Name(slug, title) for slug, title in rows]
    if not variants:
        raise Refused(
            f"{role} has no variants.", "To choose another role: tracker target ROLE"
        )
    return variants
