"""Whether the rows are of the seed that is installed: asked by every thinking command, so it loads little."""

from pathlib import Path

from sqlalchemy import Connection, select

from tracker.database.catalogue.digest import seed_digest
from tracker.database.schema.internals import seed_state


def is_synced(db: Connection, folder: Path) -> bool:
    """Whether the rows came from the seed as it lies in `folder`: one hash against another."""
    return db.scalar(select(seed_state.c.digest)) == seed_digest(folder)
