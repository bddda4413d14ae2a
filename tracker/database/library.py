"""Open the database for the commands that read the curriculum, synced with its seed."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Protocol

from tracker.database.connect import translated
from tracker.database.history import recorded, transaction
from tracker.database.seed.state import is_synced
from tracker.database.values import instant_to_seconds
from tracker.paths import seed_folder


class Opener(Protocol):
    """What the library needs of a running command; `App` is one."""

    path: str

    @property
    def command_line(self) -> str:
        """The command as typed."""

    @property
    def now(self) -> datetime:
        """When the command runs."""

    def open(self, *, write: bool) -> Connection:
        """The command's connection."""

    def note_outcome(self, *, has_changed: bool) -> None:
        """Note whether the command changed anything, for its answer."""


@contextmanager
def library(app: Opener, *, write: bool = False) -> Iterator[Connection]:
    """One transaction; with `write`, one that `undo` can undo.

    If the installed curriculum has changed, its rows are synced first, in a transaction
    of their own.
    """
    # Before the transaction, since the zone is read from the settings.
    now_utc = instant_to_seconds(app.now)
    with translated(app.path):
        if not is_synced(app.open(write=False), Path(seed_folder())):
            _sync(app.open(write=True))
        db = app.open(write=write)
        if write:
            with recorded(db, app.command_line, now_utc) as recording:
                yield db
            app.note_outcome(has_changed=recording.has_changed)
        else:
            with transaction(db, write=False):
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
