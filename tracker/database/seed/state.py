"""Whether the rows are of the installed seed. Imports little: many commands ask."""

from pathlib import Path
from sqlite3 import Connection

from tracker.database.catalogue.digest import seed_digest


def is_synced(db: Connection, folder: Path) -> bool:
    """Whether the shipped rows came from the seed in `folder`, by its hash."""
    row = db.execute("select digest from seed_state").fetchone()
    return bool(row) and row[0] == seed_digest(folder)
