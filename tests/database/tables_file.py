"""Make `tracker/database/tables.json` from the schema: the tables, and conditions of rows.

Those are asked of a file that may have been written without the schema's own rules.
python -m tests.database.tables_file
"""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import CheckConstraint, Column, Table, Text, UniqueConstraint

import tracker
from tracker.database.bridge import core
from tracker.database.schema.tables import metadata
from tracker.database.tables import TableFacts, ValueRule

PLACE = Path(tracker.__file__).parent / "database" / "tables.json"
SQL = """select sql from sqlite_master
         where tbl_name = ? and sql is not null order by type = 'index', name"""

# A name in SQL: `day`, `utc_offset`.
_NAME = re.compile(r"[a-z_]+")
_NO_JSON = "has {}, which is not JSON"
# What triggers write, so that SQLite need not check it at each row; and what only other
# tables tell.
_ALSO = {
    ("change", "old"): ("old is not null and not json_valid(old)", _NO_JSON),
    ("change", "new"): ("new is not null and not json_valid(new)", _NO_JSON),
    ("overlap", "starts"): ("not json_valid(starts)", _NO_JSON),
    ("overlap", "seconds"): (
        "seconds > coalesce((select sum(session.seconds) from session"
        " where session.day = overlap.day), 0)",
        "has {}, which is more than the sessions of its day",
    ),
}
_KINDS = {"text": "text", "integer": "a whole number"}


def value_rules(table: Table) -> Iterator[ValueRule]:
    """The rules for each row of `table` alone."""
    for column in table.columns:
        yield _type_rule(column)
        yield from _link_rules(table, column)
        also = _ALSO.get((table.name, column.name))
        if also:
            yield ValueRule([column.name], *also)
    for constraint in sorted(table.constraints, key=_name):
        if isinstance(constraint, CheckConstraint):
            yield _check_rule(table, constraint)


def unique_columns(table: Table) -> Iterator[list[str]]:
    """The columns in which no two rows may be the same."""
    for constraint in sorted(table.constraints, key=_name):
        if isinstance(constraint, UniqueConstraint):
            yield list(constraint.columns.keys())
    for index in sorted(table.indexes, key=_name):
        if index.unique:
            yield list(index.columns.keys())


def text_columns(table: Table) -> list[str]:
    """The columns that hold text."""
    return [column.name for column in table.columns if isinstance(column.type, Text)]


def _type_rule(column: Column[object]) -> ValueRule:
    kind = "text" if isinstance(column.type, Text) else "integer"
    types = f"'{kind}', 'null'" if column.nullable else f"'{kind}'"
    needed = "" if column.nullable else " NOT NULL"
    if column.server_default:
        needed = f" DEFAULT '{column.server_default.arg}'{needed}"
    return ValueRule(
        [column.name],
        f"typeof({column.name}) not in ({types})",
        f"has {{}}, which is not {_KINDS[kind]}",
        written=f"\t{column.name} {kind.upper()}{needed}, ",
    )


def _link_rules(table: Table, column: Column[object]) -> Iterator[ValueRule]:
    for key in column.foreign_keys:
        target = key.column.table.name
        yield ValueRule(
            [column.name],
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
        list(dict.fromkeys(names)),
        f"not ({sql})",
        f"has {{}}, {sense}",
        written=f"CHECK ({sql})",
    )


def _name(part: Any) -> str:
    return str(part.name)


def list_tables() -> list[TableFacts]:
    """What the file holds, of each table after those that it refers to."""
    with closing(sqlite3.connect(":memory:")) as db:
        metadata.create_all(core(db), checkfirst=False)
        return [
            TableFacts(
                table.name,
                sql=[sql for (sql,) in db.execute(SQL, [table.name])],
                texts=text_columns(table),
                unique=list(unique_columns(table)),
                rules=list(value_rules(table)),
            )
            for table in metadata.sorted_tables
        ]


def file_text() -> str:
    """The text of the file: a line for each rule."""
    return "[\n" + ",\n".join(map(_block, list_tables())) + "\n]\n"


def _block(table: TableFacts) -> str:
    *facts, rules = table
    lines = ",\n".join(map(json.dumps, facts))
    return f"[{lines}, [\n" + ",\n".join(map(json.dumps, rules)) + "\n]]"


if __name__ == "__main__":
    PLACE.write_text(file_text(), encoding="utf-8")
