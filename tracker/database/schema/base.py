"""What all tables are built from: one metadata, and the kinds of columns and tables.

Each table has a comment that says what a row is; each column has one that says what it
holds. docs/schema.md is made from them: python -m tests.schema_page
"""

from collections.abc import Sequence

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

metadata = MetaData()

# A day is ISO text; this is as much as SQLite can check of it.
DAY = "{0} is null or {0} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"


def row_id() -> Column[int]:
    """The row's number, which never leaves the database."""
    return Column(
        "id", Integer, primary_key=True, comment="number of the row in this file"
    )


def link(name: str, target: str, table: str, *, required: bool = True) -> Column[int]:
    """A reference to a row of `target`, which then cannot be deleted."""
    rule = ForeignKey(
        f"{target}.id", name=f"{table}_{name.removesuffix('_id')}", ondelete="RESTRICT"
    )
    return Column(
        name, Integer, rule, nullable=not required, comment=f"row of {target}"
    )


def text(name: str, comment: str, *, required: bool = False) -> Column[str]:
    """Text."""
    return Column(name, Text, nullable=not required, comment=comment)


def integer(name: str, comment: str, *, required: bool = False) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=not required, comment=comment)


def slug() -> Column[str]:
    """The short name by which commands and the seed refer to the row."""
    return text("slug", "short name that commands take", required=True)


def title() -> Column[str]:
    """The name that people read."""
    return text("title", "name to read", required=True)


def position() -> Column[int]:
    """Where the row stands in its file of the seed."""
    return integer("position", "place in the seed, from 0", required=True)


def flag(table: str, name: str, comment: str) -> tuple[Column[int], CheckConstraint]:
    """A yes or no, as 1 or 0."""
    return (
        integer(name, f"1 or 0: {comment}", required=True),
        CheckConstraint(f"{name} in (0, 1)", name=f"{table}_{name}_is_a_flag"),
    )


def one_of(table: str, name: str, choices: Sequence[str]) -> CheckConstraint:
    """A column that holds one of `choices`, or null where it may."""
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return CheckConstraint(f"{name} in ({listed})", name=f"{table}_{name}_is_known")


def is_day(table: str, name: str) -> CheckConstraint:
    """A column that holds an ISO day, or null where it may."""
    return CheckConstraint(DAY.format(name), name=f"{table}_{name}_is_a_day")


def guide_lines() -> tuple[Column[int], Column[int]]:
    """The lines of the guide that a row comes from."""
    return (
        integer("line_first", "first line of the guide that it comes from"),
        integer("line_last", "last line of the guide that it comes from"),
    )


def shipped(name: str, comment: str, *parts: SchemaItem) -> Table:
    """A table that only seeding writes."""
    return Table(name, metadata, row_id(), *parts, comment=comment, sqlite_strict=True)


def personal(name: str, comment: str, *parts: SchemaItem) -> Table:
    """A table that the person's commands write: `undo` and `merge` cover it.

    `uid` names the row on every machine; `edited_at` tells which of two versions is
    newer.
    """
    table = Table(
        name,
        metadata,
        row_id(),
        text("uid", "random name, the same on every machine", required=True),
        integer("edited_at", "UTC seconds of the last change", required=True),
        *parts,
        UniqueConstraint("uid", name=f"{name}_uid"),
        comment=comment,
        sqlite_strict=True,
    )
    table.info["personal"] = True
    return table
