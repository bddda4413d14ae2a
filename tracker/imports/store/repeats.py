"""Equal entries without times, told apart by how often the file had them before.

SQLite holds the counts, in a table that ends with the connection: so a file of a
million rows needs no memory for them.
"""

import json
from collections.abc import Sequence
from itertools import chain
from sqlite3 import Connection, IntegrityError

from tracker.imports.rules.entries import ReadySession
from tracker.imports.rules.keys import repeat_key

MAKE = """create temp table if not exists met
          (key text primary key, times integer not null) without rowid"""
FORGET = "delete from temp.met"
ADD = "insert into temp.met (key, times) values (?, ?)"
TIMES = """select key, times from temp.met
           where key in (select value from json_each(:keys))"""
DROP = "delete from temp.met where key in (select value from json_each(:keys))"


def begin(db: Connection) -> None:
    """Begin a file: forget the entries of the one before."""
    # In memory, since a kill could leave the file of it among the machine's temporary ones.
    db.execute("pragma temp.journal_mode = memory")
    db.execute(MAKE)
    db.execute(FORGET)


def number_repeats(
    db: Connection, entries: Sequence[ReadySession]
) -> Sequence[ReadySession]:
    """The file's next entries; repeats of an earlier one get their own uid."""
    keys = [entry.uid for entry in entries if entry.may_repeat]
    if not keys or _add_all(db, keys):
        return entries
    asked = {"keys": json.dumps(keys)}
    times: dict[str, int] = dict(db.execute(TIMES, asked).fetchall())
    numbered = [_numbered(entry, times) for entry in entries]
    db.execute(DROP, asked)
    db.executemany(ADD, times.items())
    return numbered


def _add_all(db: Connection, keys: Sequence[str]) -> bool:
    """Add `keys` if all are new and different, and return whether they were.

    Nearly always they are, and to try it is three times as fast as to look first.
    """
    statement = ADD + ", (?, ?)" * (len(keys) - 1)
    values = chain.from_iterable((key, 1) for key in keys)
    try:
        db.execute(statement, list(values))
    except IntegrityError:
        return False
    return True


def _numbered(entry: ReadySession, times: dict[str, int]) -> ReadySession:
    """The entry, counted in `times`; from its second time on with its own uid."""
    if not entry.may_repeat:
        return entry
    count = times[entry.uid] = times.get(entry.uid, 0) + 1
    return entry if count == 1 else entry._replace(uid=repeat_key(entry.uid, count))
