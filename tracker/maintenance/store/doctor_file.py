"""Whether the file is whole: SQLite's own checks, and its tables and triggers against freshly made ones."""

import sqlite3
from contextlib import closing

from tracker.database.bridge import sqlalchemy_over
from tracker.database.create import create_schema
from tracker.database.history import transaction
from tracker.database.schema_facts import schema_facts
from tracker.maintenance.rules.findings import Finding, differing

INTEGRITY = "pragma integrity_check(20)"
BROKEN_LINKS = "pragma foreign_key_check"
LEFT_RUNNING = "select count(*) from running"


def damage(db: sqlite3.Connection) -> list[Finding]:
    """What SQLite finds wrong with the file itself."""
    try:
        said = [str(row[0]) for row in db.execute(INTEGRITY)]
    except sqlite3.OperationalError:  # locked, say: no fault of the file
        raise
    except sqlite3.DatabaseError as fault:
        said = [str(fault)]
    return [damaged(line) for line in said if line != "ok"]


def damaged(said: str) -> Finding:
    """What SQLite said of a damaged file."""
    return Finding("damage", f"The file is damaged: {said}.")


def broken_links(db: sqlite3.Connection) -> list[Finding]:
    """Rows that refer to rows which are not there."""
    return [
        Finding(
            "link",
            f"Row {row} of {table} refers to a row of {target} that is not there.",
        )
        for table, row, target, _ in db.execute(BROKEN_LINKS)
    ]


def altered(db: sqlite3.Connection) -> list[Finding]:
    """Tables, indexes and triggers that are not as a first run would make them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        with sqlalchemy_over(fresh) as core, transaction(fresh):
            create_schema(fresh, core)
        wanted = schema_facts(fresh)
    return differing(schema_facts(db), wanted)


def unfinished(db: sqlite3.Connection) -> list[Finding]:
    """A command that was committed as running, so that later ones would be kept as its own."""
    if db.execute(LEFT_RUNNING).fetchone()[0]:
        return [Finding("running", "A command is marked as running, and none is.")]
    return []
