"""Another machine's database, opened for a merge."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection

from tracker.database import backups
from tracker.database.connect import set_writable
from tracker.database.damage import check_whole
from tracker.database.history import transaction
from tracker.database.open import open_current
from tracker.database.restore import check_backup
from tracker.database.revisions import revisions
from tracker.database.seed.state import is_synced
from tracker.database.seed.sync import sync
from tracker.database.settings import read_settings
from tracker.database.unfinished import database_folder
from tracker.errors import DatabaseProblem, FileProblem, Refused
from tracker.imports.rules.people import Identity, identity_of
from tracker.paths import seed_folder

_HINT = "Name the tracker database of your other machine: tracker merge FILE"


@contextmanager
def open_other(other: Path, place: Path) -> Iterator[Connection]:
    """A copy of the database `other` with this tracker's schema and curriculum.

    The copy lies beside the database at `place` meanwhile; `other` is not changed.
    Raises FileProblem where it is no tracker database or cannot be read, Refused where
    it is a demo, DatabaseProblem where no copy can be made.
    """
    with _as_other():
        is_old = check_backup(other) != revisions()[-1]
    with database_folder(place) as folder:
        copy = folder / "other.db"
        with _as_other():
            backups.copy_database(other, copy)
            db = open_current(copy, remark=lambda _: None)
        with closing(db):
            if is_old:  # it had other tables when it was checked
                with _as_other():
                    check_whole(other, db)
            if read_settings(db).is_demo:
                raise Refused(f"{other} is a demo database with invented data.", _HINT)
            set_writable(db, write=True)
            if not is_synced(db, Path(seed_folder())):
                with transaction(db):
                    sync(db, Path(seed_folder()))
            with transaction(db, write=False):
                yield db


@contextmanager
def _as_other() -> Iterator[None]:
    """Let errors of the database tell how to name another one. Raises FileProblem."""
    try:
        yield
    except DatabaseProblem as fault:
        raise FileProblem(fault.message, _HINT) from fault
    except FileProblem as fault:
        if "newer tracker" in fault.message:
            fault.hint = "Install the newest tracker here."
        elif " doctor" in fault.hint:  # the rest is about backups
            fault.hint = fault.hint.partition("\n")[0]
        else:
            raise FileProblem(fault.message, _HINT) from fault
        raise


def read_identity(db: Connection) -> Identity:
    """The person whose database it is."""
    return identity_of(read_settings(db).values)
