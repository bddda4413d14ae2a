"""What state an open database is in, and what in it is old."""

import sqlite3
from collections import Counter
from datetime import date

from tracker.database.value_checks import ValueFault
from tracker.journal.store.session_ids import short_id

RUNNING_COMMANDS = "select count(*) from running"
# Open programmes, and other items that need somebody else's offer, that the person has
# not finished or left; `as_of` is the day that the offer was looked up, else the item.
PROGRAMMES = """
    select item.slug, coalesce(item_gate.as_of, item.as_of) as looked_up
    from item left join item_gate on item_gate.item_id = item.id
    where item.retired = 0 and (item.kind = 'programme' or item_gate.id is not null)
    and looked_up is not null and coalesce(item_gate.closed, 0) = 0
    and item.id not in (select item_id from item_state where state is not null)
    order by looked_up, item.slug
"""
# As letters may be no text, an id is fetched as bytes.
UID = "select cast(uid as blob) from session where rowid = ? and typeof(uid) = 'text'"
FUTURE_SESSIONS = """
    select session.uid, item.slug, day from session join item on item.id = item_id
    where day > :today and part_of is null order by day, session.id
"""
SEED_DIGEST = "select digest from seed_state"


def has_running_command(db: sqlite3.Connection) -> bool:
    """Whether a command is marked as running; later ones would be recorded with it."""
    return bool(db.execute(RUNNING_COMMANDS).fetchone()[0])


def read_programmes(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Programmes by slug, with the year, month or day that each was looked up.

    The earliest come first. Those that are closed are left out: nobody can apply.
    """
    return db.execute(PROGRAMMES).fetchall()


def read_future_sessions(
    db: sqlite3.Connection, today: date
) -> list[tuple[str, str, str]]:
    """The id, the item and the ISO day of each session after `today`."""
    rows = db.execute(FUTURE_SESSIONS, {"today": today.isoformat()}).fetchall()
    return [(short_id(db, uid), item, day) for uid, item, day in rows]


def read_seed_digest(db: sqlite3.Connection) -> str | None:
    """The digest of the shipped curriculum that the database was last synced with."""
    row = db.execute(SEED_DIGEST).fetchone()
    return row[0] if row else None


def name_sessions(db: sqlite3.Connection, faults: list[ValueFault]) -> list[ValueFault]:
    """The faults; those of sessions with the id that a person sees, such as 7n33.

    Where only the amount is wrong, a command can mend it: that is said too.
    """
    rows = Counter(fault.row for fault in faults if fault.table == "session")
    return [
        _name_session(db, fault, is_only=rows[fault.row] == 1)
        if fault.table == "session" and fault.column != "uid"
        else fault
        for fault in faults
    ]


def _name_session(
    db: sqlite3.Connection, fault: ValueFault, *, is_only: bool
) -> ValueFault:
    found = db.execute(UID, [fault.row]).fetchone()
    if found is None:
        return fault
    short = short_id(db, found[0].decode(errors="replace"))
    named = f"Session {short} (row {fault.row})"
    says = fault.says.replace(f"Row {fault.row} of session", named, 1)
    if is_only and fault.column == "seconds":
        says += f" To correct it, give its amount: tracker edit {short} 1h"
    return fault._replace(says=says)
