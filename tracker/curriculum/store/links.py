"""Links of items."""

from sqlite3 import Connection

from tracker.curriculum.rules.links import ItemLink
from tracker.journal.store.items import choose_item

LINK = "select slug, title, author, url, origin from item where id = :item_id"


def find_link(db: Connection, typed: str) -> ItemLink:
    """The link of the item that `typed` names. Raises NotFound or Ambiguous."""
    chosen = choose_item(db, typed, "only an item has a link to open")
    return ItemLink(*db.execute(LINK, {"item_id": chosen.id}).fetchone())
