"""What all tables are built from: one metadata, and the columns that kinds of tables share."""

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

# A day is ISO text; this is as much as SQLite can say about it in a CHECK.
DAY = "{0} is null or {0} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"


def key() -> Column[int]:
    """The row's number, which never leaves the database."""
    return Column("id", Integer, primary_key=True)


def link(name: str, target: str, table: str, *, required: bool = True) -> Column[int]:
    """A reference to `target`'s row, which then cannot be deleted."""
    rule = ForeignKey(
        f"{target}.id", name=f"{table}_{name.removesuffix('_id')}", ondelete="RESTRICT"
    )
    return Column(name, Integer, rule, nullable=not required)


def words(
    name: str, *, required: bool = False, comment: str | None = None
) -> Column[str]:
    """Text."""
    return Column(name, Text, nullable=not required, comment=comment)


def number(
    name: str, *, required: bool = False, comment: str | None = None
) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=not required, comment=comment)


def flag(table: str, name: str) -> tuple[Column[int], CheckConstraint]:
    """A yes or no, as 1 or 0."""
    return Column(name, Integer, nullable=False), CheckConstraint(
        f"{name} in (0, 1)", name=f"{table}_{name}_is_a_flag"
    )


def one_of(table: str, name: str, choices: tuple[str, ...]) -> CheckConstraint:
    """A column that holds one of `choices`, or null where it may."""
    listed = ", ".join(f"'{c}'" for c in choices)
    return CheckConstraint(f"{name} in ({listed})", name=f"{table}_{name}_is_known")


def is_day(table: str, name: str) -> CheckConstraint:
    """A column that holds an ISO day, or null where it may."""
    return CheckConstraint(DAY.format(name), name=f"{table}_{name}_is_a_day")


def guide_lines() -> tuple[Column[int], Column[int]]:
    """The lines of the guide a row rests on."""
    return number("line_first"), number("line_last")


def shipped(name: str, *parts: SchemaItem) -> Table:
    """A table that only seeding writes."""
    return Table(name, metadata, key(), *parts, sqlite_strict=True)


def personal(name: str, *parts: SchemaItem) -> Table:
    """A table that the person's commands write: under undo, and ready for merging.

    `uid` is the row's name on every machine; `edited_at` (UTC seconds) says which of two versions is newer.
    """
    table = Table(
        name,
        metadata,
        key(),
        words("uid", required=True, comment="the same on every machine"),
        number("edited_at", required=True, comment="UTC seconds"),
        *parts,
        UniqueConstraint("uid", name=f"{name}_uid"),
        sqlite_strict=True,
    )
    table.info["personal"] = True
    return table
