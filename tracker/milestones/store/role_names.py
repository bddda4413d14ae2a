"""Roles by name."""

from sqlite3 import Connection

from tracker.text.names import Name, choose, split_aka

ROLES = "select slug, title, does from role order by position"


def find_role(db: Connection, typed: str) -> str:
    """The slug of the role that `typed` names. Raises NotFound or Ambiguous."""
    roles = [
        Name(slug, title, split_aka(does)) for slug, title, does in db.execute(ROLES)
    ]
    return choose(typed, roles, "role").slug
