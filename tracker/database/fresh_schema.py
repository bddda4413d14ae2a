"""The schema of a new database, in a file or in memory."""

import sqlite3

from tracker.database import triggers
from tracker.database.history import transaction
from tracker.database.revisions import revisions
from tracker.database.short_check import mark_schema
from tracker.database.tables import our_tables

# As Alembic creates it; a test compares the two.
VERSION_TABLE = """CREATE TABLE alembic_version (
\tversion_num VARCHAR(32) NOT NULL, \n\t\
CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"""


def create_schema(raw: sqlite3.Connection) -> None:
    """Create the tables and triggers of the newest revision, in a transaction.

    The only row is the revision.
    """
    for table in our_tables():
        for sql in table.sql:
            raw.execute(sql)
    raw.execute(VERSION_TABLE)
    raw.execute("insert into alembic_version values (?)", [revisions()[-1]])
    triggers.remake(raw)
    mark_schema(raw)


def fresh_schema() -> sqlite3.Connection:
    """An open database in memory, with the schema and without rows, to compare with."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    with transaction(fresh):
        create_schema(fresh)
    return fresh
