"""A database's rows as versions that another database's can be held against: without numbers, links as keys."""

import json
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    UniqueConstraint,
    func,
    select,
)

from tracker.database.schema.tables import metadata
from tracker.errors import Refused
from tracker.imports.rules.merge import Value, Version
from tracker.text.columns import quoted

# Derived from sessions, and put right after them.
DERIVED = ("overlap",)
Keys = dict[str, dict[int, str]]
SLICE = 5000


class Slice(NamedTuple):
    """Rows whose uid is after `low` and not after `high`; None is without end."""

    low: str | None = None
    high: str | None = None

    def within(self, table: Table) -> list[ColumnElement[bool]]:
        """The conditions of that."""
        return [
            *([table.c.uid > self.low] if self.low is not None else []),
            *([table.c.uid <= self.high] if self.high is not None else []),
        ]


def tables() -> list[Table]:
    """The tables that are merged, each after those it refers to."""
    return [
        table
        for table in metadata.sorted_tables
        if "uid" in table.c and table.name not in (*DERIVED, "tombstone")
    ]


def shipped_tables() -> list[Table]:
    """The tables of the shipped curriculum that rows of the person's refer to: they have slugs."""
    return [
        table
        for table in metadata.sorted_tables
        if "slug" in table.c and "uid" not in table.c
    ]


@cache
def columns(table: Table) -> tuple[str, ...]:
    """The columns of a version's values: all but the number and what the version itself has."""
    return tuple(
        column.name
        for column in table.c
        if column.name not in ("id", "uid", "edited_at")
    )


@cache
def links(table: Table) -> Mapping[str, str]:
    """The columns that refer to another table, and to which."""
    return {
        column.name: link.column.table.name
        for column in table.c
        for link in column.foreign_keys
    }


@cache
def natural_key(table: Table) -> tuple[str, ...]:
    """The columns that say which thing a row is about; none where each row stands for itself."""
    unique = [
        tuple(part.columns.keys())
        for part in table.constraints
        if isinstance(part, UniqueConstraint)
    ]
    unique += [tuple(index.columns.keys()) for index in table.indexes if index.unique]
    return next((names for names in sorted(unique) if names != ("uid",)), ())


def stands_alone(table: Table) -> bool:
    """Whether each row is a thing of its own that no other refers to: what becomes of one is no matter of another's."""
    referred = any(
        table.name in links(other).values() for other in metadata.tables.values()
    )
    return (
        not referred and not natural_key(table) and table.name not in ("timer", "item")
    )


def slices(db: Connection, other: Connection, table: Table) -> list[Slice]:
    """The uids of both databases in parts of some thousands."""
    bounds = sorted(
        {uid for each in (db, other) for uid in each.scalars(_every(table))}
    )
    return [
        Slice(low, high)
        for low, high in zip([None, *bounds], [*bounds, None], strict=True)
    ]


def _every(table: Table) -> Select[str]:
    """Every so many-thousandth uid."""
    numbered = select(
        table.c.uid, func.row_number().over(order_by=table.c.uid).label("number")
    ).subquery()
    return select(numbered.c.uid).where(numbered.c.number % SLICE == 0)


def shipped_keys(db: Connection) -> Keys:
    """The slugs of shipped rows by number, table by table."""
    return {table.name: _slugs_of(db, table) for table in shipped_tables()}


def _slugs_of(db: Connection, table: Table) -> dict[int, str]:
    return {row.id: row.slug for row in db.execute(select(table.c.id, table.c.slug))}


def versions(
    db: Connection, table: Table, keys: Keys, renamed: Mapping[str, str], part: Slice
) -> dict[int, Version]:
    """The rows of a part of a table by number. Keeps their keys in `keys`; `renamed` gives items their last slug.

    Raises Refused where two items here would then have one slug.
    """
    rows = db.execute(select(table).where(*part.within(table)))
    found = {row.id: _version(table, row, keys, renamed) for row in rows}
    keys[table.name] = {number: version.key for number, version in found.items()}
    if len(set(keys[table.name].values())) < len(found):
        names = list(keys[table.name].values())
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused(
            f"{quoted(twice)} would be two things after merging, one of them renamed on the other machine.",
            "Rename one of them first: tracker rename ITEM --slug NAME",
        )
    return found


def slugs(db: Connection) -> dict[str, tuple[int, str]]:
    """The items of one's own by uid: when last edited, and the slug."""
    item = metadata.tables["item"]
    own = select(item.c.uid, item.c.edited_at, item.c.slug).where(
        item.c.origin == "own"
    )
    return {uid: (edited_at, slug) for uid, edited_at, slug in db.execute(own)}


def _version(
    table: Table, row: Row[tuple[Value, ...]], keys: Keys, renamed: Mapping[str, str]
) -> Version:
    said = row._mapping
    values: dict[str, Value] = {name: said[name] for name in columns(table)}
    for name, linked in links(table).items():
        if said[name] is not None:
            values[name] = keys[linked].get(said[name])
    if table.name == "item":
        values["slug"] = renamed.get(str(values["slug"]), values["slug"])
    return Version(
        _key(table, said["uid"], values),
        said["uid"],
        said["edited_at"],
        tuple(values.items()),
    )


def _key(table: Table, uid: str, values: Mapping[str, Value]) -> str:
    if table.name == "timer":
        return "timer"
    if table.name == "item":
        return str(values["slug"])
    names = natural_key(table)
    return json.dumps([values[name] for name in names]) if names else uid
