"""Items by name, and which names mean something already."""

from sqlalchemy import Connection, select

from tracker.curriculum.rules.items import Item
from tracker.curriculum.store.items import read_items
from tracker.database.bridge import raw_connection
from tracker.database.schema.curriculum import item, item_aka
from tracker.database.schema.milestones import milestone
from tracker.journal.store.items import choose_item


def find_item(db: Connection, typed: str) -> Item:
    """The item that `typed` means. Raises NotFound or Ambiguous, with what could be meant."""
    slug = choose_item(
        raw_connection(db), typed, "it is an item that is asked for"
    ).slug
    return next(each for each in read_items(db) if each.slug == slug)


def taken_names(db: Connection) -> dict[str, str]:
    """Every slug and other name of items and milestones, each with what it means: `the item fastai`."""
    akas = select(item_aka.c.name, item.c.slug).join(
        item, item.c.id == item_aka.c.item_id
    )
    return {
        **{name: f"the item {slug}" for name, slug in db.execute(akas)},
        **{
            slug: f"the milestone {slug}"
            for slug in db.scalars(select(milestone.c.slug))
        },
        **{slug: f"the item {slug}" for slug in db.scalars(select(item.c.slug))},
    }
