"""The thinking commands' door: a SQLAlchemy Core connection over the very transaction that the journal would use."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection as Raw
from typing import Protocol

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection, sqlalchemy_over
from tracker.database.connect import translated
from tracker.database.history import recorded, transaction
from tracker.database.seeding.state import is_synced
from tracker.database.values import instant_to_seconds
from tracker.paths import seed_folder


class Opener(Protocol):
    """What the library needs of a call; `App` is one."""

    path: str
    command_line: str
    saved: bool

    @property
    def now(self) -> datetime:
        """The moment of the call."""

    def open(self, *, write: bool) -> Raw:
        """The call's connection."""


@contextmanager
def library(app: Opener, *, write: bool = False) -> Iterator[Connection]:
    """One transaction, under undo where it writes. `raw(db)` is the same connection for the journal's functions.

    The shipped curriculum is synced first where the installed one has changed: in a transaction of its own, silently.
    """
    moment = instant_to_seconds(app.now)  # before the transaction: it asks the settings
    with translated(app.path), sqlalchemy_over(app.open(write=False)) as db:
        if not is_synced(db, Path(seed_folder())):
            _sync(db, app.open(write=True))
        own = app.open(write=write)
        with (
            recorded(own, app.command_line, moment)
            if write
            else transaction(own, write=False)
        ):
            yield db
        app.saved = app.saved or write


@contextmanager
def unrecorded_transaction(app: Opener) -> Iterator[Connection]:
    """A transaction for what tracker keeps of its own accord: in no history, so that `undo` passes it by."""
    with (
        translated(app.path),
        sqlalchemy_over(app.open(write=True)) as db,
        transaction(raw_connection(db)),
    ):
        yield db


def _sync(db: Connection, own: Raw) -> None:
    from tracker.database.seeding.sync import (
        sync,  # a new seed: msgspec, and the whole catalogue
    )

    with transaction(own):
        sync(db, Path(seed_folder()))
