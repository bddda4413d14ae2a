"""The one way to the file: pragmas, rights, and sqlite3's errors as tracker's."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tracker.errors import DatabaseProblem

Where = str | os.PathLike[str]

BUSY_SECONDS = 5.0


def connect(path: Where, *, write: bool) -> sqlite3.Connection:
    """An open connection without a transaction (`isolation_level=None`): whoever calls begins one.

    A reader is held to reading by `query_only`, not by `mode=ro`, which fails on the journal that a killed write
    leaves. Raises sqlite3.Error; wrap the work in `translated`.
    """
    db = sqlite3.connect(
        f"file:{_escaped(os.path.abspath(path))}?mode=rw",  # never makes a file that is not there
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        cached_statements=64,
    )
    try:
        db.execute("pragma foreign_keys = on")
        db.execute("pragma synchronous = full")
        set_writable(db, write=write)
    except BaseException:
        db.close()
        raise
    return db


def _escaped(path: str) -> str:
    """What would end the path in a URI, as %xx: `pathlib` and `urllib` do no more for a file's path, and take 3 ms."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def set_writable(db: sqlite3.Connection, *, write: bool) -> None:
    """Let what follows on the connection write, or hold it to reading."""
    db.execute("pragma query_only = off" if write else "pragma query_only = on")


def database_exists(path: Where) -> bool:
    """Whether there is anything at `path`; raises DatabaseProblem where its folder does not let one look."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as fault:
        said = os.strerror(fault.errno or 0)
        raise DatabaseProblem(
            f"{path} cannot be opened: {said}.", "Name another place with --db."
        ) from fault
    return True


@contextmanager
def translated(path: Where) -> Iterator[None]:
    """Whatever SQLite says inside, said as one sentence that names the file (exit code 5)."""
    try:
        yield
    except sqlite3.Error as fault:
        raise database_problem(path, fault) from fault


def database_problem(path: Where, fault: BaseException) -> DatabaseProblem:
    """The sentence for a fault of SQLite's."""
    if os.path.isdir(path):
        return DatabaseProblem(f"{path} is a folder.", "Name a file in it with --db.")
    said = str(fault)
    for part, sentence, hint in _SENTENCES:
        if part in said:
            return DatabaseProblem(sentence.format(path), hint)
    return DatabaseProblem(
        f"The database {path} could not be used: {said}.",
        "Run tracker doctor, or restore a backup.",
    )


_SENTENCES = (
    (
        "locked",
        "Another process is writing to {0}; nothing was written.",
        "Try again when it is done.",
    ),
    (
        "not a database",
        "{0} is not a tracker database.",
        "Name another file with --db, or restore a backup.",
    ),
    (
        "malformed",
        "{0} is damaged.",
        "Run tracker doctor; tracker restore FILE brings a backup back.",
    ),
    (
        "readonly",
        "{0} cannot be written to; nothing was written.",
        "Check the rights of the file and its folder.",
    ),
    (
        "read-only",
        "{0} cannot be written to; nothing was written.",
        "Check the rights of the file and its folder.",
    ),
    (
        "unable to open",
        "{0} cannot be opened.",
        "Check the rights of the file and its folder, or name another with --db.",
    ),
    (
        "disk is full",
        "The disk of {0} is full; nothing was written.",
        "Make room and try again.",
    ),
    (
        "disk I/O",
        "{0} could not be read or written; nothing was written.",
        "Check the disk and its free room.",
    ),
    (
        "no such table",
        "{0} is a database, but not tracker's.",
        "Name another file with --db, or restore a backup.",
    ),
    (
        "no such column",
        "{0} is a database, but not tracker's.",
        "Name another file with --db, or restore a backup.",
    ),
)


def make_private(folder: Where) -> None:
    """Make the database's folder, for its owner alone where it was not there before.

    Raises DatabaseProblem where that is not possible.
    """
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as fault:
        raise DatabaseProblem(
            f"The folder {folder} cannot be made: {os.strerror(fault.errno or 0)}.",
            "Name another place with --db.",
        ) from fault
