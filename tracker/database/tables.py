"""Our tables as a file says them, for whoever makes or checks a database.

The file is made from `schema/`, where SQLAlchemy knows the tables: importing that takes
longer than making them. python -m tests.database.tables_file
"""

import json
import os
from functools import cache
from typing import NamedTuple


class ValueRule(NamedTuple):
    """A condition in SQL that is true of a wrong row.

    `says` is what is wrong then: `has {}, which is not a day`. `kind` is `link` where the
    value names a row that does not exist, else `value`. `written` is a part of the SQL
    of a table that lets SQLite refuse such a row: `day TEXT NOT NULL, `.
    """

    columns: list[str]
    wrong: str
    says: str
    kind: str = "value"
    written: str = ""

    def is_part_of(self, sql: str) -> bool:
        """Whether a table of this SQL says the rule by itself."""
        is_strict = sql.rstrip().endswith("STRICT")  # some end with line breaks
        is_there = self.written in sql.replace('"', "")
        return self.written != "" and is_strict and is_there


class TableFacts(NamedTuple):
    """A table, and what holds for its rows.

    `sql` makes the table and then its indexes. `texts` are the columns that hold text,
    `unique` the columns in which no two rows may be the same.
    """

    name: str
    sql: list[str]
    texts: list[str]
    unique: list[list[str]]
    rules: list[ValueRule]


@cache
def our_tables() -> list[TableFacts]:
    """All tables, each after those that it refers to."""
    place = os.path.join(os.path.dirname(__file__), "tables.json")
    with open(place, encoding="utf-8") as file:
        tables = json.load(file)
    return [
        TableFacts(name, sql, texts, unique, [ValueRule(*rule) for rule in rules])
        for name, sql, texts, unique, rules in tables
    ]
