"""Sessions as imports meet them: which are known already, what a known one says, correcting and moving many at once."""

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from sqlite3 import Connection
from typing import NamedTuple

from tracker.journal.rules.records import NewSession
from tracker.journal.store.sessions import ADD

# One that the person removed is known too: reading its file again does not bring it back.
KNOWN = """select value as uid from json_each(:uids) where value in (select uid from session)
           or value in (select uid from tombstone where tbl = 'session')"""
ROWS = """select uid, item_id, day, seconds, started_at, note, tags, coalesce(project, '') as project, batch_id,
          edited_at > logged_at as changed from session where uid in (select value from json_each(:uids))"""
CORRECT = """update session set edited_at = :edited_at, day = :day, seconds = :seconds, started_at = :started_at,
             utc_offset = :utc_offset, note = :note, tags = :tags, project = :project, logged_at = :logged_at
             where uid = :uid"""
# With a trigger on the table, SQLite keeps a journal for each statement: a row at a time costs twice as much.
AT_ONCE = 1000
_ROW = f", ({', '.join('?' * len(NewSession._fields))})"
PROJECTS = """select project, item_id, max(id) as latest from session where project is not null group by project"""
# What came without a project is known by the item that was made for it, or that its words named.
_AS = """(project = :project or (project is null and batch_id is not null
         and item_id = (select id from item where slug = :project)))"""
OF_PROJECT = f"""select count(*) as sessions, coalesce(sum(seconds), 0) as seconds, count(project) as named
                 from session where {_AS}"""
MOVE = f"update session set item_id = :item, edited_at = :now where {_AS} and item_id <> :item"


class Row(NamedTuple):
    """An imported session as it stands; `changed`: since it was read."""

    uid: str
    item_id: int
    day: str
    seconds: int
    started_at: int | None
    note: str
    tags: str
    project: str
    batch_id: int | None
    changed: int


def known_uids(db: Connection, uids: Iterable[str]) -> set[str]:
    """Those of `uids` that are sessions, or were until the person removed them."""
    return {uid for (uid,) in db.execute(KNOWN, {"uids": json.dumps(list(uids))})}


def rows(db: Connection, uids: Iterable[str]) -> dict[str, Row]:
    """The sessions of those ids as they stand."""
    return {
        row[0]: Row(*row) for row in db.execute(ROWS, {"uids": json.dumps(list(uids))})
    }


def add_many(db: Connection, sessions: Sequence[NewSession]) -> None:
    """Add very many. The caller then has `rewrite_overlaps` put their days right."""
    for first in range(0, len(sessions), AT_ONCE):
        rows = sessions[first : first + AT_ONCE]
        db.execute(ADD + _ROW * (len(rows) - 1), list(chain.from_iterable(rows)))


def correct(db: Connection, row: NewSession) -> None:
    """Make a session what its source now says; its item, and the batch it came with, stay."""
    db.execute(CORRECT, row._asdict())


def projects(db: Connection) -> dict[str, int]:
    """The number of the item that each imported project's latest session hangs on."""
    return {project: item_id for project, item_id, _ in db.execute(PROJECTS)}


def project_counts(db: Connection, project: str) -> tuple[int, int, int]:
    """How many sessions were imported as a project, or without one to the item of that slug; their seconds.

    Last, how many of them bear that project.
    """
    sessions, seconds, named = db.execute(OF_PROJECT, {"project": project}).fetchone()
    return sessions, seconds, named


def move_project(db: Connection, project: str, item_id: int, now: int) -> int:
    """Put the sessions of `of_project` to another item at `now` (UTC seconds); return how many were elsewhere."""
    return db.execute(MOVE, {"project": project, "item": item_id, "now": now}).rowcount
