"""Rows of the person's that were removed: remembered, so that merging does not bring them back."""

import sqlite3

AGAIN = "update tombstone set at = :now where uid = :uid and tbl = :tbl"
NEW = "insert into tombstone (uid, tbl, at) values (:uid, :tbl, :now)"


def add_tombstone(db: sqlite3.Connection, uid: str, table: str, now: int) -> None:
    """Remember that a row was removed at `now` (UTC seconds)."""
    named = {"uid": uid, "tbl": table, "now": now}
    if not db.execute(
        AGAIN, named
    ).rowcount:  # what was removed before may have come again, and gone again
        db.execute(NEW, named)
