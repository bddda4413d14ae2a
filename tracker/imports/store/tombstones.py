"""The tombstones of a merge: what was removed, so that it does not come back."""

from collections.abc import Mapping

from sqlalchemy import Connection, delete, select

from tracker.database.bridge import raw_connection
from tracker.database.schema.internals import tombstone
from tracker.database.tombstones import add_tombstone


def read_tombstones(db: Connection) -> dict[str, dict[str, int]]:
    """When each row was removed (UTC seconds), by table and uid."""
    by_table: dict[str, dict[str, int]] = {}
    statement = select(tombstone.c.uid, tombstone.c.tbl, tombstone.c.at)
    for uid, table, at in db.execute(statement):
        by_table.setdefault(table, {})[uid] = at
    return by_table


def replace_tombstones(
    db: Connection, table: str, old: Mapping[str, int], new: Mapping[str, int]
) -> None:
    """Make the tombstones of a table what `new` says; `old` are those it has.

    Only what differs is written: the same merge again writes nothing.
    """
    for uid, at in new.items():
        if old.get(uid) != at:
            add_tombstone(raw_connection(db), uid, table, at)
    for uid in old.keys() - new.keys():
        same_row = (tombstone.c.tbl == table) & (tombstone.c.uid == uid)
        db.execute(delete(tombstone).where(same_row))
