"""Items of a person's own folder, written as those of `tracker add` are, with all that an entry can say besides."""

from collections.abc import Iterable

from sqlalchemy import Connection, Table, insert, select, update

from tracker.curriculum.rules.items import OwnItem
from tracker.curriculum.store.changes import add_item
from tracker.database.catalogue.records import ItemEntry as Entry
from tracker.database.schema.curriculum import (
    choice_group,
    item,
    item_requires,
    item_skill,
)
from tracker.database.schema.milestones import milestone
from tracker.database.schema.readiness import skill
from tracker.database.seeding.rows import lines
from tracker.database.values import stamp
from tracker.maintenance.rules.item_folder import hours


def add_entries(db: Connection, entries: Iterable[Entry], now: int) -> None:
    """Add entries as the person's own items at `now` (UTC seconds). They may require one another in any order."""
    added = list(entries)
    for entry in added:
        add_item(
            db,
            OwnItem(
                entry.slug,
                entry.title,
                entry.kind,
                entry.track,
                hours(entry),
                entry.url,
                (),
                entry.aka,
            ),
            now,
        )
        _describe(db, entry)
    for entry in added:
        _link(db, item_requires, entry.slug, "requires_id", item, entry.requires, now)
        _link(db, item_skill, entry.slug, "skill_id", skill, entry.skills, now)


def _describe(db: Connection, entry: Entry) -> None:
    told = {
        "author": entry.by, "year": entry.year, "hours_from": entry.hours_from, "note": entry.note,
        "status": entry.status, "as_of": entry.as_of, **lines(entry.line),
        "after_id": _number(db, milestone, entry.after), "group_id": _number(db, choice_group, entry.group),
    }  # fmt: skip
    db.execute(update(item).where(item.c.slug == entry.slug).values(told))


def _link(
    db: Connection,
    links: Table,
    slug: str,
    column: str,
    target: Table,
    named: Iterable[str],
    now: int,
) -> None:
    rows = [
        {
            **stamp(now),
            "item_id": _number(db, item, slug),
            column: _number(db, target, name),
        }
        for name in named
    ]
    if rows:
        db.execute(insert(links), rows)


def _number(db: Connection, table: Table, slug: str | None) -> int | None:
    return (
        None
        if slug is None
        else db.execute(select(table.c.id).where(table.c.slug == slug)).scalar_one()
    )
