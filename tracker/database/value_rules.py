"""What the value of each column must be, as conditions in SQL: made from the tables.

They are asked of a file that may have been written without the schema's own rules.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import CheckConstraint, Column, Table, Text, UniqueConstraint

# A name in SQL: `day`, `utc_offset`.
_NAME = re.compile(r"[a-z_]+")
_NO_JSON = "has {}, which is not JSON"
# What triggers write, so that SQLite need not check it at each row; and what only other
# tables tell.
_ALSO = {
    ("change", "old"): ("old is not null and not json_valid(old)", _NO_JSON),
    ("change", "new"): ("new is not null and not json_valid(new)", _NO_JSON),
    ("overlap", "seconds"): (
        "seconds > coalesce((select sum(session.seconds) from session"
        " where session.day = overlap.day), 0)",
        "has {}, which is more than the sessions of its day",
    ),
}
_KINDS = {"text": "text", "integer": "a whole number"}


class ValueRule(NamedTuple):
    """A condition in SQL that is true of a wrong row.

    `says` is what is wrong then: `has {}, which is not a day`. `kind` is `link` where the
    value names a row that does not exist, else `value`. `written` is a part of the SQL
    of a table that lets SQLite refuse such a row: `day TEXT NOT NULL, `.
    """

    columns: tuple[str, ...]
    wrong: str
    says: str
    kind: str = "value"
    written: str = ""

    def is_part_of(self, sql: str) -> bool:
        """Whether a table of this SQL says the rule by itself."""
        is_strict = sql.rstrip().endswith("STRICT")  # some end with line breaks
        is_there = self.written in sql.replace('"', "")
        return self.written != "" and is_strict and is_there


def value_rules(table: Table) -> Iterator[ValueRule]:
    """The rules for each row of `table` alone."""
    for column in table.columns:
        yield _type_rule(column)
        yield from _link_rules(table, column)
        also = _ALSO.get((table.name, column.name))
        if also:
            yield ValueRule((column.name,), *also)
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint):
            yield _check_rule(table, constraint)


def unique_columns(table: Table) -> Iterator[tuple[str, ...]]:
    """The columns in which no two rows may be the same."""
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(constraint.columns.keys())
    for index in table.indexes:
        if index.unique:
            yield tuple(index.columns.keys())


def text_columns(table: Table) -> list[str]:
    """The columns that hold text."""
    return [column.name for column in table.columns if isinstance(column.type, Text)]


def _type_rule(column: Column[object]) -> ValueRule:
    kind = "text" if isinstance(column.type, Text) else "integer"
    types = f"'{kind}', 'null'" if column.nullable else f"'{kind}'"
    needed = "" if column.nullable else " NOT NULL"
    return ValueRule(
        (column.name,),
        f"typeof({column.name}) not in ({types})",
        f"has {{}}, which is not {_KINDS[kind]}",
        written=f"\t{column.name} {kind.upper()}{needed}, ",
    )


def _link_rules(table: Table, column: Column[object]) -> Iterator[ValueRule]:
    for key in column.foreign_keys:
        target = key.column.table.name
        yield ValueRule(
            (column.name,),
            f"{column.name} is not null and not exists (select 1 from {target}"
            f" as target where target.id = {table.name}.{column.name})",
            f"refers to a row of {target} that does not exist",
            "link",
        )


def _check_rule(table: Table, constraint: CheckConstraint) -> ValueRule:
    sql = str(constraint.sqltext)
    names = [name for name in _NAME.findall(sql) if name in table.columns]
    sense = constraint.info.get("sense", "which makes no sense")
    return ValueRule(
        tuple(dict.fromkeys(names)),
        f"not ({sql})",
        f"has {{}}, {sense}",
        written=f"CHECK ({sql})",
    )
