"""The sessions that the entries of a file are, in a table that ends with the connection.

So a file of a million rows needs no memory for them.
"""

import json
from collections.abc import Iterable
from sqlite3 import Connection

MAKE = """create temp table if not exists seen (uid text primary key) without rowid"""
FORGET = "delete from temp.seen"
ADD = """insert into temp.seen (uid) select distinct value from json_each(:uids)
         where value not in (select uid from temp.seen)"""
HAS = "select 1 from temp.seen where uid = ?"

HAS_ANY = "select 1 from session limit 1"
HAS_OF_BATCH = """select 1 from temp.seen join session using (uid)
                  where batch_id = ? limit 1"""


def begin(db: Connection) -> None:
    """Begin a file: forget the sessions of the one before."""
    db.execute(MAKE)
    db.execute(FORGET)


def add_seen(db: Connection, uids: Iterable[str]) -> None:
    """Remember that entries of the file are these sessions."""
    db.execute(ADD, {"uids": json.dumps(list(uids))})


def is_seen(db: Connection, uid: str) -> bool:
    """Whether an entry of the file is this session."""
    return db.execute(HAS, (uid,)).fetchone() is not None


def has_seen_of(db: Connection, batch_id: int) -> bool:
    """Whether entries of the file are sessions of that batch."""
    return db.execute(HAS_OF_BATCH, (batch_id,)).fetchone() is not None


def has_session(db: Connection) -> bool:
    """Whether any session is logged."""
    return db.execute(HAS_ANY).fetchone() is not None
