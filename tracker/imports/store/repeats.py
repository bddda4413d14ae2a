"""Equal entries without times, told apart by how often the file had them before.

Only those that it had twice, or that were here before it, are counted: the first of the
others are sessions of its batch. SQLite holds the counts, in a table that ends with the
connection: so a file of a million rows needs no memory for them.
"""

import json
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from sqlite3 import Connection

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import repeat_key

MAKE = """create temp table if not exists met
          (key text primary key, times integer not null) without rowid"""
FORGET = "delete from temp.met"
SAVE = "insert or replace into temp.met (key, times) values (?, ?)"
TIMES = """select value, coalesce(
             (select times from temp.met where key = value),
             (select 1 from session where uid = value and batch_id = :batch),
             0) from json_each(:keys)"""


def begin(db: Connection) -> None:
    """Begin a file: forget the entries of the one before."""
    # In memory, since a kill could leave the file of it among the machine's temporary ones.
    db.execute("pragma temp.journal_mode = memory")
    db.execute(MAKE)
    db.execute(FORGET)


def number_repeats(
    db: Connection,
    entries: Sequence[ReadySession],
    stored_uids: Container[str],
    waiting: Container[str],
    batch_id: int | None,
) -> Sequence[ReadySession]:
    """The file's next entries; repeats of an earlier one get their own uid.

    Of their uids, `stored_uids` are here, and `waiting` are those of earlier entries that
    may be others here. The new sessions of earlier entries have the batch `batch_id`.
    """
    counts = Counter(entry.uid for entry in entries if entry.may_repeat)
    doubtful = [
        uid
        for uid, n in counts.items()
        if n > 1 or uid in stored_uids or uid in waiting
    ]
    if not doubtful:
        return entries
    times = _times_before(db, doubtful, batch_id)
    for uid in filter(waiting.__contains__, doubtful):
        times[uid] = times[uid] or 1
    numbered = [_numbered(entry, times) for entry in entries]
    db.executemany(SAVE, times.items())
    return numbered


def _times_before(
    db: Connection, keys: Iterable[str], batch_id: int | None
) -> dict[str, int]:
    """How often the file had entries with these keys before."""
    asked = {"keys": json.dumps(list(keys)), "batch": batch_id}
    return dict(db.execute(TIMES, asked).fetchall())


def _numbered(entry: ReadySession, times: dict[str, int]) -> ReadySession:
    """The entry, counted in `times`; from its second time on with its own uid."""
    before = times.get(entry.uid)
    if before is None or not entry.may_repeat:
        return entry
    times[entry.uid] = before + 1
    return entry._replace(uid=repeat_key(entry.uid, before + 1)) if before else entry
