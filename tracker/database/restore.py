"""Restore a backup: check it, back up the present database, then copy it over that."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copymode
from typing import NamedTuple

from tracker.database.backup_contents import Contents, look_into, read_contents
from tracker.database.backups import (
    copy_database,
    copy_for,
    copy_into,
    make_backup,
    save_damaged,
    side_files,
)
from tracker.database.connect import (
    check_sqlite,
    connect,
    database_exists,
    folder_problem,
    make_private,
    translated,
)
from tracker.database.damage import check_whole, read_damage
from tracker.database.open import open_current
from tracker.database.repairs import damaged_backup, names_our_tables
from tracker.database.revisions import has_our_tables, read_revision, revisions
from tracker.database.unfinished import (
    database_folder,
    remove_unfinished,
    unfinished_folder,
)
from tracker.errors import DatabaseProblem, FileProblem, Refused
from tracker.input_file import InputFile
from tracker.system import quote, say_reason

# Where the head of a SQLite file counts changes, and changes of the schema; and where
# tracker counts its own.
_COUNTERS = ((24, 28), (40, 44), (68, 72), (92, 96))


class Replacement(NamedTuple):
    """Whether a restore changed the database, the backup before, what it has now."""

    changed: bool
    previous: Path | None
    contents: Contents


def restore(place: Path, backup: Path, remark: Callable[[str], None]) -> Replacement:
    """Copy `backup` over the database at `place`, and migrate it if it is old.

    Where both are the same, nothing is written and nothing backed up. Raises
    FileProblem if `backup` is damaged, no tracker database, or a newer tracker's;
    Refused if it is the database itself, or a demo for another database; DatabaseProblem
    if the database cannot be written. Then nothing has changed.
    """
    check_sqlite()
    revision = check_backup(backup)
    if _is_demo(backup) and not _is_demo(place):
        raise Refused(
            f"{backup} is a demo database with invented data.",
            f"To look at it: tracker --db {quote(str(backup))} status",
        )
    make_private(place.parent)
    remove_unfinished(place)  # of a restore that was killed when it was done
    if revision != revisions()[-1]:
        _check_updated(backup, place)
    changed, previous = _put(backup, place)
    with closing(open_current(place, remark=remark)) as db:
        return Replacement(changed, previous, read_contents(db))


def _is_demo(place: Path) -> bool:
    contents = look_into(place)
    return contents is not None and contents.is_demo


def _check_updated(backup: Path, place: Path) -> None:
    """Raise FileProblem where an older `backup`, once updated, has a fault."""
    with database_folder(place) as folder:
        copy = folder / "updated.db"
        copy_database(backup, copy)
        with (
            _blame_backup(backup),
            closing(open_current(copy, remark=lambda _: None)) as db,
        ):
            check_whole(backup, db)


@contextmanager
def _blame_backup(backup: Path) -> Iterator[None]:
    """Raise FileProblem for a fault in `backup`."""
    try:
        yield
    except DatabaseProblem as fault:
        raise FileProblem(
            f"{fault.message.removesuffix('.')}; nothing was changed.",
            f"To see its faults: tracker --db {quote(str(backup))} doctor\n"
            "Or choose another one: tracker restore",
        ) from fault


def _put(backup: Path, place: Path) -> tuple[bool, Path | None]:
    """Copy `backup` to `place`, after a backup of what was there.

    Returns whether that changed anything, and the backup.
    """
    if not database_exists(place):
        copy_database(backup, place)
        return True, None
    if place.is_dir():
        raise folder_problem(place)
    if place.samefile(backup):
        raise Refused(
            f"{backup} is the database itself.",
            "To list its backups: tracker restore",
        )
    if _is_same(place, backup):
        return False, None
    if not _is_readable(place):
        saved = save_damaged(place, "before-restore")
        _replace(place, backup)
        return True, saved
    with (
        translated(place),
        closing(connect(place, write=True)) as database,
        closing(connect(backup, write=False)) as source,
    ):
        saved = make_backup(place, "before-restore", sparing=backup)
        try:
            copy_into(source, database)
        except sqlite3.OperationalError:  # such as a lock
            if _pages(place) == _pages(saved):
                saved.unlink()
            raise
    return True, saved


def _is_same(place: Path, backup: Path) -> bool:
    """Whether both files have the same pages; a copy only counts its changes anew."""
    if any(file.exists() for file in side_files(place).values()):
        return False
    return _pages(place) == _pages(backup)


def _pages(place: Path) -> bytes:
    """The bytes of a database without the counters of changes in its head."""
    content = bytearray(place.read_bytes())
    for start, end in _COUNTERS:
        content[start:end] = bytes(end - start)
    return bytes(content)


def check_backup(backup: Path) -> str:
    """The revision of a backup; raises FileProblem if it is damaged or not tracker's.

    The backup is only read.
    """
    try:
        InputFile(backup)
    except IsADirectoryError:
        raise FileProblem(
            f"{backup} is a folder.",
            "Name the database in it.",
            typed=str(backup),
            instead=["FILE"],
        ) from None
    except FileNotFoundError:
        raise FileProblem(
            f"There is no file {backup}.", "To list the backups: tracker restore"
        ) from None
    except OSError as fault:
        raise FileProblem(
            f"{backup} cannot be read: {say_reason(fault)}.",
            "To list the backups: tracker restore",
        ) from fault
    try:
        with closing(connect(backup, write=False)) as db:
            revision = read_revision(db)
            is_ours = bool(revision) and has_our_tables(db)
            if is_ours:
                with _blame_backup(backup):
                    check_whole(backup, db)
    except sqlite3.Error as fault:
        is_damaged = names_our_tables(backup)
        raise (damaged_backup if is_damaged else _not_ours)(backup) from fault
    if not is_ours:
        raise _not_ours(backup)
    if revision not in revisions():
        raise FileProblem(
            f"{backup} was written by a newer tracker (revision {revision}); "
            "nothing was changed.",
            "Install the newest tracker, or choose another backup.",
        )
    return revision


def _not_ours(backup: Path) -> FileProblem:
    return FileProblem(
        f"{backup} is not a tracker database; nothing was changed.",
        "Choose another backup.",
        typed=str(backup),
        instead=["FILE"],
    )


def _is_readable(place: Path) -> bool:
    """Whether SQLite can read all of `place`, its journal too, and so write to it.

    Raises DatabaseProblem if it is locked, or if a folder has the journal's name.
    """
    try:
        with closing(connect(place, write=True)) as db:
            return not read_damage(db)
    except sqlite3.DatabaseError as fault:
        if "locked" in str(fault) or Path(f"{place}-journal").is_dir():
            with translated(place):
                raise
        return False
    except DatabaseProblem:  # of the journal
        return False


def _replace(place: Path, backup: Path) -> None:
    """Replace a file that SQLite cannot read by a copy of `backup`; its mode stays."""
    real = Path(os.path.realpath(place))
    try:
        with unfinished_folder(real) as folder:
            fresh = folder / "new.db"
            copy_for(place, source=backup, copy=fresh)
            copymode(real, fresh)
            # With these, SQLite would change the new file back to the old one.
            for file in side_files(place).values():
                file.unlink(missing_ok=True)
            fresh.replace(real)
    except OSError as fault:
        raise DatabaseProblem(
            f"{place} cannot be written: {say_reason(fault)}.",
            "Check the permissions of its folder.",
        ) from fault
