"""The thinking commands' door: a SQLAlchemy Core connection over the very transaction that the journal would use."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection

from tracker.database.bridge import over
from tracker.database.connect import translated
from tracker.database.history import recorded, transaction
from tracker.database.opening import open_current
from tracker.database.seeding.sync import is_synced, sync
from tracker.database.values import instant_in
from tracker.paths import seed_folder


class Opener(Protocol):
    """What the library needs to know of a call; `App` is one."""

    path: Path
    words: str
    saved: bool

    @property
    def now(self) -> datetime:
        """The moment of the call."""

    @property
    def remark(self) -> Callable[[str], None]:
        """Where to say what happened beside the result."""


@contextmanager
def library(app: Opener, *, write: bool = False) -> Iterator[Connection]:
    """One transaction, under undo where it writes. `raw(db)` is the same connection for the journal's functions.

    The shipped curriculum is synced first where the installed one has changed: in a transaction of its own, silently.
    """
    with closing(open_current(app.path, write=write, remark=app.remark)) as own, translated(app.path), over(own) as db:
        if not is_synced(db, seed_folder()):
            _sync(app)
        with recorded(own, app.words, instant_in(app.now)) if write else transaction(own, write=False):
            yield db
        app.saved = app.saved or write


def _sync(app: Opener) -> None:
    with closing(open_current(app.path, write=True, remark=app.remark)) as own, over(own) as db, transaction(own):
        sync(db, seed_folder())
