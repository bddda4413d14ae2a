"""Whether a database is whole: what SQLite says of the file, its schema, its values."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from threading import Thread

from tracker.database.connect import (
    BROKEN_LINKS,
    Where,
    connect,
    database_exists,
    translated,
)
from tracker.database.repairs import ALL_FAULTS, damaged, repair_hint
from tracker.database.revisions import read_revision, revisions
from tracker.errors import DatabaseProblem, FileProblem

INTEGRITY = "pragma integrity_check"
STOP_SECONDS = 0.01  # how often a check that is to end is interrupted
CHOSEN_ROLES = "select rowid from setting where key in ('target', 'variant')"
# How SQLite names rows that break a rule of their table; `value_checks` says which.
OF_VALUES = (
    "NULL value in ",
    "CHECK constraint failed in ",
    "TEXT value in ",
    "NUMERIC value in ",
    "non-",
)
# Errors that say nothing of what a database holds.
_OF_THE_MOMENT = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOTADB,
)


def check_whole(path: Where, db: sqlite3.Connection) -> None:
    """Raise DatabaseProblem for the first fault of the open database at `path`.

    It reads the whole file. Tables and values are checked only where the database is of
    the newest revision.
    """
    with translated(path):
        messages = read_damage(db)
        in_file = [text for text in messages if not text.startswith(OF_VALUES)]
        if in_file:
            raise damaged(path, in_file[0])
        if read_revision(db) == revisions()[-1]:
            _check_content(path, db, is_sound=not messages)
        else:
            for table, row, target, _ in db.execute(BROKEN_LINKS):
                reason = f"row {row} of {table} refers to no row of {target}"
                raise damaged(path, reason)
        if messages:
            raise damaged(path, messages[0])


@contextmanager
def checked_meanwhile(path: Where) -> Iterator[None]:
    """Check the database at `path` while the caller reads it; at the end, `check_whole`.

    Of a million sessions, to check them and to lay them out take equally long, and
    SQLite checks beside Python on another processor: both are done in half the time.
    """
    check = _Check(path)
    check.start()
    try:
        yield
        check.join()
    except BaseException:
        check.stop()
        raise
    if check.fault:
        raise check.fault


class _Check(Thread):
    """The check of the database at a path, and the fault it found."""

    def __init__(self, path: Where) -> None:
        super().__init__(daemon=True)
        self._path = path
        self._db: sqlite3.Connection | None = None
        self.fault: Exception | None = None

    def run(self) -> None:
        """Check it on a connection of its own, as SQLite asks of threads."""
        try:
            with (
                translated(self._path),
                closing(connect(self._path, write=False)) as db,
            ):
                self._db = db
                check_whole(self._path, db)
        except Exception as fault:
            self.fault = fault

    def stop(self) -> None:
        """End it early, as where a command fails; it has closed the file then."""
        while self.is_alive():
            if self._db:
                # SQLite forgets an interrupt where no statement runs, so there is another.
                with suppress(sqlite3.ProgrammingError):  # closed just now
                    self._db.interrupt()
            self.join(STOP_SECONDS)


def read_damage(db: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong in the file; raises OperationalError for a lock."""
    try:
        texts = [str(text) for (text,) in db.execute(INTEGRITY)]
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as fault:
        texts = [str(fault)]
    # One text may have several lines, after a heading: *** in database main ***
    lines = [line for text in texts for line in text.splitlines()]
    return [line for line in lines if line != "ok" and not line.startswith("***")]


def _check_content(path: Where, db: sqlite3.Connection, *, is_sound: bool) -> None:
    # A damaged file needs none of these: its content is not looked at.
    from tracker.database.schema_repair import find_differences
    from tracker.database.value_checks import find_value_faults

    find_differences(path, db)
    # A role can be gone with a newer curriculum: commands answer without the target.
    targets = {("setting", row) for (row,) in db.execute(CHOSEN_ROLES)}
    faults = [
        f
        for f in find_value_faults(db, is_sound=is_sound)
        if (f.table, f.row) not in targets
    ]
    if faults:
        first = faults[0]
        hint = repair_hint(path)
        if first.kind != "link" and "tracker doctor" not in first.hint:
            hint = f"{first.hint}\n{ALL_FAULTS}"
        raise DatabaseProblem(f"{path} has a fault: {first.says}", hint)


def explain(path: Where, fault: BaseException) -> DatabaseProblem | None:
    """The damage that an unexpected error, or one of SQLite, may come from, or None.

    Call it when the database is closed: it is read anew, all of it.
    """
    is_of_another_file = isinstance(fault, FileProblem)
    if is_of_another_file or is_of_the_moment(fault.__cause__ or fault):
        return None
    try:
        if not database_exists(path):
            return None
        with closing(connect(path, write=False)) as db:
            check_whole(path, db)
    except DatabaseProblem as problem:
        return problem
    except sqlite3.Error as found:
        return None if is_of_the_moment(found) else damaged(path, str(found))
    except UnicodeError:  # what SQLite says of the schema has damaged names in it
        return damaged(path, "letters in its schema are not UTF-8")
    return None


def is_of_the_moment(fault: BaseException) -> bool:
    """Whether an error says nothing of what a database holds."""
    return getattr(fault, "sqlite_errorcode", 0) & 255 in _OF_THE_MOMENT
