"""Checks of an open database in SQL: is the file whole, and what state is it in."""

import sqlite3

INTEGRITY = "pragma integrity_check(20)"
BROKEN_LINKS = "pragma foreign_key_check"
RUNNING_COMMANDS = "select count(*) from running"
SEED_DIGEST = "select digest from seed_state"


def read_damage(db: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with the file; raises OperationalError for a lock."""
    try:
        messages = [str(row[0]) for row in db.execute(INTEGRITY)]
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as fault:
        messages = [str(fault)]
    return [message for message in messages if message != "ok"]


def read_broken_links(db: sqlite3.Connection) -> list[tuple[str, int, str]]:
    """Rows that refer to rows which do not exist: table, row, table referred to."""
    rows = db.execute(BROKEN_LINKS)
    return [(table, number, target) for table, number, target, _ in rows]


def has_running_command(db: sqlite3.Connection) -> bool:
    """Whether a command is marked as running; later ones would be recorded with it."""
    return bool(db.execute(RUNNING_COMMANDS).fetchone()[0])


def read_seed_digest(db: sqlite3.Connection) -> str | None:
    """The digest of the shipped curriculum that the database was last synced with."""
    row = db.execute(SEED_DIGEST).fetchone()
    return row[0] if row else None
