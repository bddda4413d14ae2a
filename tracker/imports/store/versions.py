"""Rows of a database as versions that can be compared with another database's.

Versions have no row numbers; their links are the keys of what they refer to.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from sqlite3 import Connection
from typing import Any, NamedTuple

from sqlalchemy import Select, Table, UniqueConstraint, func, select

from tracker.database.bridge import core
from tracker.database.schema.tables import metadata
from tracker.errors import Refused
from tracker.imports.rules.merge import Value, Version
from tracker.imports.store.shipped_rows import Keys
from tracker.text.columns import quoted

# Not merged: overlaps are computed from sessions, tombstones have their own rules.
NOT_MERGED = ("overlap", "tombstone")
# Rows of a table that are compared at a time.
SLICE = 5000


class Slice(NamedTuple):
    """Rows whose uid is after `low` and not after `high`; None is without end."""

    low: str | None = None
    high: str | None = None

    @property
    def where(self) -> str:
        """The same as the end of a statement."""
        low = "uid > :low" if self.low is not None else ""
        high = "uid <= :high" if self.high is not None else ""
        conditions = " and ".join(filter(None, (low, high)))
        return f"where {conditions}" if conditions else ""


def merged_tables() -> list[Table]:
    """The tables that are merged, each after those it refers to."""
    return [
        table
        for table in metadata.sorted_tables
        if "uid" in table.c and table.name not in NOT_MERGED
    ]


@cache
def value_columns(table: Table) -> tuple[str, ...]:
    """The columns of a version's values: all but the number, uid and edit time."""
    names = (column.name for column in table.c)
    return tuple(name for name in names if name not in ("id", "uid", "edited_at"))


@cache
def linked_tables(table: Table) -> Mapping[str, str]:
    """The columns that refer to another table, and the table's name."""
    return {
        column.name: link.column.table.name
        for column in table.c
        for link in column.foreign_keys
    }


@cache
def natural_key(table: Table) -> tuple[str, ...]:
    """The columns that say what a row is about, from the table's unique constraints.

    Empty where each row is a thing of its own.
    """
    uniques = [part for part in table.constraints if isinstance(part, UniqueConstraint)]
    keys = [tuple(unique.columns.keys()) for unique in uniques]
    keys += [tuple(index.columns.keys()) for index in table.indexes if index.unique]
    return next((names for names in sorted(keys) if names != ("uid",)), ())


def is_independent(table: Table) -> bool:
    """Whether each row is a thing of its own that no other row refers to.

    Such a table can be merged slice by slice.
    """
    if table.name in ("timer", "item") or natural_key(table):
        return False
    tables = metadata.tables.values()
    return not any(table.name in linked_tables(other).values() for other in tables)


def read_slices(db: Connection, other: Connection, table: Table) -> list[Slice]:
    """The rows of both databases in slices of some thousands."""
    statement = _slice_bounds(table)
    bounds = sorted({*core(db).scalars(statement), *core(other).scalars(statement)})
    pairs = zip([None, *bounds], [*bounds, None], strict=True)
    return [Slice(low, high) for low, high in pairs]


def _slice_bounds(table: Table) -> Select[str]:
    """Every uid whose place in order is a multiple of SLICE."""
    place = func.row_number().over(order_by=table.c.uid).label("place")
    placed = select(table.c.uid, place).subquery()
    return select(placed.c.uid).where(placed.c.place % SLICE == 0)


def read_versions(
    db: Connection,
    table: Table,
    keys: Keys,
    *,
    new_slugs: Mapping[str, str],
    part: Slice,
) -> dict[int, Version]:
    """The versions of a part of a table, by row number.

    Adds their keys to `keys`. `new_slugs` is the last slug of renamed items by uid.
    Raises Refused where two items would then have the same slug.
    """
    # Without SQLAlchemy, whose rows take three times as long as SQLite.
    listed = ", ".join(f'"{name}"' for name in value_columns(table))
    statement = f"select id, uid, edited_at, {listed} from {table.name} {part.where}"
    rows = db.execute(statement, part._asdict())
    versions = {row[0]: _version(table, row, keys, new_slugs) for row in rows}
    keys[table.name] = {number: version.key for number, version in versions.items()}
    names = list(keys[table.name].values())
    if len(set(names)) < len(names):
        double = next(name for name in names if names.count(name) > 1)
        raise Refused(
            f"After the merge, two items would have the name {quoted(double)}:"
            " one of them was renamed on the other machine.",
            f"Rename one of them first: tracker rename {double} --slug NAME",
        )
    return versions


def read_own_slugs(db: Connection) -> dict[str, tuple[int, str]]:
    """The items that the person added, by uid: edit time (UTC seconds) and slug."""
    item = metadata.tables["item"]
    columns = select(item.c.uid, item.c.edited_at, item.c.slug)
    rows = core(db).execute(columns.where(item.c.origin == "own"))
    return {uid: (edited_at, slug) for uid, edited_at, slug in rows}


def _version(
    table: Table, row: Sequence[Any], keys: Keys, new_slugs: Mapping[str, str]
) -> Version:
    """The version of a row: its number, uid, time of editing, and `value_columns`."""
    _, uid, edited_at, *columns = row
    values: dict[str, Value] = dict(zip(value_columns(table), columns, strict=True))
    for name, linked in linked_tables(table).items():
        if values[name] is not None:
            values[name] = keys[linked].get(int(values[name] or 0))
    if table.name == "item":
        values["slug"] = new_slugs.get(uid, values["slug"])
    return Version(_key(table, uid, values), uid, edited_at, tuple(values.items()))


def _key(table: Table, uid: str, values: Mapping[str, Value]) -> str:
    """The key of the thing that a row is about: the same in both databases."""
    if table.name == "timer":
        return "timer"
    if table.name == "item":
        return str(values["slug"])
    names = natural_key(table)
    return json.dumps([values[name] for name in names]) if names else uid
