"""What was removed, and when, so that merging does not bring it back."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from tracker.database.schema.internals import tombstone


def stones(db: Connection) -> dict[str, dict[str, int]]:
    """When each row was removed (UTC seconds), by table and uid."""
    found: dict[str, dict[str, int]] = {}
    for uid, table, at in db.execute(
        select(tombstone.c.uid, tombstone.c.tbl, tombstone.c.at)
    ):
        found.setdefault(table, {})[uid] = at
    return found


def later(ours: Mapping[str, int], theirs: Mapping[str, int]) -> dict[str, int]:
    """The tombstones of both sides, the later of two."""
    return {
        uid: max(ours.get(uid, -1), theirs.get(uid, -1))
        for uid in ours.keys() | theirs.keys()
    }


def add_tombstones(
    db: Connection, table: str, here: Mapping[str, int], buried: Mapping[str, int]
) -> None:
    """Write the tombstones of a table that are new `here`, or later, and take away those that are not `buried` now."""
    for uid, at in buried.items():
        if uid not in here:
            db.execute(insert(tombstone).values(uid=uid, tbl=table, at=at))
        elif here[uid] != at:
            db.execute(update(tombstone).where(*_stone(table, uid)).values(at=at))
    for uid in here.keys() - buried.keys():
        db.execute(delete(tombstone).where(*_stone(table, uid)))


def _stone(table: str, uid: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return tombstone.c.tbl == table, tombstone.c.uid == uid
