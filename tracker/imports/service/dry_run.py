"""The database of a dry run: one that is nowhere, where there is none yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from sqlite3 import Connection
from typing import Protocol

from tracker.database import create
from tracker.database.connect import connect_nowhere, database_exists


class DryRunner(Protocol):
    """What a dry run needs of a running command; `App` is one."""

    path: str

    def use(self, db: Connection) -> None:
        """Work on the database of `db`."""

    def close(self) -> None:
        """Close that database."""


@contextmanager
def dry_run_database(app: DryRunner) -> Iterator[None]:
    """Let `app` work on a database that is gone at the end, if it has none.

    A dry run must not even create the database.
    """
    if database_exists(app.path):
        yield
        return
    db = connect_nowhere()
    app.use(db)
    try:
        create.fill_empty(db)
        yield
    finally:
        app.close()
