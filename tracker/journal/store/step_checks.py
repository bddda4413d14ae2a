"""What an undo or a redo may have broken, looked up."""

import json
from collections.abc import Iterable, Iterator
from sqlite3 import Connection
from typing import TYPE_CHECKING

from tracker.database.command_log import UID_OF_CHANGE, LoggedChange, Row
from tracker.database.obstacles import BATCH, obstructed_by, read_rows
from tracker.limits import LONGEST_SESSION

if TYPE_CHECKING:  # only the undo of an import needs it
    from tracker.database.many_sessions import ManySessions

LATEST_STEP = "select coalesce(max(id), 0) from command"
# What a row was when a step was taken, if it was changed after that.
ROW_AT = f"""select old from change where tbl = :table and {UID_OF_CHANGE} = :uid
             and command_id > :since order by id limit 1"""
# What may not be beside a row of each table: a session at the same time, a break on the
# same days, another item of the same name.
BESIDE = {
    "session": f"""select * from session
                   where started_at > :started_at - {LONGEST_SESSION}
                   and started_at < :started_at + :seconds
                   and started_at + seconds > :started_at and uid <> :uid""",
    "time_off": """select * from time_off
                   where since <= :until and until >= :since and uid <> :uid""",
    "item": "select * from item_aka where name = :slug and item_id <> :id",
    "item_aka": "select * from item where slug = :name and id <> :item_id",
}
# The sessions that came or were changed since a step, beside one of a batch: it came back.
NEW_BESIDE = f"""select * from session as new where started_at is not null
                 and batch_id is not :batch
                 and (uid in (select {UID_OF_CHANGE} from change
                              where tbl = 'session' and command_id > :since)
                      or batch_id in (select row from change
                                      where tbl = 'import_batch' and old is null
                                      and command_id > :since))
                 and exists (select 1 from session where batch_id = :batch
                             and started_at > new.started_at - {LONGEST_SESSION}
                             and started_at < new.started_at + new.seconds
                             and started_at + seconds > new.started_at) limit 1"""
# The table of what is found there, where it is another.
_FOUND_IN = {"item": "item_aka", "item_aka": "item"}


def read_latest_step(db: Connection) -> int:
    """The number of the last command, undo or redo."""
    return int(db.execute(LATEST_STEP).fetchone()[0])


def check_neighbours(db: Connection, done: Iterable[LoggedChange], since: int) -> None:
    """Raise Obstructed where a row came back beside one that cannot be beside it.

    `done` is what the undo or redo did, `since` the step that it took back. Rows that
    were beside each other before that step may be so again.
    """
    back = [change for change in done if change.after]
    uids = {change.values["uid"] for change in back}
    for change in back:
        table = _FOUND_IN.get(change.table, change.table)
        for row in _beside(db, change):
            if row["uid"] not in uids and _is_new(db, change, table, row, since):
                raise obstructed_by(db, "beside", table, row)


def check_many_neighbours(
    db: Connection, many: "Iterable[ManySessions]", since: int
) -> None:
    """Raise Obstructed where one of many sessions came back beside a newer one.

    The sessions that are new since that step are few, those that came back are many.
    """
    for part in many:
        values = {"batch": part.batch, "since": since}
        for row in read_rows(db.execute(NEW_BESIDE, values)):
            raise obstructed_by(db, "beside", "session", row)


def _beside(db: Connection, change: LoggedChange) -> Iterator[Row]:
    query = BESIDE.get(change.table)
    if query:
        yield from read_rows(db.execute(query, change.values))


def _is_new(
    db: Connection, change: LoggedChange, table: str, row: Row, since: int
) -> bool:
    """Whether `row` is beside the one that came back only since that step."""
    values = {"table": table, "uid": row["uid"], "since": since}
    found = db.execute(ROW_AT, values).fetchone()
    if found is None and row.get("batch_id"):  # an import's sessions are not logged
        (uid,) = db.execute(BATCH, row).fetchone()
        found = db.execute(
            ROW_AT, {**values, "table": "import_batch", "uid": uid}
        ).fetchone()
    if found is None:
        return False
    if found[0] is None or table != "session":
        return True
    return not _run_at_once(json.loads(found[0]), change.values)


def _run_at_once(one: Row, other: Row) -> bool:
    """Whether two sessions, as they were, have time in common."""
    if one["started_at"] is None or other["started_at"] is None:
        return False
    ends = [row["started_at"] + row["seconds"] for row in (one, other)]
    return bool(max(one["started_at"], other["started_at"]) < min(ends))
