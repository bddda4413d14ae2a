"""Sessions as imports meet them: known ids, corrections, moves of many at once."""

import json
from collections.abc import Iterable, Sequence, Set
from sqlite3 import Connection

from tracker.database.bulk_rows import insert_rows
from tracker.journal.rules.imported import ImportedSession
from tracker.journal.rules.records import NewSession
from tracker.journal.store.sessions import assignments

# A session that the person removed is known too: its file does not bring it back.
KNOWN = """select value as uid from json_each(:uids)
           where value in (select uid from session)
           or value in (select uid from tombstone where tbl = 'session')"""
STATES = """select uid, entry_states from session
            where uid in (select value from json_each(:uids))"""
_COLUMNS = """session.uid, item_id, item.slug as item, day, session.seconds, started_at,
              utc_offset, session.note, tags, coalesce(project, '') as project, batch_id,
              coalesce(file, '') as file, session.edited_at, logged_at,
              session.edited_at > logged_at as changed, entry_states, entry_updated
              from session join item on item.id = item_id
              left join import_batch on import_batch.id = batch_id"""
ROWS = f"""select {_COLUMNS}
           where session.uid in (select value from json_each(:uids))"""
# Sessions of other imports than the one that runs, and those the person recorded. `+`
# keeps SQLite from searching all that were imported, or all without times.
_OTHERS = "(batch_id is null or batch_id is not :batch)"
WITH_ENTRY_ID = f"select {_COLUMNS} where entry_id = :entry_id and {_OTHERS} limit 3"
AT_START = f"select {_COLUMNS} where started_at = :start and {_OTHERS}"
ON_DAY = f"""select {_COLUMNS} where day = :day and +started_at is null
             and session.note = :note and {_OTHERS}"""
ENTRY_IDS = f"""select entry_id from session
                where entry_id in (select value from json_each(:values))
                and {_OTHERS}"""
_IMPORTED = f"+batch_id is not null and {_OTHERS}"
STARTS = f"""select started_at from session
             where started_at in (select value from json_each(:values))
             and {_IMPORTED}"""
DAYS = f"""select distinct day, coalesce(project, '') as project, note from session
           where day in (select value from json_each(:values))
           and +started_at is null and {_IMPORTED}"""
FORMATS = "select distinct format from import_batch"
REMEMBER = """update session set entry_states = :states, entry_updated = :updated
              where uid = :uid"""
# What a correction leaves: the item, and the batch that the session came with.
_LEFT = ("uid", "item_id", "source", "batch_id")
CORRECTED = tuple(name for name in NewSession._fields if name not in _LEFT)
CORRECT = f"update session set {assignments(CORRECTED)} where uid = :uid"
_PROJECTS = """select project, item_id, max(id) as latest from {}
               where project is not null group by project"""
PROJECTS = _PROJECTS.format("session")
# Of the latest sessions only. Nearly always they have all projects of a log, and to read
# a million sessions takes longer than to import ten thousand.
LATEST_PROJECTS = _PROJECTS.format(
    "(select * from session order by id desc limit 10000)"
)
# A session imported without a project is known by the item that was made for it.
_OF_PROJECT = """(project = :project or (project is null and batch_id is not null
                 and item_id = (select id from item where slug = :project)))"""
# The parts of a stretch over a day's start are one session.
OF_PROJECT = f"""select count(*) - count(part_of) as sessions,
                 coalesce(sum(seconds), 0) as seconds, count(project) as named
                 from session where {_OF_PROJECT}"""
MOVE = f"""update session set item_id = :item, edited_at = :now
           where {_OF_PROJECT} and item_id <> :item returning part_of"""


def known_uids(db: Connection, uids: Iterable[str]) -> set[str]:
    """Those of `uids` that are sessions, or were until the person removed them."""
    listed = list(uids)
    if not listed:
        return set()
    found = db.execute(KNOWN, {"uids": json.dumps(listed)})
    return {uid for (uid,) in found}


def read_states(db: Connection, uids: Iterable[str]) -> dict[str, str | None]:
    """What the log said of those of `uids` that are sessions, as their column has it."""
    listed = {"uids": json.dumps(list(uids))}
    return dict(db.execute(STATES, listed).fetchall())


