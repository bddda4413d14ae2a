"""Backups of the database beside it: made before large changes, the last ten kept."""

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
from tracker.limits import MOST_BACKUPS, MOST_BYTES, NEVER_REMOVED

CHECK_PERMISSIONS = "Check the permissions of its folder."
FREE_SPACE = "Free some space there."
HINTS = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), CHECK_PERMISSIONS),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), FREE_SPACE),
    **dict.fromkeys(
        (errno.ENOENT, errno.ENOTDIR), "Choose a file in a folder that exists."
    ),
}


def make_backup(place: Path, before: str, sparing: Path | None = None) -> Path:
    """Back up the database at `place` beside it, remove old backups, return its path.

    `before` says what comes next, for its name. The backup `sparing` stays, however
    old. Raises DatabaseProblem if the backup cannot be written.
    """
    try:
        backup = _next(place, before, copy_database)
    except FileProblem as fault:
        raise DatabaseProblem(
            f"The database could not be backed up: {fault.message}", fault.hint
        ) from fault
    _drop_oldest(place, sparing)
    return backup


def save_damaged(place: Path, before: str) -> Path:
    """Back up a damaged file byte by byte, with its journal; SQLite cannot read it."""

    def copy_bytes(source: Path, target: Path) -> None:
        for end in ("", "-journal"):
            if Path(f"{source}{end}").exists():
                shutil.copy(f"{source}{end}", f"{target}{end}")

    return _next(place, before, copy_bytes)


def list_backups(place: Path) -> list[Path]:
    """The backups beside `place`, oldest first."""
    paths = place.parent.glob(f"{escape(place.name)}.backup-????-before-*")
    backups = [path for path in paths if _is_finished(path)]
    return sorted(backups, key=lambda path: (_number(path, place), path.name))


def copy_database(source: Path, target: Path) -> None:
    """Copy a database to the new file `target`, for its owner only, or not at all.

    Raises Refused if `target` exists, FileProblem if it is a folder or cannot be
    written, DatabaseProblem if `source` cannot be read.
    """
    if target.is_dir():
        raise FileProblem(
            f"{target} is a folder.",
            f"Choose a file in it, such as {target / source.name}.",
            typed=str(target),
            instead=["FILE"],
        )
    part = target.with_name(f"{target.name}.part-{secrets.token_hex(4)}")
    try:
        _copy_to_part(source, part, target)
        if not put_in_place(part, target):
            raise Refused(
                f"{target} exists already; it was not changed.",
                "Choose a new file name.",
                typed=str(target),
                instead=["FILE"],
            )
    except OSError as fault:
        hint = HINTS.get(fault.errno or 0, "Choose another file, or check the disk.")
        raise FileProblem(
            f"{target} cannot be written: {os.strerror(fault.errno or 0)}.", hint
        ) from fault
    finally:
        for unfinished in (part, Path(f"{part}-journal")):
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def _copy_to_part(source: Path, part: Path, target: Path) -> None:
    """Copy `source` to `part`, which will be `target`."""
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        translated(source),
        closing(connect(source, write=False)) as original,
        closing(sqlite3.connect(part)) as copy,
    ):
        # If the source cannot be read, it fails here, not as the target's error.
        original.execute("pragma schema_version").fetchone()
        with _blame_target(target):
            copy_into(original, copy)


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy `source` over `target`, in one transaction of `target`.

    Raises sqlite3.OperationalError if either is locked; sqlite3 alone would wait for
    ever.
    """

    def stop(status: int, _remaining: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise sqlite3.OperationalError("database is locked")

    source.backup(target, progress=stop)


def put_in_place(fresh: Path, place: Path) -> bool:
    """Give the file `fresh` the name `place`; False if that name is taken.

    A hard link is safe when two processes do this at once. Where links are not allowed,
    the file is renamed.
    """
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
def _blame_target(target: Path) -> Iterator[None]:
    """Raise FileProblem for `target` where its disk is full or it cannot be written."""
    try:
        yield
    except sqlite3.OperationalError as fault:
        if not any(part in str(fault) for part in ("full", "I/O", "readonly")):
            raise
        hint = CHECK_PERMISSIONS if "readonly" in str(fault) else FREE_SPACE
        raise FileProblem(f"{target} cannot be written: {fault}.", hint) from fault


def _next(place: Path, before: str, write: Callable[[Path, Path], None]) -> Path:
    """Let `write` make the next backup; take one number more if that name is taken."""
    number = max((_number(old, place) for old in list_backups(place)), default=0)
    while True:
        number += 1
        backup = place.with_name(f"{place.name}.backup-{number:04}-before-{before}")
        with suppress(Refused):
            write(place, backup)
            return backup


def _number(backup: Path, place: Path) -> int:
    """The number in a backup's name: 7 for tracker.db.backup-0007-before-merge."""
    digits = backup.name.removeprefix(f"{place.name}.backup-").partition("-")[0]
    return int(digits) if digits.isdigit() else 0


def _is_finished(path: Path) -> bool:
    return ".part-" not in path.name and not path.name.endswith("-journal")


def _drop_oldest(place: Path, sparing: Path | None) -> None:
    """Remove backups past the last ten, or past 500 MB before the newest two."""
    size = 0
    for position, backup in enumerate(reversed(list_backups(place))):
        if position >= NEVER_REMOVED:
            size += backup.stat().st_size
        is_too_many = position >= MOST_BACKUPS or size > MOST_BYTES
        if is_too_many and not (sparing and sparing.samefile(backup)):
            for end in ("", "-journal"):
                Path(f"{backup}{end}").unlink(missing_ok=True)
