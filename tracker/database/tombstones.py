"""Rows that were removed: remembered, so that `merge` does not bring them back."""

import sqlite3

AGAIN = "update tombstone set at = :now where uid = :uid and tbl = :tbl"
NEW = "insert into tombstone (uid, tbl, at) values (:uid, :tbl, :now)"


def add_tombstone(db: sqlite3.Connection, uid: str, table: str, now_utc: int) -> None:
    """Remember that a row was removed at `now_utc` (UTC seconds)."""
    row = {"uid": uid, "tbl": table, "now": now_utc}
    # A row that was removed before may have come back by undo, and now goes again.
    if not db.execute(AGAIN, row).rowcount:
        db.execute(NEW, row)
