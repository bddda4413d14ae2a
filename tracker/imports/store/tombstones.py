"""The tombstones of a merge: what was removed, so that it does not come back."""

from collections.abc import Mapping
from sqlite3 import Connection

from sqlalchemy import delete, select

from tracker.database.bridge import core
from tracker.database.schema.internals import tombstone
from tracker.database.tombstones import add_tombstone


def read_tombstones(db: Connection) -> dict[str, dict[str, int]]:
    """When each row was removed (UTC seconds), by table and uid."""
    by_table: dict[str, dict[str, int]] = {}
    statement = select(tombstone.c.uid, tombstone.c.tbl, tombstone.c.at)
    for uid, table, at in core(db).execute(statement):
        by_table.setdefault(table, {})[uid] = at
    return by_table


def replace_tombstones(
    db: Connection, table: str, before: Mapping[str, int], after: Mapping[str, int]
) -> None:
    """Make the tombstones of a table what `after` says; `before` are those it has.

    Only what differs is written: the same merge again writes nothing.
    """
    for uid, at in after.items():
        if before.get(uid) != at:
            add_tombstone(db, uid, table, at)
    for uid in before.keys() - after.keys():
        same_row = (tombstone.c.tbl == table) & (tombstone.c.uid == uid)
        core(db).execute(delete(tombstone).where(same_row))
