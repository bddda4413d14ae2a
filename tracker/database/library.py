"""Open the database for the commands that read the curriculum, synced with its seed."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Protocol

from tracker.database.connect import translated
from tracker.database.history import transaction
from tracker.database.seed.state import is_synced
from tracker.paths import seed_folder


class Opener(Protocol):
    """What the library needs of a running command; `App` is one."""

    path: str

    @property
    def now(self) -> datetime:
        """When the command runs."""

    def open(self, *, write: bool) -> Connection:
        """The command's connection."""

    def journal(self, *, write: bool = False) -> AbstractContextManager[Connection]:
        """One transaction; with `write`, one that `undo` can undo."""


@contextmanager
def library(app: Opener, *, write: bool = False) -> Iterator[Connection]:
    """The journal's transaction, on rows of the installed curriculum.

    If that has changed, its rows are synced first, in a transaction of their own.
    """
    _ = app.now  # where no zone is known, no database is made
    with translated(app.path):
        if not is_synced(app.open(write=False), Path(seed_folder())):
            _sync(app.open(write=True))
    with app.journal(write=write) as db:
        yield db


@contextmanager
def unrecorded_transaction(app: Opener) -> Iterator[Connection]:
    """A transaction for what tracker writes by itself: not in `history`, not undone."""
    with translated(app.path):
        db = app.open(write=True)
        with transaction(db):
            yield db


def _sync(db: Connection) -> None:
    # Only a new seed needs SQLAlchemy, msgspec and the whole catalogue.
    from tracker.database.seed.sync import sync

    with transaction(db):
        sync(db, Path(seed_folder()))
