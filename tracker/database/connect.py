"""Connect to the database file, and turn sqlite3's errors into tracker's."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tracker.database.locks import take_lock
from tracker.errors import DatabaseProblem
from tracker.paths import is_default
from tracker.system import begins_with, file_uri, say_move, say_new_folder, say_reason

Where = str | os.PathLike[str]

# How the names of folders of unfinished files end.
UNFINISHED = ".unfinished"
SQLITE_HEAD = b"SQLite format 3\0"  # the first bytes of every SQLite file
# What SQLite adds to the name of a database for the files beside it.
SIDE_ENDS = ("-journal", "-wal", "-shm")

USE_ANOTHER = "To use another file, name it with --db."
BROKEN_LINKS = "pragma foreign_key_check"  # rows that refer to no row
OLDEST_SQLITE = (3, 37)  # of November 2021: the first with STRICT tables


def connect(path: Where, *, write: bool) -> sqlite3.Connection:
    """An open connection without a transaction (`isolation_level=None`).

    Without `write`, `query_only` stops it from writing; `mode=ro` would fail on the
    journal that a killed write leaves. Raises sqlite3.Error; use inside `translated`.
    Raises DatabaseProblem where a journal is cut or of another database.
    """
    place = os.path.abspath(path)
    if os.path.exists(f"{place}-journal"):
        # Only a stopped write, or one that runs now, has a journal.
        from tracker.database.hot_journal import check_journal

        check_journal(os.fspath(path))
    # mode=rw never creates a file.
    db = sqlite3.connect(
        f"{file_uri(place)}?mode=rw",
        uri=True,
        isolation_level=None,
        cached_statements=64,
    )
    try:
        db.execute("pragma foreign_keys = on")
        take_lock(db, "pragma synchronous = full")  # reads the schema
        set_writable(db, write=write)
    except UnicodeDecodeError as fault:  # SQLite's sentence names what is no text
        db.close()
        raise sqlite3.DatabaseError("malformed database schema") from fault
    except BaseException:
        db.close()
        raise
    return db


def connect_nowhere() -> sqlite3.Connection:
    """A connection to an empty database of its own, which is gone when it is closed.

    Only what does not fit into memory is written, to a file without a name.
    """
    db = sqlite3.connect("", isolation_level=None)
    db.execute("pragma foreign_keys = on")
    db.execute("pragma journal_mode = memory")
    return db


def set_writable(db: sqlite3.Connection, *, write: bool) -> None:
    """Let the connection write, or only read."""
    db.execute("pragma query_only = off" if write else "pragma query_only = on")


def database_exists(path: Where) -> bool:
    """Whether `path` exists.

    Raises DatabaseProblem if its folder cannot be read, or if it is neither a file nor a
    folder: a pipe would be waited for. Raises as `check_sqlite`.
    """
    check_sqlite()
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as fault:
        reason = say_reason(fault)
        raise DatabaseProblem(
            f"{path} cannot be opened: {reason}.", USE_ANOTHER
        ) from fault
    mode = status.st_mode
    is_file = stat.S_ISREG(mode) and (status.st_size > 0 or not _waits(path))
    if not (is_file or stat.S_ISDIR(mode)):
        raise DatabaseProblem(f"{path} is a pipe or a device, not a file.", USE_ANOTHER)
    return True


def _waits(path: Where) -> bool:
    """Whether reading a file of no size would wait, as that of the kernel's messages."""
    try:
        begins_with(path, SQLITE_HEAD)
    except BlockingIOError:
        return True
    except OSError:  # SQLite says why
        return False
    return False


def check_sqlite() -> None:
    """Raise DatabaseProblem where this Python's SQLite is too old.

    It would call a whole database damaged.
    """
    if sqlite3.sqlite_version_info >= OLDEST_SQLITE:
        return
    needed = ".".join(map(str, OLDEST_SQLITE))
    raise DatabaseProblem(
        f"The SQLite of this Python is {sqlite3.sqlite_version}; "
        f"tracker needs {needed} or later.",
        "To install tracker with a Python that has it:\n"
        "  uv tool install --managed-python learning-plan-tracker",
    )


def has_unfinished(path: Where) -> bool:
    """Whether a folder of a killed command, or of one that runs, is beside `path`."""
    with suppress(OSError):
        names = os.listdir(os.path.dirname(path) or ".")
        return any(name.endswith(UNFINISHED) for name in names)
    return False


@contextmanager
def translated(path: Where) -> Iterator[None]:
    """Turn SQLite's errors into a DatabaseProblem that names the file (exit code 5)."""
    try:
        yield
    except sqlite3.Error as fault:
        raise database_problem(path, fault) from fault


def folder_problem(path: Where) -> DatabaseProblem:
    """The error for a folder in the place of the database."""
    return DatabaseProblem(
        f"{path} is a folder.", "To use a file in it, name it with --db."
    )


def database_problem(path: Where, fault: BaseException) -> DatabaseProblem:
    """The error to show for an error of SQLite."""
    if os.path.isdir(path):
        return folder_problem(path)
    for end in SIDE_ENDS:
        name = f"{path}{end}"
        if os.path.isdir(name):
            return DatabaseProblem(
                f"{name} is a folder, where SQLite needs a file of that name.",
                f"Move the folder: {say_move(name, f'{name}.moved')}",
            )
    reason = str(fault).rstrip(".")
    if any(part in reason for part in _OF_THE_FILE):
        # Only a file that is not as tracker left it needs this.
        from tracker.database.repairs import not_ours

        return not_ours(path, is_damaged="malformed" in reason)
    for part, sentence, hint in _SENTENCES:
        if part in reason:
            return DatabaseProblem(sentence.format(path), hint)
    return DatabaseProblem(
        f"The database {path} could not be used: {reason}.",
        "Check it: tracker doctor",
    )


# What SQLite says where a file is damaged or not tracker's.
_OF_THE_FILE = ("not a database", "malformed", "no such table", "no such column")
# A part of what SQLite says, our sentence for it, and the hint.
_SENTENCES = (
    (
        "locked",
        "Another process is writing to {0}, so it could not be used.",
        "Try again when it has finished. If you stopped it with Ctrl-Z, type: fg",
    ),
    (
        "readonly",
        "{0} cannot be written to; nothing was written.",
        "Check the permissions of the file and its folder.",
    ),
    (
        "read-only",
        "{0} cannot be written to; nothing was written.",
        "Check the permissions of the file and its folder.",
    ),
    (
        "unable to open",
        "{0} cannot be opened.",
        "Check the permissions of the file and its folder, "
        "or choose another file with --db.",
    ),
    (
        "disk is full",
        "The disk of {0} is full; nothing was written.",
        "Free some space and try again.",
    ),
    (
        "disk I/O",
        "{0} could not be read or written; nothing was written.",
        "Check the disk and its free space.",
    ),
)


def make_private(folder: Where) -> None:
    """Create the database's folder, for its owner only, if it is missing.

    Only the default folder: another one may be misspelt. Raises DatabaseProblem for
    that, and if it fails.
    """
    try:
        if not is_default(os.fspath(folder)):
            os.stat(folder)
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except FileNotFoundError as fault:
        raise DatabaseProblem(
            f"There is no folder {folder}.",
            f"Create it: {say_new_folder(os.fspath(folder))}",
        ) from fault
    except OSError as fault:
        raise DatabaseProblem(
            f"The folder {folder} cannot be created: {say_reason(fault)}.",
            USE_ANOTHER,
        ) from fault
