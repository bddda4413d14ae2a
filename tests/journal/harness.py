"""What the journal's tests look with: into the file past the program, and at answers without their random ids."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tracker.database.schema.tables import personal_tables


def dump(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the person's."""
    with closing(sqlite3.connect(db)) as own:
        return {
            name: own.execute(f"select * from {name} order by id").fetchall()
            for name in personal_tables()
        }


def rows(db: Path, statement: str) -> list[tuple[Any, ...]]:
    """What a statement answers; what it writes is kept."""
    with closing(sqlite3.connect(db)) as own, own:
        return own.execute(statement).fetchall()


def calm(text: str) -> str:
    """An answer with each random id as `(ID)`, and at the start of a line as `ID`."""
    return re.sub(
        r"^[0-9a-z]{4}(?=  [A-Z])",
        "ID",
        re.sub(r"\([0-9a-z]{4}\)", "(ID)", text),
        flags=re.MULTILINE,
    )
