"""Bringing a backup back: checked first, the present database kept, then poured into the open file."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from tracker.database.backups import copy_database, copy_into, make_backup, save_damaged
from tracker.database.connect import connect, database_exists, make_private, translated
from tracker.database.open import open_current
from tracker.database.revisions import has_our_tables, read_revision, revisions
from tracker.errors import DatabaseProblem, FileProblem, Refused

UNSOUND = "pragma integrity_check(1)"
BROKEN_LINKS = "pragma foreign_key_check"


def restore(place: Path, backup: Path, remark: Callable[[str], None]) -> Path | None:
    """Make the database at `place` what `backup` is, and bring it up to date; return where the present one is kept.

    None where there was none. Raises FileProblem, with nothing touched, where `backup` is no sound tracker database of
    a revision known here; Refused where it is the very database; DatabaseProblem where that cannot be written.
    """
    revision = check_backup(backup)
    make_private(place.parent)
    kept = None
    if not database_exists(place):
        copy_database(backup, place)
    elif place.samefile(backup):
        raise Refused(
            f"{backup} is the database itself.",
            f"Name a backup: they lie beside it, as {place.name}.backup-...",
        )
    elif _is_readable(place):
        kept = make_backup(place, "restoring", sparing=backup)
        with (
            translated(place),
            closing(connect(place, write=True)) as new,
            closing(connect(backup, write=False)) as old,
        ):
            copy_into(old, new)
    else:
        kept = save_damaged(place, "restoring")
        _replace(place, backup)
    if revision != revisions()[-1]:
        open_current(place, remark=remark).close()
    return kept


def check_backup(backup: Path) -> str:
    """The revision of a sound tracker database; raises FileProblem for any other file, which is only read."""
    if backup.is_dir():
        raise FileProblem(f"{backup} is a folder.", "Name the database in it.")
    if not backup.is_file():
        raise FileProblem(
            f"There is no file {backup}.",
            "Name a backup: tracker backup FILE makes one.",
        )
    try:
        with closing(connect(backup, write=False)) as db:
            revision = read_revision(db)
            sound = (
                db.execute(UNSOUND).fetchone() == ("ok",)
                and not db.execute(BROKEN_LINKS).fetchone()
            )
            is_ours = has_our_tables(db)
    except sqlite3.Error as fault:
        raise FileProblem(
            f"{backup} is not a tracker database ({fault}); nothing was touched.",
            "Name another backup.",
        ) from fault
    if not (revision and is_ours and sound):
        raise FileProblem(
            f"{backup} is not a sound tracker database; nothing was touched.",
            "Name another backup.",
        )
    if revision not in revisions():
        raise FileProblem(
            f"{backup} was written by a newer tracker (revision {revision}); "
            "nothing was changed.",
            "Install the newest tracker, or name another backup.",
        )
    return revision


def _is_readable(place: Path) -> bool:
    """Whether SQLite can read `place` whole, so that its backup API can write to it; raises where it is only locked."""
    try:
        with closing(connect(place, write=True)) as db:
            return bool(db.execute(UNSOUND).fetchone() == ("ok",))
    except sqlite3.DatabaseError as fault:
        if "locked" in str(fault):
            with translated(place):
                raise
        return False


def _replace(place: Path, backup: Path) -> None:
    """Put a copy of `backup` where a file lies that SQLite cannot read, and take that one's journal away."""
    fresh = place.with_name(f"{place.name}.new-restored-{os.getpid()}")
    copy_database(backup, fresh)
    try:
        Path(f"{place}-journal").unlink(missing_ok=True)
        fresh.replace(place)
    except OSError as fault:
        raise DatabaseProblem(
            f"{place} cannot be written: {os.strerror(fault.errno or 0)}.",
            "Check the rights of its folder.",
        ) from fault
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
