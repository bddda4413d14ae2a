"""Sessions that earlier imports brought from a log, and that it does not name any more.

`temp.seen` has the sessions that it names.
"""

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from tracker.imports.rules.reports import ReadFile

# What was read of the same content is another matter: it was read otherwise.
EARLIER = """select id from import_batch
             where file = :name and digest <> :digest and id <= :last_batch"""
DAYS = """select distinct day from session
          where day in (select value from json_each(:days))
          and +batch_id in (select value from json_each(:batches))"""
# A log that has none of the many sessions of a batch may be another of that name.
FEW = 5
OWN = f"""select id from import_batch
          where id in (select value from json_each(:batches))
          and (added <= {FEW} or exists (select 1 from session
               where batch_id = import_batch.id
               and uid in (select uid from temp.seen)))"""
VANISHED = """select uid from session
              where batch_id in (select value from json_each(:batches))
              and day between :first and :last
              and uid not in (select uid from temp.seen)
              order by day, uid"""
READ_OTHERWISE = """select max(read_at) from import_batch
                    where digest = :digest and id <= :last_batch
                    and exists (select 1 from session
                                where batch_id = import_batch.id
                                and uid not in (select uid from temp.seen))"""
LAST = "select coalesce(max(id), 0) from import_batch"


def last_batch(db: Connection) -> int:
    """The number of the last batch; 0 if there is none."""
    number: int = db.execute(LAST).fetchone()[0]
    return number


def earlier_batches(db: Connection, file: ReadFile) -> list[int]:
    """The batches of other contents of a log of that name."""
    return [number for (number,) in db.execute(EARLIER, file._asdict())]


def days_of_batches(
    db: Connection, batches: Sequence[int], days: Iterable[str]
) -> set[str]:
    """Those of the days (ISO text) that have sessions of the batches."""
    values = {"batches": json.dumps(batches), "days": json.dumps(list(days))}
    return {day for (day,) in db.execute(DAYS, values)}


def own_batches(db: Connection, batches: Sequence[int]) -> set[int]:
    """Those of the batches that are surely of this log, or that are small."""
    return {n for (n,) in db.execute(OWN, {"batches": json.dumps(batches)})}


def vanished_uids(
    db: Connection, batches: Sequence[int], first: str, last: str
) -> list[str]:
    """The sessions of the batches that the log, from `first` to `last`, has not."""
    values = {"batches": json.dumps(batches), "first": first, "last": last}
    return [uid for (uid,) in db.execute(VANISHED, values)]


def read_otherwise_at(db: Connection, file: ReadFile) -> int | None:
    """When an earlier command made other sessions of the same content (UTC seconds)."""
    read_at: int | None = db.execute(READ_OTHERWISE, file._asdict()).fetchone()[0]
    return read_at
