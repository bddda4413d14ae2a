"""The names of items."""

from sqlite3 import Connection

from tracker.export.rules.sessions import ItemName

NAMES = """select item.slug as slug, item.title as title, track.slug as track
           from item join track on track.id = item.track_id"""


def read_item_names(db: Connection) -> dict[str, ItemName]:
    """All items by slug."""
    return {row[0]: ItemName(*row) for row in db.execute(NAMES)}
