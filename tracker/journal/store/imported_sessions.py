"""Sessions as imports meet them: known ids, corrections, moves of many at once."""

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from sqlite3 import Connection
from typing import NamedTuple

from tracker.journal.rules.records import NewSession
from tracker.journal.store.sessions import ADD, assignments

# A session that the person removed is known too: its file does not bring it back.
KNOWN = """select value as uid from json_each(:uids)
           where value in (select uid from session)
           or value in (select uid from tombstone where tbl = 'session')"""
ROWS = """select uid, item_id, day, seconds, started_at, note, tags,
          coalesce(project, '') as project, batch_id, edited_at > logged_at as changed
          from session where uid in (select value from json_each(:uids))"""
# What a correction leaves: the item, and the batch that the session came with.
_LEFT = ("uid", "item_id", "source", "batch_id")
CORRECTED = tuple(name for name in NewSession._fields if name not in _LEFT)
CORRECT = f"update session set {assignments(CORRECTED)} where uid = :uid"
# With a trigger on the table, SQLite keeps a journal for each statement: adding one row
# at a time takes twice as long.
AT_ONCE = 1000
_ROW = f", ({', '.join('?' * len(NewSession._fields))})"
PROJECTS = """select project, item_id, max(id) as latest from session
              where project is not null group by project"""
# A session imported without a project is known by the item that was made for it.
_OF_PROJECT = """(project = :project or (project is null and batch_id is not null
                 and item_id = (select id from item where slug = :project)))"""
OF_PROJECT = f"""select count(*) as sessions, coalesce(sum(seconds), 0) as seconds,
                 count(project) as named from session where {_OF_PROJECT}"""
MOVE = f"""update session set item_id = :item, edited_at = :now
           where {_OF_PROJECT} and item_id <> :item"""


class ImportedSession(NamedTuple):
    """An imported session as it is now; `changed` where it was edited since."""

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
    listed = {"uids": json.dumps(list(uids))}
    return {uid for (uid,) in db.execute(KNOWN, listed)}


def read_imported(db: Connection, uids: Iterable[str]) -> dict[str, ImportedSession]:
    """The sessions with those ids, by id."""
    listed = {"uids": json.dumps(list(uids))}
    return {row[0]: ImportedSession(*row) for row in db.execute(ROWS, listed)}


def add_many(db: Connection, sessions: Sequence[NewSession]) -> None:
    """Add very many sessions. The caller calls `rewrite_overlaps` afterwards."""
    for first in range(0, len(sessions), AT_ONCE):
        rows = sessions[first : first + AT_ONCE]
        statement = ADD + _ROW * (len(rows) - 1)
        db.execute(statement, list(chain.from_iterable(rows)))


def correct_session(db: Connection, row: NewSession) -> None:
    """Make a session what its source says now; its item and its batch stay."""
    db.execute(CORRECT, row._asdict())


def project_items(db: Connection) -> dict[str, int]:
    """The number of the item that each imported project's latest session belongs to."""
    return {project: item_id for project, item_id, _ in db.execute(PROJECTS)}


def project_counts(db: Connection, project: str) -> tuple[int, int, int]:
    """The sessions of a project and their seconds; last, how many have its name.

    Sessions imported without a project count where their item has that slug.
    """
    sessions, seconds, named = db.execute(OF_PROJECT, {"project": project}).fetchone()
    return sessions, seconds, named


def move_project(db: Connection, project: str, item_id: int, now_utc: int) -> int:
    """Give the sessions of a project another item; return how many had another one."""
    values = {"project": project, "item": item_id, "now": now_utc}
    return db.execute(MOVE, values).rowcount
