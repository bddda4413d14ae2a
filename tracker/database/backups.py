"""Backups of the database beside it: those asked for, and those before large changes.

Of the latter the last ten stay; the former stay until a person removes them.
"""

import errno
import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tracker.clock import machine_zone, read_clock
from tracker.database.backup_names import Backup, list_backups, new_names
from tracker.database.connect import connect, database_exists, translated
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


def make_backup(place: Path, reason: str, sparing: Path | None = None) -> Path:
    """Back up the database at `place` beside it, remove old backups, return its path.

    `reason` is one of BACKUP_REASONS, for its name. The backup `sparing` stays, however
    old. Raises DatabaseProblem if the backup cannot be written.
    """
    backup = _copy_beside(place, reason)
    _drop_oldest(place, sparing)
    return backup


@contextmanager
def backup_if_needed(
    place: Path, reason: str, remark: Callable[[str], None]
) -> Iterator[Callable[[], None]]:
    """A backup that stays, and is said with `remark`, only if the yielded function runs.

    So a merge that brings nothing, or that is refused, leaves none. Where there is no
    database yet, there is nothing to back up. Raises as `make_backup`.
    """
    if not database_exists(place):
        yield lambda: None
        return
    backup = _copy_beside(place, reason)
    is_needed = False

    def keep() -> None:
        nonlocal is_needed
        is_needed = True
        remark(f"Backup first: {backup.name}")

    try:
        yield keep
    finally:
        if is_needed:
            _drop_oldest(place, sparing=None)
        else:
            backup.unlink(missing_ok=True)


def _copy_beside(place: Path, reason: str) -> Path:
    try:
        return _next(place, reason, copy_database)
    except FileProblem as fault:
        raise DatabaseProblem(
            f"The database could not be backed up: {fault.message}", fault.hint
        ) from fault


def save_damaged(place: Path, reason: str) -> Path:
    """Back up a damaged file byte by byte, with its journal; SQLite cannot read it."""

    def copy_bytes(source: Path, target: Path) -> None:
        for end in ("", "-journal"):
            if Path(f"{source}{end}").exists():
                shutil.copy(f"{source}{end}", f"{target}{end}")

    return _next(place, reason, copy_bytes)


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


def _next(place: Path, reason: str, write: Callable[[Path, Path], None]) -> Path:
    """Let `write` make the next backup; take one number more if that name is taken."""
    now = read_clock(os.environ, machine_zone(os.environ))
    for backup in new_names(place, reason, now):
        with suppress(Refused):
            write(place, backup)
            return backup
    raise AssertionError("names never run out")


def _drop_oldest(place: Path, sparing: Path | None) -> None:
    """Remove automatic backups past the last ten, or past 500 MB before the newest two."""
    size = 0
    automatic = [backup for backup in list_backups(place) if not backup.is_asked]
    for position, backup in enumerate(reversed(automatic)):
        if position >= NEVER_REMOVED:
            size += backup.path.stat().st_size
        is_too_many = position >= MOST_BACKUPS or size > MOST_BYTES
        if is_too_many and not _is_spared(backup, sparing):
            for end in ("", "-journal"):
                Path(f"{backup.path}{end}").unlink(missing_ok=True)


def _is_spared(backup: Backup, sparing: Path | None) -> bool:
    return sparing is not None and sparing.samefile(backup.path)
