"""Which revisions this tracker has, and which one a database is of."""

import os
import sqlite3
from functools import cache

from tracker.paths import migrations_folder

REVISION = "select version_num from alembic_version"
# Tables that every tracker database has had; no other program has all four.
OUR_TABLES = ("command", "item", "running", "session")
TABLES = "select name from sqlite_master where type = 'table'"


@cache
def revisions() -> tuple[str, ...]:
    """The revisions, oldest first, by the names of the files in migrations/versions.

    A file is named by its revision and what it does: 0001_create_the_first_schema.py.
    """
    names = os.listdir(os.path.join(migrations_folder(), "versions"))
    return tuple(sorted(name.split("_")[0] for name in names if name.endswith(".py")))


def read_revision(db: sqlite3.Connection) -> str:
    """The revision of the database; empty where it names none.

    Raises sqlite3.OperationalError where it has no table of revisions.
    """
    row = db.execute(REVISION).fetchone()
    return str(row[0]) if row else ""


def has_our_tables(db: sqlite3.Connection) -> bool:
    """Whether tracker made the database, whatever its revision."""
    tables = {name for (name,) in db.execute(TABLES)}
    return tables.issuperset(OUR_TABLES)
