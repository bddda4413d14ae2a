"""Create the database: whole, beside its place, then moved there in one step."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tracker.database.backup_names import say_backups
from tracker.database.connect import USE_ANOTHER, Where, connect, translated
from tracker.database.fresh_schema import create_schema
from tracker.database.history import transaction
from tracker.database.seed.sync import sync
from tracker.database.unfinished import (
    database_folder,
    put_in_place,
    write_private,
)
from tracker.errors import DatabaseProblem
from tracker.paths import seed_folder
from tracker.system import say_reason, say_remove


def create_database(where: Where, remark: Callable[[str], None]) -> None:
    """Create the database, unless another process just did; never half of one.

    Raises DatabaseProblem if the folder or the file cannot be created, or if it is a
    link to a file that is gone, as on a disk that is not there.
    """
    place = Path(where)
    with temporary_beside(place) as fresh:
        items = fill_database(fresh)
        is_new = put_in_place(fresh, place)
    if not is_new and not place.exists():
        raise DatabaseProblem(
            f"{place} is a link to {os.path.realpath(place)}, which does not exist."
            f"{say_backups(place)}",
            f"Plug in the disk of that file, or remove the link: {say_remove(str(place))}",
        )
    if is_new:
        remark(f"Created {place} with the guide's {items} items.{say_backups(place)}")


@contextmanager
def temporary_beside(place: Path) -> Iterator[Path]:
    """A path beside `place` to create a database at; it is removed at the end.

    Creates the folder. Raises DatabaseProblem if the folder or the file cannot be
    created.
    """
    with database_folder(place) as folder, translated(place):
        try:
            yield folder / "new.db"
        except OSError as fault:
            raise DatabaseProblem(
                f"{place} cannot be created: {say_reason(fault)}.",
                USE_ANOTHER,
            ) from fault


def fill_database(fresh: Path) -> int:
    """Create a database at `fresh`, for its owner only; return its number of items.

    Raises OSError if `fresh` exists or cannot be created.
    """
    write_private(fresh, b"")
    with closing(connect(fresh, write=True)) as raw:
        return fill_empty(raw)


def fill_empty(raw: sqlite3.Connection) -> int:
    """Create tables and curriculum in an empty database; return its number of items."""
    with transaction(raw):
        create_schema(raw)
        return len(sync(raw, Path(seed_folder())).items)
