"""Compare the schema of a database with the one that tracker makes, and remake parts."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from typing import NamedTuple

from tracker.database.connect import Where
from tracker.database.fresh_schema import fresh_schema
from tracker.database.repairs import damaged, repair_hint
from tracker.database.schema_facts import MADE_OF, schema_facts
from tracker.errors import DatabaseProblem
from tracker.text.columns import count_noun, join_words

ENCODING = "pragma encoding"
# The indexes that SQLite makes of UNIQUE; they have no SQL, and cannot be remade.
OWN_INDEXES = """select tbl_name, count(*) from sqlite_master
                 where type = 'index' and sql is null group by tbl_name"""
MOST_NAMED = 5  # parts in one sentence


class OurSchema(NamedTuple):
    """The schema that a first run would make today.

    `facts` are as `schema_facts` has them, `own_indexes` how many indexes SQLite makes
    of UNIQUE by table, `statements` kind, name and SQL of each part.
    """

    facts: Mapping[str, tuple[str, ...]]
    own_indexes: frozenset[tuple[str, int]]
    statements: tuple[tuple[str, str, str], ...]


@cache
def our_schema() -> OurSchema:
    """Made once in a call: it takes long, and a check of a database asks several times."""
    with closing(fresh_schema()) as fresh:
        return OurSchema(
            schema_facts(fresh),
            frozenset(fresh.execute(OWN_INDEXES)),
            tuple(fresh.execute(MADE_OF)),
        )


def check_encoding(path: Where, db: sqlite3.Connection) -> None:
    """Raise DatabaseProblem where texts are not stored as UTF-8."""
    (encoding,) = db.execute(ENCODING).fetchone()
    if encoding != "UTF-8":
        raise DatabaseProblem(
            f"{path} stores its texts as {encoding}; tracker needs UTF-8.",
            repair_hint(path),
        )


def find_differences(path: Where, db: sqlite3.Connection) -> list[str]:
    """The indexes and triggers to remake, such as `index session_day`.

    Raises DatabaseProblem where a table is missing or differs, or where texts are not
    stored as UTF-8.
    """
    check_encoding(path, db)
    ours, present = our_schema(), schema_facts(db)
    unlike = ours.own_indexes - set(db.execute(OWN_INDEXES))
    names = [name for name, facts in ours.facts.items() if present.get(name) != facts]
    for name in names:
        if name.startswith("table "):
            state = "is missing"
            if name in present:
                state = "differs from what tracker makes"
            raise damaged(path, f"the {name} {state}")
    for table, _ in sorted(unlike):
        raise damaged(path, f"an index of the table {table} is missing")
    return names


def remake(path: Where, db: sqlite3.Connection) -> list[str]:
    """Remake indexes and triggers that are missing or changed; return their names.

    Inside the caller's transaction. Raises DatabaseProblem as `find_differences`, or
    where a part cannot be made.
    """
    names = find_differences(path, db)
    for kind, name, sql in our_schema().statements:
        if f"{kind} {name}" in names:
            db.execute(f'drop {kind} if exists "{name}"')
            _make(path, db, f"{kind} {name}", sql)
    return names


def _make(path: Where, db: sqlite3.Connection, name: str, sql: str) -> None:
    try:
        db.execute(sql)
    except sqlite3.IntegrityError as fault:
        same = f"two rows are the same where the {name} allows one"
        raise damaged(path, same) from fault


def say_remade(path: Where, names: list[str]) -> str:
    """The remark on parts that were remade."""
    named = names[:MOST_NAMED]
    if len(names) > MOST_NAMED:
        named.append(f"{len(names) - MOST_NAMED:,} more")
    parts = count_noun(len(names), "missing or changed part")
    says = f"Made {parts} of {path} again: {join_words(named, 'and')}."
    if any(name.startswith("trigger ") for name in names):
        says += " Undo cannot take back what was written without its triggers."
    return says
