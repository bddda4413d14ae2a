"""The journal's rows as merging writes them: whole, with the uid and the edit they have on the other machine."""

from collections.abc import Mapping
from sqlite3 import Connection

TABLES = ("session", "timer", "recollection")
PUT_SESSION = """update session set uid = :uid, edited_at = :edited_at, item_id = :item_id, day = :day,
                 seconds = :seconds, started_at = :started_at, utc_offset = :utc_offset, note = :note, tags = :tags,
                 source = :source, logged_at = :logged_at, project = :project, batch_id = :batch_id where id = :id"""
PUT_TIMER = """update timer set uid = :uid, edited_at = :edited_at, item_id = :item_id, started_at = :started_at,
               utc_offset = :utc_offset, tags = :tags, by_hand = :by_hand where id = :id"""
PUT_RECOLLECTION = """update recollection set uid = :uid, edited_at = :edited_at, item_id = :item_id,
                      seconds = :seconds, since = :since, until = :until, said_at = :said_at where id = :id"""
ADD_SESSION = """insert into session (uid, edited_at, item_id, day, seconds, started_at, utc_offset, note, tags,
                 source, logged_at, project, batch_id) values (:uid, :edited_at, :item_id, :day, :seconds,
                 :started_at, :utc_offset, :note, :tags, :source, :logged_at, :project, :batch_id)"""
ADD_TIMER = """insert into timer (id, uid, edited_at, item_id, started_at, utc_offset, tags, by_hand)
               values (1, :uid, :edited_at, :item_id, :started_at, :utc_offset, :tags, :by_hand)"""
ADD_RECOLLECTION = """insert into recollection (uid, edited_at, item_id, seconds, since, until, said_at)
                      values (:uid, :edited_at, :item_id, :seconds, :since, :until, :said_at)"""
DROP_SESSION = "delete from session where id = :id"
DROP_TIMER = "delete from timer where id = :id"
DROP_RECOLLECTION = "delete from recollection where id = :id"
_PUT = dict(zip(TABLES, (PUT_SESSION, PUT_TIMER, PUT_RECOLLECTION), strict=True))
_ADD = dict(zip(TABLES, (ADD_SESSION, ADD_TIMER, ADD_RECOLLECTION), strict=True))
_DROP = dict(zip(TABLES, (DROP_SESSION, DROP_TIMER, DROP_RECOLLECTION), strict=True))
Values = Mapping[str, str | int | None]


def put_row(db: Connection, table: str, number: int, values: Values) -> None:
    """Make the row of that number in one of `TABLES` what is given."""
    db.execute(_PUT[table], {**values, "id": number})


def add_row(db: Connection, table: str, values: Values) -> None:
    """Add a row to one of `TABLES`."""
    db.execute(_ADD[table], dict(values))


def drop_row(db: Connection, table: str, number: int) -> None:
    """Remove a row of one of `TABLES`; its tombstone is the caller's."""
    db.execute(_DROP[table], {"id": number})
