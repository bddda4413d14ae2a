"""The new database of a salvage: what was read of the damaged one, row by row."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Table

from tracker.database.connect import BROKEN_LINKS
from tracker.database.damaged.file import Columns
from tracker.database.damaged.records import Value
from tracker.database.fresh_schema import create_schema
from tracker.database.history import transaction
from tracker.database.seed.sync import sync
from tracker.database.value_checks import find_value_faults
from tracker.database.values import new_uid, text_to_day
from tracker.journal.store.overlaps import rewrite_overlaps
from tracker.maintenance.rules.salvage import CURRICULUM_LINKS, RowNote
from tracker.paths import seed_folder

SLUGS = "select * from {}"
DAYS = "select distinct day from session"
ROW = "select * from {} where rowid = ?"
REMOVE = "delete from {} where rowid = ?"
# The tables of the curriculum that the person's rows refer to, or that these need.
_SLUG_TABLES = ("track", "choice_group", "milestone", "skill", "prompt", "item")
_DEFAULTS: Columns = {"INTEGER": 0, "TEXT": ""}


class MissingLink(NamedTuple):
    """A row that another one refers to, but that is not there."""

    table: str
    number: Value
    can_lack: bool  # whether a row can be without that link


class NewRows:
    """Adds rows with their numbers, in an order in which links lead to earlier ones."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._numbers: dict[str, set[int]] = {}
        self.slugs: dict[tuple[str, int], str] = {}

    def missing_links(self, table: Table, values: Columns) -> dict[str, MissingLink]:
        """The columns of a row that refer to rows which are not there."""
        missing = {}
        for column in table.c:
            for key in column.foreign_keys:
                target, number = key.column.table.name, values.get(column.name)
                if number is not None and number not in self._numbers.get(target, ()):
                    link = MissingLink(target, number, can_lack=bool(column.nullable))
                    missing[column.name] = link
        return missing

    def add(self, table: Table, number: int, values: Columns) -> str:
        """Add a row; "", or why the new database refuses it."""
        try:
            self._insert(table, {**_completed(table, values), "id": number})
        except sqlite3.IntegrityError as fault:
            is_taken = "UNIQUE" in str(fault)
            return (
                "another row has its name" if is_taken else "its values make no sense"
            )
        except (sqlite3.Error, UnicodeError):
            return "its values cannot be read"
        return ""

    def add_shipped(self, table: Table, number: int, values: Columns) -> None:
        """Add a row of the curriculum; `sync` writes what it links to."""
        links = {column.name for column in table.c if column.foreign_keys}
        row = {name: value for name, value in values.items() if name not in links}
        row |= {name: values[name] and 1 for name in links}
        self._insert(table, {**row, "id": number})

    def unknown_item(self, number: int) -> Columns:
        """The values of an own item, such as salvaged-94."""
        return {
            "uid": new_uid(),
            "slug": f"salvaged-{number}",
            "title": f"Unknown item {number}",
            "kind": "other",
            "origin": "own",
            "track_id": min(self._numbers.get("track", {1})),
        }

    def is_shipped(self, table: str, values: Columns) -> bool:
        """Whether a row with those values is there, in a table of the curriculum."""
        if table not in CURRICULUM_LINKS or not values:
            return False
        where = " and ".join(f"{name} is :{name}" for name in values)
        query = f"select 1 from {table} where {where}"
        return bool(self._db.execute(query, values).fetchone())

    def _insert(self, table: Table, row: Columns) -> None:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join(f":{name}" for name in row)
        self._db.execute(f"insert into {table.name} ({names}) values ({marks})", row)
        number = int(str(row["id"]))
        self._numbers.setdefault(table.name, set()).add(number)
        if "slug" in row:
            self.slugs[table.name, number] = str(row["slug"])


def _completed(table: Table, values: Columns) -> Columns:
    """The row with all columns of today: those that came later are empty, or 0."""
    row: Columns = {}
    for column in table.c:
        if column.name in values or column.nullable:
            row[column.name] = values.get(column.name)
        else:
            row[column.name] = _DEFAULTS[str(column.type)]
    return row


def read_seed_rows() -> dict[str, dict[str, Columns]]:
    """The rows of the shipped curriculum that have a slug, by table and slug."""
    rows: dict[str, dict[str, Columns]] = {}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        with transaction(raw):
            create_schema(raw)
            sync(raw, Path(seed_folder()))
        raw.row_factory = sqlite3.Row
        for table in _SLUG_TABLES:
            read = map(dict, raw.execute(SLUGS.format(table)))
            rows[table] = {str(row["slug"]): row for row in read}
    return rows


@contextmanager
def new_database(place: Path) -> Iterator[sqlite3.Connection]:
    """A database at `place` with this tracker's schema, in a transaction to fill it.

    SQLite does not check links there: `remove_faulty_rows` does.
    """
    with closing(sqlite3.connect(place, isolation_level=None)) as raw:
        raw.execute("pragma foreign_keys = off")
        raw.execute("pragma synchronous = full")
        with transaction(raw):
            create_schema(raw)
            yield raw


def complete(raw: sqlite3.Connection) -> list[RowNote]:
    """Write the curriculum and the overlaps; return the faulty rows that it removed."""
    sync(raw, Path(seed_folder()))
    removed = remove_faulty_rows(raw)
    days = [text_to_day(day) for (day,) in raw.execute(DAYS).fetchall()]
    rewrite_overlaps(raw, days)
    return removed


def remove_faulty_rows(raw: sqlite3.Connection) -> list[RowNote]:
    """Remove the rows whose values or links make no sense, and return them."""
    notes: list[RowNote] = []
    while faulty := dict(_faulty_rows(raw)):
        for (table, number), says in faulty.items():
            cursor = raw.execute(ROW.format(table), [number])
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                values = dict(zip(names, row, strict=True))
                notes.append(RowNote(table, number, values, says))
            raw.execute(REMOVE.format(table), [number])
    return notes


def _faulty_rows(raw: sqlite3.Connection) -> Iterable[tuple[tuple[str, int], str]]:
    for table, number, target, _ in raw.execute(BROKEN_LINKS).fetchall():
        yield (table, number), f"the {target} that it belongs to is left out"
    for fault in find_value_faults(raw):
        yield (fault.table, fault.row), fault.says
