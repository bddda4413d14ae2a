"""Settings that name something: the role one wants, and which kind of it."""

from sqlite3 import Connection

from tracker.database.settings import read_settings
from tracker.errors import Refused
from tracker.text.names import Name, choose, split_aka

ROLES = "select slug, title, does from role order by position"
VARIANTS = """select role_variant.slug, role_variant.title from role_variant join role on role.id = role_variant.role_id
              where role.slug = :role order by role_variant.position"""


def setting_named(db: Connection, key: str, value: str) -> str:
    """`value`, or where `key` names a role or a variant, the slug it means.

    Raises NotFound or Ambiguous for a name of none or of two, Refused for a variant of a role that is not chosen.
    """
    if key == "target":
        return choose(
            value,
            [
                Name(slug, title, split_aka(does))
                for slug, title, does in db.execute(ROLES)
            ],
            "role",
        ).slug
    if key == "variant":
        return choose(value, _variants(db), "variant").slug
    return value


def _variants(db: Connection) -> list[Name]:
    role = read_settings(db).get("target")
    found = [Name(slug, title) for slug, title in db.execute(VARIANTS, {"role": role})]
    if not found:
        raise Refused(
            f"{role} has no variants."
            if role
            else "A variant is a kind of the role you want, and none is set.",
            "tracker target ROLE sets the role.",
        )
    return found
