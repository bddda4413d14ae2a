"""Copies of the database beside it: made before anything large, the last ten kept."""

import errno
import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path

from tracker.database.connect import connect, translated
from tracker.errors import DatabaseProblem, FileProblem, Refused

KEPT = 10
NEVER_REMOVED = 2
MOST_BYTES = 500 * 1024 * 1024
ITS_RIGHTS, MAKE_ROOM = "Check the rights of its folder.", "Make room there."
CURES = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), ITS_RIGHTS),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), MAKE_ROOM),
    **dict.fromkeys(
        (errno.ENOENT, errno.ENOTDIR), "Name a file in a folder that is there."
    ),
}


def make_backup(place: Path, before: str, sparing: Path | None = None) -> Path:
    """Copy the database at `place` to a backup beside it, named for what it precedes; drop the oldest; return its path.

    The last ten stay, at most 500 MB of them beyond the newest two, and `sparing` whatever its age. Raises
    DatabaseProblem where it cannot be written.
    """
    try:
        backup = _next(place, before, copy_database)
    except FileProblem as fault:
        raise DatabaseProblem(
            f"No backup could be made: {fault.message}", fault.hint
        ) from fault
    _drop_oldest(place, sparing)
    return backup


def save_damaged(place: Path, before: str) -> Path:
    """Keep what lies at `place` byte for byte, its journal too, as a backup that SQLite could not have made."""

    def bytes_of(source: Path, target: Path) -> None:
        for end in ("", "-journal"):
            if Path(f"{source}{end}").exists():
                shutil.copy(f"{source}{end}", f"{target}{end}")

    return _next(place, before, bytes_of)


def list_backups(place: Path) -> list[Path]:
    """The backups beside `place`, oldest first."""
    found = place.parent.glob(f"{escape(place.name)}.backup-????-before-*")
    backups = [
        old
        for old in found
        if ".part-" not in old.name and not old.name.endswith("-journal")
    ]
    return sorted(backups, key=lambda old: (_number(old, place), old.name))


def copy_database(source: Path, target: Path) -> None:
    """Copy a database with sqlite3's backup API to a new file, for its owner alone; half a copy never bears the name.

    Raises Refused where there is a `target`, FileProblem where it is a folder or cannot be written, DatabaseProblem
    where `source` cannot be read.
    """
    if target.is_dir():
        raise FileProblem(
            f"{target} is a folder.", f"Name a file in it: {target / source.name}"
        )
    part = target.with_name(f"{target.name}.part-{secrets.token_hex(4)}")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with (
            translated(source),
            closing(connect(source, write=False)) as old,
            closing(sqlite3.connect(part)) as new,
        ):
            old.execute(
                "pragma schema_version"
            ).fetchone()  # what cannot be read fails here, and is `source`
            with _written_to(target):
                copy_into(old, new)
        if not put_in_place(part, target):
            raise Refused(
                f"{target} is there already; it was not touched.",
                "Name a file that is not there yet.",
            )
    except OSError as fault:
        hint = CURES.get(fault.errno or 0, "Name another file, or check the disk.")
        raise FileProblem(
            f"{target} cannot be written: {os.strerror(fault.errno or 0)}.", hint
        ) from fault
    finally:
        for left in (part, Path(f"{part}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def copy_into(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Make `new` what `old` is, in one transaction of `new`. By itself, sqlite3 would wait for a lock for ever."""

    def stop(status: int, _remaining: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise sqlite3.OperationalError("database is locked")

    old.backup(new, progress=stop)


def put_in_place(fresh: Path, place: Path) -> bool:
    """Link `fresh` to `place`, which fails if it is taken; rename, after a second look, where links are refused."""
    try:
        place.hardlink_to(fresh)
    except FileExistsError:
        return False
    except OSError:
        if place.exists():
            return False
        fresh.rename(place)
    return True


@contextmanager
def _written_to(target: Path) -> Iterator[None]:
    """A copy's full disk or short file is the target's, not the database's."""
    try:
        yield
    except sqlite3.OperationalError as fault:
        if not any(part in str(fault) for part in ("full", "I/O", "readonly")):
            raise
        hint = ITS_RIGHTS if "readonly" in str(fault) else MAKE_ROOM
        raise FileProblem(f"{target} cannot be written: {fault}.", hint) from fault


def _next(place: Path, before: str, write: Callable[[Path, Path], None]) -> Path:
    """Let `write` make the backup of the next number; one more where another process just took that."""
    number = max((_number(old, place) for old in list_backups(place)), default=0)
    while True:
        number += 1
        backup = place.with_name(f"{place.name}.backup-{number:04}-before-{before}")
        with suppress(Refused):
            write(place, backup)
            return backup


def _number(backup: Path, place: Path) -> int:
    told = backup.name.removeprefix(f"{place.name}.backup-").partition("-")[0]
    return int(told) if told.isdigit() else 0


def _drop_oldest(place: Path, sparing: Path | None) -> None:
    """Remove the oldest, so far as there are over ten or the ones before the newest two are over 500 MB."""
    so_far = 0
    for position, backup in enumerate(reversed(list_backups(place))):
        so_far += backup.stat().st_size if position >= NEVER_REMOVED else 0
        too_many = position >= KEPT or so_far > MOST_BYTES
        if too_many and not (sparing and sparing.samefile(backup)):
            for end in ("", "-journal"):
                Path(f"{backup}{end}").unlink(missing_ok=True)
