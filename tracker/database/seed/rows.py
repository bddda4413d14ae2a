"""Write shipped rows: insert new ones, update changed ones."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from tracker.limits import HOUR

Row = Mapping[str, Any]


def sync_by_slug(db: Connection, table: Table, rows: Iterable[Row]) -> dict[str, int]:
    """Insert `rows`, or update those whose slug exists; return the number of each slug.

    All rows have the same columns, `slug` among them. Rows with other slugs stay
    unchanged.
    """
    wanted = {row["slug"]: dict(row) for row in rows}
    columns = [table.c[name] for name in next(iter(wanted.values()), {"slug": ""})]
    present = {
        row["slug"]: dict(row) for row in db.execute(select(*columns)).mappings()
    }
    missing = [row for slug, row in wanted.items() if slug not in present]
    changed = [
        row for slug, row in wanted.items() if slug in present and present[slug] != row
    ]
    if missing:
        db.execute(insert(table), missing)
    if changed:
        by_slug = update(table).where(table.c.slug == bindparam("of"))
        db.execute(by_slug, [{"of": row["slug"], **row} for row in changed])
    return {row.slug: row.id for row in db.execute(select(table.c.slug, table.c.id))}


def replace_all(db: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Replace all rows of a table that no other refers to."""
    db.execute(delete(table))
    listed = list(rows)
    if listed:
        db.execute(insert(table), listed)


def to_seconds(hours: float | None) -> int | None:
    """Hours as whole seconds."""
    return None if hours is None else round(hours * HOUR)
