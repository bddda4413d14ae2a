"""Freeze a database of the newest revision, with a few rows in every table of the person's.

    python tests/frozen/make.py

Run it once a revision is released, and never again for that one: what people have is what is frozen.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent))

from tests.database.rows import sample  # noqa: E402 - the path must be known first
from tracker.database.create import create_database  # noqa: E402
from tracker.database.history import recorded  # noqa: E402
from tracker.database.revisions import revisions  # noqa: E402
from tracker.database.schema.tables import personal_tables  # noqa: E402

ROWS = 3


def freeze(place: Path) -> None:
    """Make the database at `place`, and write to each table of the person's under one command."""
    place.unlink(missing_ok=True)
    create_database(place, lambda _: None)
    with (
        closing(sqlite3.connect(place, isolation_level=None)) as db,
        recorded(db, "frozen", 1_795_000_000),
    ):
        for table in personal_tables():
            for n in range(1, 2 if table == "timer" else ROWS + 1):
                row = sample(table, n, "words, with 'quotes' and ünïcödé")
                names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
                db.execute(f"insert into {table} ({names}) values ({values})", row)


if __name__ == "__main__":
    freeze(HERE / f"{revisions()[-1]}.db")
