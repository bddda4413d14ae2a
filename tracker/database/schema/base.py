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

from tracker.limits import (
    DAY,
    EARLIEST_DAY,
    EARLIEST_INSTANT,
    LARGEST_COUNT,
    LARGEST_SUM,
    LATEST_DAY,
    LATEST_INSTANT,
)

metadata = MetaData()


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


def rule(table: str, name: str, sql: str, sense: str) -> CheckConstraint:
    """A rule for each row, called `TABLE_NAME`: `sql` is true, or null, where it holds.

    `sense` ends the sentence on a row that breaks it: `which is not a day`.
    """
    return CheckConstraint(sql, name=f"{table}_{name}", info={"sense": sense})


def flag(table: str, name: str, comment: str) -> tuple[Column[int], CheckConstraint]:
    """A yes or no, as 1 or 0."""
    return (
        integer(name, f"1 or 0: {comment}", required=True),
        is_flag(table, name),
    )


def is_flag(table: str, name: str) -> CheckConstraint:
    """A column that holds 1 or 0."""
    return rule(table, f"{name}_is_a_flag", f"{name} in (0, 1)", "which is not 0 or 1")


def one_of(table: str, name: str, choices: Sequence[str]) -> CheckConstraint:
    """A column that holds one of `choices`, or null where it may."""
    listed = ", ".join(f"'{choice}'" for choice in choices)
    sense = f"which is not one of {', '.join(choices)}"
    return rule(table, f"{name}_is_known", f"{name} in ({listed})", sense)


def is_day(table: str, name: str) -> CheckConstraint:
    """A column that holds an ISO day of the calendar, or null where it may.

    By itself, `date` takes 30 February as it is.
    """
    is_real = f"{name} is date({name}, '+0 days')"
    sql = f"{is_real} and {name} between '{EARLIEST_DAY}' and '{LATEST_DAY}'"
    return rule(table, f"{name}_is_a_day", sql, "which is not a day")


def is_instant(table: str, name: str) -> CheckConstraint:
    """A column that holds the UTC seconds of a moment, or null where it may."""
    sql = f"{name} between {EARLIEST_INSTANT} and {LATEST_INSTANT}"
    return rule(table, f"{name}_is_a_moment", sql, "which is not a moment")


def is_sum(
    table: str, name: str, least: int = 0, most: int = LARGEST_SUM
) -> CheckConstraint:
    """A column that holds so many seconds, or null where it may."""
    sense = f"which is not from {least} to {most:,} seconds"
    return rule(table, f"{name}_is_a_sum", f"{name} between {least} and {most}", sense)


def is_count(table: str, name: str, least: int = 0) -> CheckConstraint:
    """A column that holds a number of things, or null where it may."""
    sql = f"{name} between {least} and {LARGEST_COUNT}"
    sense = f"which is not a number from {least}"
    return rule(table, f"{name}_is_a_count", sql, sense)


def is_offset(table: str, name: str) -> CheckConstraint:
    """A column that holds seconds east of UTC, or null where it may: less than a day."""
    sql = f"{name} between {1 - DAY} and {DAY - 1}"
    return rule(table, f"{name}_is_an_offset", sql, "which is not less than 24 h")


def is_uid(table: str) -> CheckConstraint:
    """The column `uid`: without an end, `substr` would find no shortest id."""
    return rule(table, "uid_is_a_name", "uid <> ''", "which is empty")


def of_one_thing(table: str, one: str, other: str) -> CheckConstraint:
    """Two columns of which just one holds something."""
    sql = f"({one} is null) <> ({other} is null)"
    return rule(table, "of_one_thing", sql, "of which it needs just one")


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
        is_uid(name),
        is_instant(name, "edited_at"),
        comment=comment,
        sqlite_strict=True,
    )
    table.info["personal"] = True
    return table
