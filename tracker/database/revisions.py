"""Which revisions this tracker has, and which one a database is of."""

import os
import sqlite3
from functools import cache

from tracker.paths import migrations_folder

REVISION = "select version_num from alembic_version"
# Tables that every tracker database has had; no other program has all four.
OUR_TABLES = ("command", "item", "running", "session")
MARK = "pragma user_version"
TABLES = "select name from sqlite_master where type = 'table'"


@cache
def revisions() -> tuple[str, ...]:
    """The revisions, oldest first, by the names of the files in migrations/versions.

    A file is named by its revision and what it does: 0001_create_the_first_schema.py.
    """
    names = os.listdir(os.path.join(migrations_folder(), "versions"))
    return tuple(sorted(name.split("_")[0] for name in names if name.endswith(".py")))


# The schema is known by a number that SQLite counts up at each change, and by its size:
# a change by `pragma writable_schema` is not counted.
SCHEMA_VERSION = "pragma schema_version"
SCHEMA_SIZE = "select count(*), sum(rootpage), sum(length(sql)) from sqlite_master"


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


def is_marked(db: sqlite3.Connection) -> bool:
    """Whether the schema is as tracker left it; set_mark says so of it."""
    (mark,) = db.execute(MARK).fetchone()
    return bool(mark == _schema_size(db))


def set_mark(db: sqlite3.Connection) -> None:
    """Mark the schema as tracker's, in a number of the file's head that is for this."""
    db.execute(f"{MARK} = {_schema_size(db)}")


def _schema_size(db: sqlite3.Connection) -> int:
    """A number of 31 bits that differs for another schema."""
    number: int = db.execute(SCHEMA_VERSION).fetchone()[0]
    for part in db.execute(SCHEMA_SIZE).fetchone():
        number = number * 1009 + (part or 0)
    return number & 0x7FFFFFFF
