"""Rows by slug: insert those that are new, update those that differ, and say which number each slug has."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

Row = Mapping[str, Any]
HOUR = 3600


def put(db: Connection, table: Table, rows: Iterable[Row]) -> dict[str, int]:
    """Make `rows` (each with the same keys, `slug` among them) stand in `table`; return the number of each slug there.

    Rows of `table` with other slugs stay as they are.
    """
    wanted = {row["slug"]: dict(row) for row in rows}
    columns = [table.c[name] for name in next(iter(wanted.values()), {"slug": ""})]
    present = {
        row["slug"]: dict(row) for row in db.execute(select(*columns)).mappings()
    }
    new = [row for slug, row in wanted.items() if slug not in present]
    changed = [
        row for slug, row in wanted.items() if slug in present and present[slug] != row
    ]
    if new:
        db.execute(insert(table), new)
    if changed:
        by_slug = update(table).where(table.c.slug == bindparam("of"))
        db.execute(by_slug, [{"of": row["slug"], **row} for row in changed])
    return {row.slug: row.id for row in db.execute(select(table.c.slug, table.c.id))}


def replace_all(db: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Make `rows` all that `table` holds: for tables nothing refers to."""
    db.execute(delete(table))
    listed = list(rows)
    if listed:
        db.execute(insert(table), listed)


def lines(span: tuple[int, int] | None) -> Row:
    """The columns of a span of the guide's lines."""
    return {
        "line_first": span[0] if span else None,
        "line_last": span[1] if span else None,
    }


def seconds(hours: float | None) -> int | None:
    """Hours as whole seconds."""
    return None if hours is None else round(hours * HOUR)
