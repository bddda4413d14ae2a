"""Make docs/schema.md from the tables.

python -m tests.schema_page
"""

import re
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import CheckConstraint, Column, Table

from tracker.database.schema import internals
from tracker.database.schema.base import metadata
from tracker.database.schema.journal import session
from tracker.database.schema.tables import MODULES

PAGE = Path(__file__).parent.parent / "docs" / "schema.md"

INTRODUCTION = """# The tables

Made from `tracker/database/schema` by `python -m tests.schema_page`; do not edit it here.

Shipped tables hold the curriculum: only a new seed changes them. Personal tables hold
what commands write: `undo` and `merge` cover them. Internal tables hold the undo log and
the version of the seed. A column may be null unless it says *required*. A day is ISO text in local time; an instant is whole UTC seconds.

Every table has `id`, the number of the row in this file. Every personal table has `uid`,
a random name that is the same on every machine, and `edited_at`, the UTC seconds of the
last change. The lists below leave these three out.
"""


def schema_page() -> str:
    """The whole page."""
    sections = [INTRODUCTION]
    for module in MODULES:
        summary = (module.__doc__ or "").strip().splitlines()[0]
        sections.append(f"## {summary.rstrip('.')}\n")
        sections += [_section(table) for table in _list_tables(module)]
    return "\n".join(sections)


def _list_tables(module: ModuleType) -> list[Table]:
    """The tables that a module of the schema defines, in its order."""
    defined = {id(value) for value in vars(module).values()}
    return [table for table in metadata.tables.values() if id(table) in defined]


def _section(table: Table) -> str:
    rows = [_row(table, column) for column in table.columns if not _is_shared(column)]
    lines = [
        f"### {table.name}\n",
        f"{table.comment} {_kind(table)}.\n",
        "| column | type | what it holds |",
        "|---|---|---|",
        *rows,
    ]
    return "\n".join(lines) + "\n"


def _is_shared(column: Column[Any]) -> bool:
    """Whether the introduction tells of the column."""
    shared = session.columns.get(column.name)
    is_named = column.name in ("id", "uid", "edited_at")
    return is_named and shared is not None and column.comment == shared.comment


def _kind(table: Table) -> str:
    if table.info.get("personal"):
        return "Personal"
    is_internal = table in _list_tables(internals)
    return "Internal" if is_internal else "Shipped"


def _row(table: Table, column: Column[Any]) -> str:
    kind = str(column.type).lower()
    if not column.nullable:
        kind += ", required"
    meaning = column.comment or ""
    choices = list_choices(table, column)
    if choices:
        meaning += f" ({', '.join(choices)})"
    return f"| {column.name} | {kind} | {meaning} |"


def list_choices(table: Table, column: Column[Any]) -> list[str]:
    """The choices of a CHECK that `base.one_of` made for the column."""
    name = f"{table.name}_{column.name}_is_known"
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint) and constraint.name == name:
            # Each choice is quoted, as in: level in ('none', 'basic')
            return re.findall(r"'([^']+)'", str(constraint.sqltext))
    return []


if __name__ == "__main__":
    PAGE.write_text(schema_page(), encoding="utf-8")
