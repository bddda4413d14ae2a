"""Open the database for a command: create it if missing, migrate it if old."""

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
    is_marked,
    read_revision,
    revisions,
)
from tracker.errors import DatabaseProblem


def open_current(path: Where, *, remark: Callable[[str], None]) -> sqlite3.Connection:
    """An open connection to a database of the newest revision; it can only read.

    Creates the database if there is none, migrates an older one, and remakes indexes
    and triggers that are missing; each is said with `remark`. Raises DatabaseProblem if
    the file is no tracker database or a newer tracker's, or if a table differs.
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
    try:
        with translated(path):
            if not is_marked(db):
                # Only a schema that another program changed needs SQLAlchemy.
                from tracker.database.schema_repair import repair_schema

                repair_schema(path, db, remark)
    except BaseException:
        db.close()
        raise
    return db


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
    revision = read_revision(db)
    if revision in revisions():
        return revision
    if revision and has_our_tables(db):
        raise DatabaseProblem(
            f"{path} was written by a newer tracker (revision {revision}); "
            "nothing was changed.",
            "Install the newest tracker, then try again.",
        )
    # Only such a file needs the names of its backups.
    from tracker.database.repairs import other_file_hint

    raise DatabaseProblem(
        f"{path} is a database, but not tracker's.", other_file_hint(path)
    )
