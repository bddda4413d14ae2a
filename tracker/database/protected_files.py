"""Files that nothing else is written to: the database, its backups, any SQLite file."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tracker.database.backup_names import is_backup_name
from tracker.database.connect import SIDE_ENDS, SQLITE_HEAD
from tracker.system import begins_with


def say_protection(place: Path, database: str) -> str:
    """Why no command writes to `place`, as a sentence without its full stop.

    Empty where nothing speaks against it. By any name or link, these are protected: the
    `database`, its backups and the names for them, SQLite files, and the files that
    SQLite puts beside one.
    """
    names = (database, os.path.realpath(database))
    if any(is_same_file(place, file) for name in names for file in _files_of(name)):
        return f"{place} belongs to the database"
    for file in _files_beside(os.path.realpath(place)):
        if any(is_backup_name(file, Path(name)) for name in names):
            return f"{place} has the name of a backup of the database"
        if is_sqlite(file):
            return f"{place} is, or belongs to, a SQLite database"
    return ""


def is_same_file(place: Path, file: str | Path) -> bool:
    """Whether two names are one file, through links too; it need not exist."""
    if os.path.realpath(place) == os.path.realpath(file):
        return True
    with suppress(OSError):  # a file is not there
        return place.samefile(file)
    return False


def _files_of(database: str) -> list[str]:
    """The database, and the files that SQLite puts beside it."""
    return [f"{database}{end}" for end in ("", *SIDE_ENDS)]


def _files_beside(name: str) -> Iterator[Path]:
    """The file of that name, and the database that it would stand beside."""
    yield Path(name)
    for end in SIDE_ENDS:
        if name.endswith(end):
            yield Path(name.removesuffix(end))


def is_sqlite(place: Path) -> bool:
    """Whether SQLite, or nobody that we can ask, wrote a file."""
    try:
        return place.is_file() and begins_with(place, SQLITE_HEAD)
    except PermissionError:
        return True
    except OSError:  # no such name
        return False
