"""A copy of a damaged database, so that the file itself is only read."""

import errno
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from tracker.database.connect import database_exists, folder_problem
from tracker.database.damaged.file import DamagedFile
from tracker.database.hot_journal import OF_ANOTHER, find_journal_fault
from tracker.errors import DatabaseProblem
from tracker.system import say_reason


def read_damaged(place: Path, folder: Path) -> tuple[DamagedFile, bool]:
    """The tables of the file as SQLite would open it, and whether its journal is cut.

    SQLite takes a stopped write back in a copy, as far as the journal goes; that of
    another database is left alone. Raises DatabaseProblem where the file cannot be read,
    or where no table of tracker is in it.
    """
    copy = folder / "damaged.db"
    try:
        _check_place(place)
        for end in ("", "-journal", "-wal"):
            part = Path(f"{place}{end}")
            if part.is_file():
                shutil.copyfile(part, f"{copy}{end}")
        fault = find_journal_fault(str(copy))
        if fault == OF_ANOTHER:
            Path(f"{copy}-journal").unlink()
        with (
            suppress(sqlite3.Error, UnicodeError),
            closing(sqlite3.connect(copy)) as db,
        ):
            db.execute("pragma wal_checkpoint").fetchone()
        damaged = DamagedFile(copy.read_bytes())
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise  # it is the copy that cannot be written
        raise DatabaseProblem(
            f"{place} cannot be read: {say_reason(error)}.",
            "Check the permissions of the file and its folder.",
        ) from error
    if not damaged.tables:
        raise DatabaseProblem(
            f"Nothing of a tracker database can be read in {place}; no file was made.",
            "To list the backups: tracker restore",
        )
    return damaged, bool(fault)


def _check_place(place: Path) -> None:
    if not database_exists(place):
        raise DatabaseProblem(
            f"There is no file {place}, so there is nothing to salvage.",
            "To name another database, use --db.",
        )
    if place.is_dir():
        raise folder_problem(place)