def read_imported(db: Connection, uids: Iterable[str]) -> dict[str, ImportedSession]:
    """The sessions with those ids, by id."""
    listed = {"uids": json.dumps(list(uids))}
    return {row[0]: ImportedSession(*row) for row in db.execute(ROWS, listed)}


def sessions_with_entry_id(
    db: Connection, entry_id: str, batch_id: int | None
) -> list[ImportedSession]:
    """The sessions that their log gives this short id, at most 3.

    Those of the batch `batch_id` are left out here and below.
    """
    values = {"entry_id": entry_id, "batch": batch_id}
    return [ImportedSession(*row) for row in db.execute(WITH_ENTRY_ID, values)]


def sessions_at_start(
    db: Connection, start: int, batch_id: int | None
) -> list[ImportedSession]:
    """The sessions that began at `start` (UTC seconds)."""
    values = {"start": start, "batch": batch_id}
    return [ImportedSession(*row) for row in db.execute(AT_START, values)]


def sessions_on_day(
    db: Connection, day: str, note: str, batch_id: int | None
) -> list[ImportedSession]:
    """The sessions without times on a day (ISO text) that have that note."""
    values = {"day": day, "note": note, "batch": batch_id}
    return [ImportedSession(*row) for row in db.execute(ON_DAY, values)]


def present_entry_ids(
    db: Connection, entry_ids: Iterable[str], batch_id: int | None
) -> set[str]:
    """Those of the short ids that a log has given to a session."""
    values = {"values": json.dumps(list(entry_ids)), "batch": batch_id}
    return {entry_id for (entry_id,) in db.execute(ENTRY_IDS, values)}


def present_starts(
    db: Connection, starts: Iterable[int], batch_id: int | None
) -> set[int]:
    """Those of the instants (UTC seconds) at which an imported session began."""
    values = {"values": json.dumps(list(starts)), "batch": batch_id}
    return {start for (start,) in db.execute(STARTS, values)}


def present_days(
    db: Connection, days: Iterable[str], batch_id: int | None
) -> set[tuple[str, str, str]]:
    """Day, project and note of the imported sessions without times on those days."""
    values = {"values": json.dumps(list(days)), "batch": batch_id}
    return set(db.execute(DAYS, values).fetchall())


def imported_formats(db: Connection) -> list[str]:
    """The formats of all files imported so far."""
    return [name for (name,) in db.execute(FORMATS)]


def remember_states(db: Connection, uid: str, states: str, updated: int | None) -> None:
    """Set what the log said of a session, and when it was changed there."""
    db.execute(REMEMBER, {"uid": uid, "states": states, "updated": updated})


def add_many(db: Connection, sessions: Sequence[NewSession]) -> None:
    """Add very many sessions. The caller calls `rewrite_overlaps` afterwards."""
    insert_rows(db, "session", NewSession._fields, sessions)


def correct_session(db: Connection, row: NewSession) -> None:
    """Make a session what its source says now; its item and its batch stay."""
    db.execute(CORRECT, row._asdict())


def project_items(db: Connection, wanted: Set[str] | None = None) -> dict[str, int]:
    """The number of the item that each imported project's latest session belongs to.

    Where only some projects are `wanted`, others may be missing.
    """
    if wanted is not None:
        latest = _read_projects(db, LATEST_PROJECTS)
        if wanted <= latest.keys():
            return latest
    return _read_projects(db, PROJECTS)


def _read_projects(db: Connection, query: str) -> dict[str, int]:
    return {project: item_id for project, item_id, _ in db.execute(query)}


def project_counts(db: Connection, project: str) -> tuple[int, int, int]:
    """The sessions of a project and their seconds; last, how many have its name.

    Sessions imported without a project count where their item has that slug.
    """
    sessions, seconds, named = db.execute(OF_PROJECT, {"project": project}).fetchone()
    return sessions, seconds, named


def move_project(db: Connection, project: str, item_id: int, now_utc: int) -> int:
    """Give the sessions of a project another item; return how many had another one."""
    values = {"project": project, "item": item_id, "now": now_utc}
    return [part_of for (part_of,) in db.execute(MOVE, values)].count(None)
