"""A copy of a damaged database, so that the file itself is only read."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from tracker.database.damaged.file import DamagedFile
from tracker.database.damaged.journal import is_cut
from tracker.errors import DatabaseProblem


def new_file(file: Path) -> None:
    """Make the empty file `file`, for its owner only; raises OSError."""
    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def read_damaged(place: Path, folder: Path) -> tuple[DamagedFile, bool]:
    """The tables of the file as SQLite would open it, and whether its journal is cut.

    SQLite takes a stopped write back in a copy. Raises DatabaseProblem where the file
    cannot be read, or where no table of tracker is in it.
    """
    copy, journal = folder / "damaged.db", b""
    try:
        if not place.is_file():
            raise DatabaseProblem(
                f"There is no file {place}.", "Name another: --db FILE"
            )
        for end in ("", "-journal", "-wal"):
            part = Path(f"{place}{end}")
            if part.is_file():
                shutil.copyfile(part, f"{copy}{end}")
                journal = part.read_bytes() if end == "-journal" else journal
        with (
            suppress(sqlite3.Error, UnicodeError),
            closing(sqlite3.connect(copy)) as db,
        ):
            db.execute("pragma wal_checkpoint").fetchone()
        damaged = DamagedFile(copy.read_bytes())
    except OSError as fault:
        reason = os.strerror(fault.errno or 0)
        raise DatabaseProblem(f"{place} cannot be read: {reason}.") from fault
    if not damaged.tables:
        raise DatabaseProblem(
            f"Nothing of a tracker database can be read in {place}; no file was made.",
            "To list the backups: tracker restore",
        )
    return damaged, is_cut(journal)
