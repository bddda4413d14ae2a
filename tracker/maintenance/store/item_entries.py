"""Items of a person's own folder, saved with all that an entry can say."""

from collections.abc import Iterable
from sqlite3 import Connection

from tracker.curriculum.rules.items import OwnItem
from tracker.curriculum.store.changes import add_item
from tracker.database.catalogue.records import ItemEntry
from tracker.database.rows import find_id, insert_row, save_row
from tracker.database.values import line_columns, stamp
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
        _describe(db, entry, now_utc)
    for entry in entries:
        required = _find_ids(db, "item", entry.requires)
        _link(db, "item_requires", entry.slug, "requires_id", required, now_utc)
        skills = _find_ids(db, "skill", entry.skills)
        _link(db, "item_skill", entry.slug, "skill_id", skills, now_utc)


def _describe(db: Connection, entry: ItemEntry, now_utc: int) -> None:
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
    save_row(db, "item", {"slug": entry.slug}, columns, now_utc)


def _link(
    db: Connection,
    links: str,
    slug: str,
    column: str,
    numbers: Iterable[int],
    now_utc: int,
) -> None:
    item_id = find_id(db, "item", slug)
    for number in numbers:
        row = {**stamp(now_utc), "item_id": item_id, column: number}
        insert_row(db, links, row)


def _find_ids(db: Connection, table: str, slugs: Iterable[str]) -> list[int]:
    return [find_id(db, table, slug) for slug in slugs]
