"""The database of a dry run: a copy that is nowhere, or a new one where there is none."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from sqlite3 import Connection
from typing import Protocol

from tracker.database.connect import connect_nowhere, database_exists, translated
from tracker.database.history import transaction


class DryRunner(Protocol):
    """What a dry run needs of a running command; `App` is one."""

    path: str

    def open(self, *, write: bool) -> Connection:
        """The connection to the database, which it creates where there is none."""

    def use(self, db: Connection) -> None:
        """Work on the database of `db`."""

    def close(self) -> None:
        """Close that database."""


@contextmanager
def dry_run_database(app: DryRunner) -> Iterator[None]:
    """Let `app` work on a copy of its database that is gone at the end.

    So other commands can write meanwhile. Where there is none, it is not even created.
    """
    with closing(connect_nowhere()) as db:
        try:
            if database_exists(app.path):
                source = app.open(write=False)
                # It waits for a lock, as any reader does.
                with translated(app.path), transaction(source, write=False):
                    source.backup(db)
                app.close()
            else:
                # Only a database that is not there yet needs SQLAlchemy.
                from tracker.database.create import fill_empty

                fill_empty(db)
            app.use(db)
            yield
        finally:
            app.close()
