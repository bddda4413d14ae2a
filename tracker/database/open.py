"""Opening the file as a command needs it: made where it is missing, brought up to date where it is behind."""

import sqlite3
from collections.abc import Callable

from tracker.database.connect import Where, connect, database_exists, translated
from tracker.database.revisions import has_our_tables, read_revision, revisions
from tracker.errors import DatabaseProblem


def open_current(path: Where, *, remark: Callable[[str], None]) -> sqlite3.Connection:
    """An open connection to a database of the newest revision, held to reading until `allow` lets it write.

    Makes the database where there is none and migrates it where it is behind, and says so by `remark`. Raises
    DatabaseProblem where the file is no tracker database, or a newer tracker's.
    """
    if not database_exists(path):
        from tracker.database.create import (
            create_database,
        )  # a first run alone needs SQLAlchemy

        create_database(path, remark)
    db, found = open_unmigrated(path)
    if found == revisions()[-1]:
        return db
    db.close()
    from tracker.database.migrate import migrate  # migration: SQLAlchemy, Alembic

    migrate(path, remark)
    with translated(path):
        return connect(path, write=False)


def open_unmigrated(path: Where) -> tuple[sqlite3.Connection, str]:
    """An open connection to a tracker database of whatever revision this tracker knows, and that revision.

    Raises DatabaseProblem where the file is no tracker database, or a newer tracker's.
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
    raise DatabaseProblem(
        f"{path} is a database, but not tracker's.", "Name another file with --db."
    )
