"""Create the database: whole, beside its place, then moved there in one step."""

import os
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path

from sqlalchemy import Connection

from tracker.database import triggers
from tracker.database.backups import put_in_place
from tracker.database.bridge import sqlalchemy_over
from tracker.database.connect import (
    USE_ANOTHER,
    Where,
    connect,
    make_private,
    translated,
)
from tracker.database.history import transaction
from tracker.database.revisions import revisions
from tracker.database.schema.tables import metadata
from tracker.database.seed.sync import sync
from tracker.errors import DatabaseProblem
from tracker.paths import seed_folder

# As Alembic creates it; a test compares the two.
VERSION_TABLE = """CREATE TABLE alembic_version (
\tversion_num VARCHAR(32) NOT NULL, \n\t\
CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"""
STALE_SECONDS = 3600


def create_database(where: Where, remark: Callable[[str], None]) -> None:
    """Create the database, unless another process just did; never half of one.

    Raises DatabaseProblem if the folder or the file cannot be created.
    """
    place = Path(where)
    with temporary_beside(place) as fresh:
        items = fill_database(fresh)
        is_new = put_in_place(fresh, place)
    if is_new:
        remark(f"Created {place} with the guide's {items} items.")


@contextmanager
def temporary_beside(place: Path) -> Iterator[Path]:
    """A path beside `place` to create a database at; it is removed at the end.

    Creates the folder. Raises DatabaseProblem if the folder or the file cannot be
    created.
    """
    make_private(place.parent)
    remove_stale_files(place)
    fresh = place.with_name(f"{place.name}.new-{secrets.token_hex(4)}")
    try:
        with translated(place):
            yield fresh
    except OSError as fault:
        raise DatabaseProblem(
            f"{place} cannot be created: {os.strerror(fault.errno or 0)}.",
            USE_ANOTHER,
        ) from fault
    finally:
        for left in (fresh, Path(f"{fresh}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def list_stale_files(place: Path) -> list[Path]:
    """Files that first runs and backups left beside `place` when they were killed.

    Only files older than an hour, since a younger one may still be in use.
    """
    oldest = time.time() - STALE_SECONDS
    name = escape(place.name)
    unfinished = [
        *place.parent.glob(f"{name}.new-*"),
        *place.parent.glob(f"{name}.backup-*.part-*"),
    ]
    return [path for path in unfinished if _read_mtime(path) < oldest]


def remove_stale_files(place: Path) -> None:
    """Remove the files that killed first runs and backups left."""
    for stale in list_stale_files(place):
        with suppress(OSError):
            stale.unlink(missing_ok=True)


def create_schema(raw: sqlite3.Connection, db: Connection) -> None:
    """Create the tables and triggers of the newest revision, in a transaction.

    The only row is the revision.
    """
    metadata.create_all(db, checkfirst=False)
    raw.execute(VERSION_TABLE)
    raw.execute("insert into alembic_version values (?)", [revisions()[-1]])
    triggers.remake(raw)


def fill_database(fresh: Path) -> int:
    """Create a database at `fresh`, for its owner only; return its number of items.

    Raises OSError if `fresh` exists or cannot be created.
    """
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(connect(fresh, write=True)) as raw,
        sqlalchemy_over(raw) as db,
        transaction(raw),
    ):
        create_schema(raw, db)
        return len(sync(db, Path(seed_folder())).items)


def _read_mtime(path: Path) -> float:
    """When the file was last written; now, if another first run just removed it."""
    try:
        return path.stat().st_mtime
    except OSError:
        return time.time()
