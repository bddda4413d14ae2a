"""The two databases of a merge, as they were before it."""

from sqlite3 import Connection
from typing import NamedTuple

from tracker.imports.store.shipped_rows import Keys, read_shipped_keys
from tracker.imports.store.tombstones import read_tombstones


class MergeSide(NamedTuple):
    """One of the two databases: keys by table and row number, and tombstones."""

    db: Connection
    keys: Keys
    tombstones: dict[str, dict[str, int]]


def read_side(db: Connection) -> MergeSide:
    """A side with the keys of its shipped rows; those of others are added later."""
    return MergeSide(db, read_shipped_keys(db), read_tombstones(db))
