"""Several machines with databases of their own, for merges."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.conftest import Output, Tracker
from tracker.database.schema.tables import metadata

Content = dict[str, list[tuple[object, ...]]]


class Machines:
    """Runs commands on machines by name, each with its database in `folder`.

    All begin with the same database.
    """

    def __init__(self, tracker: Tracker, folder: Path) -> None:
        self._tracker, self._folder = tracker, folder

    def place(self, machine: str) -> Path:
        """The database of a machine."""
        return self._folder / f"{machine}.db"

    def copy(self, machine: str, others: str) -> None:
        """Let each of `others` have the database of `machine`."""
        for other in others:
            shutil.copy(self.place(machine), self.place(other))

    def __call__(self, machine: str, words: str, now: str | None = None) -> Output:
        """The answer of a command that does what it should, or is refused."""
        if not self.place(machine).exists():
            shutil.copy(self._tracker.db, self.place(machine))
        output = self._tracker(f"--db '{self.place(machine)}' {words}", now)
        assert output.code in (0, 2, 3, 4), output
        return output

    def merge(self, machine: str, other: str, now: str | None = None) -> Output:
        """Merge the database of another machine, whatever tracker asks about it."""
        answers = "--same-person --clock-is-right"
        return self(machine, f"merge '{self.place(other)}' {answers}", now)

    def content(self, machine: str) -> Content:
        """All of the person's rows with all columns, without the numbers of rows."""
        with closing(sqlite3.connect(self.place(machine))) as db:
            db.row_factory = sqlite3.Row
            names = {table: _names(db, table) for table in metadata.tables}
            return {
                name: _rows(db, name, names)
                for name, table in metadata.tables.items()
                if table.info.get("personal")
            }


def _names(db: sqlite3.Connection, table: str) -> dict[int, object]:
    """What each row is called on every machine, by its number."""
    rows = [dict(row) for row in db.execute(f"select * from {table}")]
    return {row["id"]: row.get("slug", row.get("uid", row["id"])) for row in rows}


def _rows(
    db: sqlite3.Connection, table: str, names: dict[str, dict[int, object]]
) -> list[tuple[object, ...]]:
    links = {
        column.name: key.column.table.name
        for column in metadata.tables[table].c
        for key in column.foreign_keys
    }
    rows = []
    for row in map(dict, db.execute(f"select * from {table}")):
        del row["id"]
        for name, linked in links.items():
            row[name] = names[linked].get(row[name])
        rows.append(tuple(row.values()))
    return sorted(rows, key=repr)
