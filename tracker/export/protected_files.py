"""Files that no export writes to, with --force either: the database, and its inputs."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tracker.errors import Refused
from tracker.export.funder_files import form_folders
from tracker.export.output_file import OUTPUT
from tracker.paths import seed_folder

# The first 16 bytes of every SQLite file.
_SQLITE = b"SQLite format 3\0"
# What SQLite adds to the name of a database for the files beside it.
_BESIDE = ("", "-journal", "-wal", "-shm")


def check_unprotected(
    place: Path, database: str, inputs: Iterable[Path], option: str = OUTPUT
) -> None:
    """Refuse the database by any name, any SQLite file, and what this export reads.

    `inputs` are its files of answers and budgets; it also reads each funder's form.
    `option` is where `place` was typed. Raises Refused.
    """
    if any(_is_same(place, file) for file in _files_of(database)):
        reason = f"{place} belongs to the database"
    elif _is_sqlite(place):
        reason = f"{place} is a SQLite database"
    elif any(_is_same(place, file) for file in inputs) or _is_form(place, database):
        reason = f"This export reads {place}"
    else:
        return
    raise Refused(
        f"{reason}; nothing was written.",
        f"Name another file with {option}.",
        without=[f"{option} --force"],
        added=[(option, "FILE")],
    )


def _files_of(database: str) -> Iterator[str]:
    """The database and the files that SQLite puts beside it, by both names of a link."""
    for name in (database, os.path.realpath(database)):
        for end in _BESIDE:
            yield f"{name}{end}"


def _is_same(place: Path, file: str | Path) -> bool:
    """Whether two names are one file, through links too; it need not exist."""
    if os.path.realpath(place) == os.path.realpath(file):
        return True
    with suppress(OSError):  # a file is not there
        return place.samefile(file)
    return False


def _is_sqlite(place: Path) -> bool:
    """Whether SQLite, or nobody that we can ask, wrote a file."""
    try:
        if not place.is_file():
            return False
        with place.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except PermissionError:
        return True
    except OSError:  # no such name
        return False


def _is_form(place: Path, database: str) -> bool:
    """Whether a file would be read as a funder's form, from now on at the latest."""
    real = Path(os.path.realpath(place))
    folders = map(os.path.realpath, form_folders(seed_folder(), database))
    return real.suffix == ".toml" and str(real.parent) in folders
