"""Equal entries without times, told apart by how often the file has said them so far.

SQLite keeps the counts, in a table that goes with the connection: a file of a million rows takes no memory for it.
"""

import json
from collections.abc import Sequence
from itertools import chain
from sqlite3 import Connection, IntegrityError

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import repeat_key

MAKE = "create temp table if not exists met (key text primary key, times integer not null) without rowid"
FORGET = "delete from temp.met"
ADD = "insert into temp.met (key, times) values (?, ?)"
TIMES = (
    "select key, times from temp.met where key in (select value from json_each(:keys))"
)
DROP = "delete from temp.met where key in (select value from json_each(:keys))"


def begin(db: Connection) -> None:
    """Begin a file: nothing of it was met yet."""
    db.execute(MAKE)
    db.execute(FORGET)


def number_repeats(
    db: Connection, entries: Sequence[ReadySession]
) -> Sequence[ReadySession]:
    """The file's next entries, those that repeat an earlier one under a key of their own."""
    keys = [entry.uid for entry in entries if entry.may_repeat]
    if not keys or _all_new(db, keys):
        return entries
    asked = {"keys": json.dumps(keys)}
    times: dict[str, int] = dict(db.execute(TIMES, asked).fetchall())
    found = [
        _numbered(entry, times) if entry.may_repeat else entry for entry in entries
    ]
    db.execute(DROP, asked)
    db.executemany(ADD, times.items())
    return found


def _all_new(db: Connection, keys: Sequence[str]) -> bool:
    """Whether none of `keys` was met, nor stands twice among them: nearly always so, and three times as fast to try."""
    try:
        db.execute(
            ADD + ", (?, ?)" * (len(keys) - 1),
            list(chain.from_iterable((key, 1) for key in keys)),
        )
    except IntegrityError:
        return False
    return True


def _numbered(entry: ReadySession, times: dict[str, int]) -> ReadySession:
    count = times[entry.uid] = times.get(entry.uid, 0) + 1
    return entry if count == 1 else entry._replace(uid=repeat_key(entry.uid, count))
