"""Equal entries without times, told apart by how often the file has said them so far.

SQLite keeps the counts, in a table that goes with the connection: a file of a million rows takes no memory for it.
"""

import json
from collections.abc import Sequence
from sqlite3 import Connection

from tracker.intake.rules.entries import Settled
from tracker.intake.rules.keys import repeat_key

MAKE = "create temp table if not exists met (key text primary key, times integer not null) without rowid"
FORGET = "delete from temp.met"
MET = "select key, times from temp.met where key in (select value from json_each(:keys))"
ADD = "insert into temp.met (key, times) values (:key, :times) on conflict (key) do update set times = :times"


def begin(db: Connection) -> None:
    """Begin a file: nothing of it was met yet."""
    db.execute(MAKE)
    db.execute(FORGET)


def told_apart(db: Connection, entries: Sequence[Settled]) -> list[Settled]:
    """The file's next entries, those that repeat an earlier one under a key of their own."""
    keys = [entry.uid for entry in entries if entry.may_repeat]
    if not keys:
        return list(entries)
    times: dict[str, int] = dict(db.execute(MET, {"keys": json.dumps(keys)}).fetchall())
    found = []
    for entry in entries:
        if entry.may_repeat:
            count = times[entry.uid] = times.get(entry.uid, 0) + 1
            entry = entry if count == 1 else entry._replace(uid=repeat_key(entry.uid, count))
        found.append(entry)
    db.executemany(ADD, [{"key": key, "times": count} for key, count in times.items()])
    return found
