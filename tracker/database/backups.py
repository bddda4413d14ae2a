"""Backups of the database beside it: those asked for, and those before large changes.

Of the latter the last ten stay; the former stay until a person removes them.
"""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from tracker.clock import read_clock, stamp_zone
from tracker.database.backup_names import Backup, list_backups, new_names
from tracker.database.connect import SIDE_ENDS, connect, database_exists, translated
from tracker.database.history import NO_OWN_WRITES
from tracker.database.locks import wait_for_lock
from tracker.database.unfinished import (
    put_in_place,
    unfinished_folder,
    write_private,
)
from tracker.errors import DatabaseProblem, FileProblem, Refused
from tracker.limits import MOST_BACKUPS, MOST_BYTES, NEVER_REMOVED
from tracker.system import say_reason

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
    with _copy_beside(place) as copy:
        backup = _name_backup(copy, place, reason)
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
    backups = list[Path]()
    with _copy_beside(place) as copy:

        def keep() -> None:
            backups.append(_name_backup(copy, place, reason))
            remark(f"Backup first: {backups[0].name}")

        yield keep
    if backups:
        _drop_oldest(place, sparing=None)


@contextmanager
def _copy_beside(place: Path) -> Iterator[Path]:
    """An unfinished copy of the database, to be given its name as a backup."""
    with ExitStack() as stack:
        with _backup_of(place):
            folder = stack.enter_context(unfinished_folder(place))
            copy = folder / "copy.db"
            copy_for(place, source=place, copy=copy)
        yield copy


def save_damaged(place: Path, reason: str) -> Path:
    """Back up a damaged file byte by byte, with its journal; SQLite cannot read it.

    Raises DatabaseProblem if the backup cannot be written.
    """
    with _backup_of(place), unfinished_folder(place) as folder:
        copy, ends = folder / "copy.db", list[str]()
        write_private(copy, place.read_bytes())
        for end, file in side_files(place).items():
            with suppress(FileNotFoundError):
                write_private(Path(f"{copy}{end}"), file.read_bytes())
                ends.append(end)
        backup = _name_backup(copy, place, reason)
        for end in ends:
            Path(f"{copy}{end}").replace(f"{backup}{end}")
    return backup


def side_files(place: Path) -> dict[str, Path]:
    """By their ends, the files that SQLite may put beside the database at `place`.

    Where that is a link, they lie beside the file that it leads to.
    """
    real = os.path.realpath(place)
    return {end: Path(f"{real}{end}") for end in SIDE_ENDS}


def copy_database(source: Path, target: Path) -> None:
    """Copy a database to the new file `target`, for its owner only, or not at all.

    Raises Refused if `target` exists, FileProblem if it is a folder or cannot be
    written, DatabaseProblem if `source` cannot be read.
    """
    with _blame_for_file(target):
        is_folder = target.is_dir()
    if is_folder:
        raise FileProblem(
            f"{target} is a folder.",
            f"Choose a file in it, such as {target / source.name}.",
            typed=str(target),
            instead=["FILE"],
        )
    with _blame_for_file(target), unfinished_folder(target) as folder:
        copy_for(target, source=source, copy=folder / "copy.db")
        if not put_in_place(folder / "copy.db", target):
            raise Refused(
                f"{target} exists already; it was not changed.",
                "Choose a new file name.",
                typed=str(target),
                instead=["FILE"],
            )


@contextmanager
def _blame_for_file(target: Path) -> Iterator[None]:
    """Raise FileProblem for `target` where the disk refuses what is done for it."""
    try:
        yield
    except OSError as fault:
        hint = HINTS.get(fault.errno or 0, "Choose another file, or check the disk.")
        raise FileProblem(
            f"{target} cannot be written: {say_reason(fault)}.", hint
        ) from fault


@contextmanager
def _backup_of(place: Path) -> Iterator[None]:
    """Raise DatabaseProblem where the disk refuses a backup of the database."""
    try:
        with _blame_for_file(place):
            yield
    except FileProblem as fault:
        raise DatabaseProblem(
            f"The database could not be backed up: {fault.message}", fault.hint
        ) from fault


def copy_for(target: Path, source: Path, copy: Path) -> None:
    """Copy the database `source` to the new file `copy`, which will be `target`.

    Raises FileProblem if `target` cannot be written, DatabaseProblem if `source` cannot
    be read, OSError if `copy` cannot be created.
    """
    write_private(copy, b"")
    with (
        translated(source),
        closing(connect(source, write=False)) as original,
        closing(sqlite3.connect(copy)) as db,
    ):
        # If the source cannot be read, it fails here, not as the target's error.
        original.execute("pragma schema_version").fetchone()
        with _blame_target(target):
            copy_into(original, db)


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy `source` over `target`, in one transaction of `target`.

    SQLite counts the writes to the copy anew: it is checked when it is first opened.
    Raises sqlite3.OperationalError if either is locked; sqlite3 alone would wait for
    ever.
    """

    def stop(status: int, _remaining: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise sqlite3.OperationalError("database is locked")

    wait_for_lock(target, lambda: source.backup(target, progress=stop))
    target.execute(NO_OWN_WRITES)


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


def _name_backup(copy: Path, place: Path, reason: str) -> Path:
    """Make `copy` the next backup; take one number more if that name is taken."""
    now = read_clock(os.environ, stamp_zone(os.environ))
    for backup in new_names(place, reason, now):
        with _backup_of(backup):
            if put_in_place(copy, backup):
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
            for end in (*SIDE_ENDS, ""):
                Path(f"{backup.path}{end}").unlink(missing_ok=True)


def _is_spared(backup: Backup, sparing: Path | None) -> bool:
    return sparing is not None and sparing.samefile(backup.path)
