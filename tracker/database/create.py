"""The first run: a whole database made beside its place, then put there in one step."""

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
from tracker.database.connect import Where, connect, make_private, translated
from tracker.database.history import transaction
from tracker.database.revisions import revisions
from tracker.database.schema.tables import metadata
from tracker.database.seeding.sync import sync
from tracker.errors import DatabaseProblem
from tracker.paths import seed_folder

# As Alembic makes it; a test compares the two.
VERSION_TABLE = """CREATE TABLE alembic_version (
\tversion_num VARCHAR(32) NOT NULL, \n\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"""
STALE_SECONDS = 3600


def create_database(where: Where, remark: Callable[[str], None]) -> None:
    """Make the database `where` it is asked for, unless another process just did; neither leaves half of one.

    Raises DatabaseProblem where the folder or the file cannot be made.
    """
    place = Path(where)
    with temporary_beside(place) as fresh:
        items = fill_database(fresh)
        made = put_in_place(fresh, place)
    if made:
        remark(f"Made {place}: the guide's {items} items, and nothing of yours yet.")


@contextmanager
def temporary_beside(place: Path) -> Iterator[Path]:
    """A name beside `place` for a database that is whole before it goes there; what is left under it is removed.

    Makes the folder. Raises DatabaseProblem where the folder or the file cannot be made.
    """
    make_private(place.parent)
    remove_stale_files(place)
    fresh = place.with_name(f"{place.name}.new-{secrets.token_hex(4)}")
    try:
        with translated(place):
            yield fresh
    except OSError as fault:
        raise DatabaseProblem(
            f"{place} cannot be made: {os.strerror(fault.errno or 0)}.",
            "Name another place with --db.",
        ) from fault
    finally:
        for left in (fresh, Path(f"{fresh}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def list_stale_files(place: Path) -> list[Path]:
    """What first runs and backups that were killed over an hour ago left beside `place`."""
    past = time.time() - STALE_SECONDS
    name = escape(place.name)
    found = (
        left
        for kind in (".new-*", ".backup-*.part-*")
        for left in place.parent.glob(f"{name}{kind}")
    )
    return [left for left in found if _written(left) < past]


def remove_stale_files(place: Path) -> None:
    """Remove what killed first runs and backups left."""
    for left in list_stale_files(place):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def create_schema(own: sqlite3.Connection, db: Connection) -> None:
    """Make all tables and triggers of the newest revision, in the caller's transaction, and no row but the revision."""
    metadata.create_all(db, checkfirst=False)
    own.execute(VERSION_TABLE)
    own.execute("insert into alembic_version values (?)", [revisions()[-1]])
    triggers.remake(own)


def fill_database(fresh: Path) -> int:
    """Make a whole database at `fresh`, for its owner alone, and return how many items it has.

    Raises OSError where something is there already, or nothing can be.
    """
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(connect(fresh, write=True)) as own,
        sqlalchemy_over(own) as db,
        transaction(own),
    ):
        create_schema(own, db)
        return len(sync(db, Path(seed_folder())).items)


def _written(left: Path) -> float:
    """When `left` was last written; what another first run just removed is as good as new."""
    try:
        return left.stat().st_mtime
    except OSError:
        return time.time()
