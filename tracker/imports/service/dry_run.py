"""The database of a dry run: a temporary one where there is none yet."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.database.connect import database_exists
from tracker.database.open import open_current


@contextmanager
def dry_run_database(path: str) -> Iterator[str]:
    """The database of a dry run: `path`, or a temporary one if none is there.

    A dry run must not even create the database.
    """
    if database_exists(path):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="tracker-dry-") as folder:
        temporary = str(Path(folder) / "tracker.db")
        open_current(temporary, remark=lambda _: None).close()
        yield temporary
