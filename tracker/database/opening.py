"""Opening the file as a command needs it: made where it is missing, brought up to date where it is behind."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from tracker.database.connect import connect, translated
from tracker.database.revisions import REVISION, revisions
from tracker.errors import DatabaseProblem


def open_current(path: Path, *, write: bool, remark: Callable[[str], None]) -> sqlite3.Connection:
    """An open connection to a database of the newest revision.

    Makes the database where there is none and migrates it where it is behind, and says so by `remark`. Raises
    DatabaseProblem where the file is no tracker database, or a newer tracker's.
    """
    if not path.exists():
        from tracker.database.making import make  # first run: SQLAlchemy, Alembic, msgspec

        make(path, remark)
    with translated(path):
        db = connect(path, write=write)
        try:
            found = _revision(path, db)
        except BaseException:
            db.close()
            raise
    if found == revisions()[-1]:
        return db
    db.close()
    from tracker.database.migrating import migrate  # migration: SQLAlchemy, Alembic

    migrate(path, remark)
    with translated(path):
        return connect(path, write=write)


def _revision(path: Path, db: sqlite3.Connection) -> str:
    row = db.execute(REVISION).fetchone()
    found = row[0] if row else ""
    if found in revisions():
        return str(found)
    if str(found) > revisions()[-1]:
        raise DatabaseProblem(
            f"{path} was written by a newer tracker (revision {found}); it was not touched.", "Update tracker."
        )
    raise DatabaseProblem(f"{path} is a database, but not tracker's.", "Name another file with --db.")
