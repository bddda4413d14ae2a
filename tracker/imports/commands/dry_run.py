"""A dry run where there is no database yet: it is done in one that is thrown away, so that not even that is made."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.app import App
from tracker.database.connect import database_exists
from tracker.database.open import open_current


@contextmanager
def dry_run_database(app: App, *, dry: bool) -> Iterator[None]:
    """Let what is inside work on a passing database where a `dry` run finds none."""
    if not dry or database_exists(app.path):
        yield
        return
    place = app.path
    with tempfile.TemporaryDirectory(prefix="tracker-dry-") as folder:
        app.path = str(Path(folder) / "tracker.db")
        try:
            open_current(app.path, remark=lambda _: None).close()
            yield
        finally:
            app.close()
            app.path = place
