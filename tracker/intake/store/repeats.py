"""Equal entries without times, told apart by how often the file has said them so far.

SQLite keeps the counts, in a table that goes with the connection: a file of a million rows takes no memory for it.
"""

import json
from collections import Counter
from collections.abc import Sequence
from sqlite3 import Connection, IntegrityError

from tracker.intake.rules.entries import Settled
from tracker.intake.rules.keys import repeat_key

MAKE = "create temp table if not exists met (key text primary key, times integer not null) without rowid"
FORGET = "delete from temp.met"
FIRST = "insert into temp.met (key, times) values (?, 1)"
COUNT = """insert into temp.met (key, times) select key, value from json_each(:counts) where true
           on conflict (key) do update set times = times + excluded.times returning key, times"""


def begin(db: Connection) -> None:
    """Begin a file: nothing of it was met yet."""
    db.execute(MAKE)
    db.execute(FORGET)


def told_apart(db: Connection, entries: Sequence[Settled]) -> Sequence[Settled]:
    """The file's next entries, those that repeat an earlier one under a key of their own."""
    keys = [entry.uid for entry in entries if entry.may_repeat]
    if not keys or _all_new(db, keys):
        return entries
    counts = Counter(keys)
    times = {key: total - counts[key] for key, total in db.execute(COUNT, {"counts": json.dumps(counts)})}
    return [_numbered(entry, times) if entry.may_repeat else entry for entry in entries]


def _all_new(db: Connection, keys: Sequence[str]) -> bool:
    """Whether none of `keys` was met, nor stands twice among them: nearly always so, and three times as fast to try."""
    try:
        db.execute(FIRST + ", (?, 1)" * (len(keys) - 1), keys)
    except IntegrityError:
        return False
    return True


def _numbered(entry: Settled, times: dict[str, int]) -> Settled:
    times[entry.uid] += 1
    return entry._replace(uid=repeat_key(entry.uid, times[entry.uid]))
