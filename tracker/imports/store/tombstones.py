"""The tombstones of a merge: what was removed and when, so that no merge brings it back."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from tracker.database.schema.internals import tombstone


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
        if uid not in old:
            db.execute(insert(tombstone).values(uid=uid, tbl=table, at=at))
        elif old[uid] != at:
            db.execute(update(tombstone).where(*_is_of(table, uid)).values(at=at))
    for uid in old.keys() - new.keys():
        db.execute(delete(tombstone).where(*_is_of(table, uid)))


def _is_of(table: str, uid: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return tombstone.c.tbl == table, tombstone.c.uid == uid
