"""Open the database for a command: create it if missing, migrate it if old."""

import os
import sqlite3
from collections.abc import Callable

from tracker.database.connect import (
    Where,
    connect,
    database_exists,
    has_unfinished,
    translated,
)
from tracker.database.revisions import (
    has_our_tables,
    read_revision,
    revisions,
)
from tracker.errors import DatabaseProblem
from tracker.system import open_to_read, read_at


def open_current(path: Where, *, remark: Callable[[str], None]) -> sqlite3.Connection:
    """An open connection to a database of the newest revision; it can only read.

    Creates the database if there is none, and migrates an older one; each is said with
    `remark`. Raises DatabaseProblem if the file is no tracker database or a newer
    tracker's.
    """
    if not database_exists(path):
        # Only a first run needs SQLAlchemy.
        from tracker.database.create import create_database

        create_database(path, remark)
    elif has_unfinished(path):
        # Only after a command was killed there.
        from tracker.database.unfinished import remove_unfinished

        remove_unfinished(path)
    db, revision = open_unmigrated(path)
    if revision != revisions()[-1]:
        db.close()
        # Only a migration needs SQLAlchemy and Alembic.
        from tracker.database.migrate import migrate

        migrate(path, remark)
        db, _ = open_unmigrated(path)
    return db


def count_writes(path: Where) -> tuple[int, int]:
    """How many writes SQLite counted in the file at `path`, and how many tracker did.

    Call it only while this process has no connection to it: POSIX drops the locks of a
    file where any of its descriptors is closed. They differ too where SQLite does not
    count, in the mode `wal`. Where there is no file, or none that can be read, they do
    not: SQLite says why.
    """
    try:
        file = open_to_read(path)
    except OSError:
        return 0, 0
    try:
        head = read_at(file, 72, 0)
    except OSError:
        return 0, 0
    finally:
        os.close(file)
    own = -1 if head[18:20] == b"\2\2" else int.from_bytes(head[68:72], "big")
    return int.from_bytes(head[24:28], "big"), own


def open_unmigrated(path: Where) -> tuple[sqlite3.Connection, str]:
    """An open connection to a tracker database, however old, and its revision.

    Raises DatabaseProblem if the file is no tracker database, or a newer tracker's.
    """
    with translated(path):
        db = connect(path, write=False)
        try:
            return db, check_revision(path, db)
        except BaseException:
            db.close()
            raise


def check_revision(path: Where, db: sqlite3.Connection) -> str:
    """The revision of the database at `path`.

    Raises DatabaseProblem where this tracker has no such revision: a newer tracker
    wrote the file, or another program did.
    """
    try:
        revision = read_revision(db)
    except sqlite3.OperationalError as fault:
        if "no such" not in str(fault):
            raise
        revision = ""
    if revision in revisions():
        return revision
    # Only a file that is not as tracker left it needs these.
    from tracker.database.repairs import not_ours, replacement_hint

    if not has_our_tables(db):
        raise not_ours(path)
    if not revision:
        raise DatabaseProblem(
            f"{path} is damaged: its revision is missing.", replacement_hint(path)
        )
    raise DatabaseProblem(
        f"{path} was written by a newer tracker (revision {revision}), or is damaged; "
        "nothing was changed.",
        f"Install the newest tracker, then try again.\n{replacement_hint(path)}",
    )
