"""Whether the rows are of the installed seed. Imports little: many commands ask."""

from pathlib import Path

from sqlalchemy import Connection, select

from tracker.database.catalogue.digest import seed_digest
from tracker.database.schema.internals import seed_state


def is_synced(db: Connection, folder: Path) -> bool:
    """Whether the shipped rows came from the seed in `folder`, by its hash."""
    return db.scalar(select(seed_state.c.digest)) == seed_digest(folder)
