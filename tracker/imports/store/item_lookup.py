"""Items as imports find them: by number, slug and other name."""

from collections.abc import Iterator
from sqlite3 import Connection
from typing import Any

from sqlalchemy import Column, delete, exists, func, insert, or_, select

from tracker.database.bridge import core
from tracker.database.schema.curriculum import item, item_aka, track
from tracker.database.schema.journal import session
from tracker.database.schema.tables import metadata

UNSORTED = "unsorted"


def read_item_slugs(db: Connection) -> dict[int, str]:
    """The slug of each item, by its number."""
    return {
        row.id: row.slug for row in core(db).execute(select(item.c.id, item.c.slug))
    }


def read_other_names(db: Connection) -> dict[str, int]:
    """The number of the item of each other name, in lower case."""
    rows = core(db).execute(select(item_aka.c.name, item_aka.c.item_id))
    return {name.casefold(): number for name, number in rows}


def read_unnamed_slugs(db: Connection) -> list[str]:
    """The slugs of the items with sessions that were imported without a project."""
    numbers = select(session.c.item_id).where(
        session.c.project.is_(None), session.c.batch_id.is_not(None)
    )
    return list(core(db).scalars(select(item.c.slug).where(item.c.id.in_(numbers))))


def read_track_slugs(db: Connection) -> frozenset[str]:
    """The slugs of all tracks."""
    return frozenset(core(db).scalars(select(track.c.slug)))


def add_unsorted_track(db: Connection) -> None:
    """Add the last track, of imported projects without an item, if missing."""
    existing = select(track.c.id).where(track.c.slug == UNSORTED)
    if core(db).scalar(existing) is not None:
        return
    last = select(func.coalesce(func.max(track.c.position), 0) + 1).scalar_subquery()
    statement = insert(track).values(
        slug=UNSORTED,
        title="Unsorted",
        purpose="Projects of imported logs that no item was named for.",
        position=last,
    )
    core(db).execute(statement)


def remove_empty_items(db: Connection, project: str) -> list[str]:
    """Remove the items that imports made for a project and that nothing refers to.

    Return their slugs. They leave no tombstone: on another machine hours may be logged
    on one, and a merge must not lose those.
    """
    is_imported = (
        item.c.track_id.in_(select(track.c.id).where(track.c.slug == UNSORTED))
        & (item.c.origin == "own")
        & item.c.low.is_(None)
        & item.c.url.is_(None)
        & or_(item.c.title == " ".join(project.split()), item.c.slug == project)
    )
    empty = [~exists().where(column == item.c.id) for column in _links_to_items()]
    slugs = list(core(db).scalars(select(item.c.slug).where(is_imported, *empty)))
    core(db).execute(delete(item).where(item.c.slug.in_(slugs)))
    return slugs


def _links_to_items() -> Iterator[Column[Any]]:
    """The columns of all tables that refer to an item."""
    for table in metadata.tables.values():
        for column in table.c:
            if column.references(item.c.id):
                yield column
