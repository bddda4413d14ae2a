"""Items of a person's own folder, saved with all that an entry can say."""

from collections.abc import Iterable
from sqlite3 import Connection

from sqlalchemy import Table, insert, update

from tracker.curriculum.rules.items import OwnItem
from tracker.curriculum.store.changes import add_item
from tracker.database.bridge import core
from tracker.database.catalogue.records import ItemEntry
from tracker.database.rows import find_id
from tracker.database.schema.curriculum import (
    item,
    item_requires,
    item_skill,
)
from tracker.database.seed.rows import line_columns
from tracker.database.values import stamp
from tracker.maintenance.rules.item_folder import estimate


def add_entries(db: Connection, entries: Iterable[ItemEntry], now_utc: int) -> None:
    """Add entries as the person's own items; they may require one another."""
    entries = list(entries)
    for entry in entries:
        new_item = OwnItem(
            entry.slug,
            entry.title,
            entry.kind,
            entry.track,
            hours=estimate(entry),
            url=entry.url,
            aka=entry.aka,
        )
        add_item(db, new_item, now_utc)
        _describe(db, entry)
    for entry in entries:
        required = _find_ids(db, "item", entry.requires)
        _link(db, item_requires, entry.slug, "requires_id", required, now_utc)
        skills = _find_ids(db, "skill", entry.skills)
        _link(db, item_skill, entry.slug, "skill_id", skills, now_utc)


def _describe(db: Connection, entry: ItemEntry) -> None:
    """Save what an entry says and `add` has no option for."""
    columns = {
        "author": entry.by,
        "year": entry.year,
        "hours_from": entry.hours_from,
        "note": entry.note,
        "status": entry.status,
        "as_of": entry.as_of,
        "after_id": find_id(db, "milestone", entry.after) if entry.after else None,
        "group_id": find_id(db, "choice_group", entry.group) if entry.group else None,
        **line_columns(entry.line),
    }
    core(db).execute(update(item).where(item.c.slug == entry.slug).values(columns))


def _link(
    db: Connection,
    links: Table,
    slug: str,
    column: str,
    numbers: Iterable[int],
    now_utc: int,
) -> None:
    item_id = find_id(db, "item", slug)
    rows = [
        {**stamp(now_utc), "item_id": item_id, column: number} for number in numbers
    ]
    if rows:
        core(db).execute(insert(links), rows)


def _find_ids(db: Connection, table: str, slugs: Iterable[str]) -> list[int]:
    return [find_id(db, table, slug) for slug in slugs]
