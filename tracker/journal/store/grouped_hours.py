"""Sums of logged hours: by item, and by any day, item and tags for a report.

Sessions that ran at the same time count each: `clock_hours` has the hours on the clock.
"""

from collections.abc import Iterable
from datetime import date
from sqlite3 import Connection

from tracker.journal.rules.records import SessionFilter, Sum
from tracker.journal.rules.report_rows import SessionGroup, group_columns
from tracker.journal.store.overlaps import day_bounds
from tracker.journal.store.session_filters import (
    filter_values,
    later_parts,
    where,
)
from tracker.journal.store.sessions import FROM

BETWEEN = "where day between :since and :until"
# Sums come first and names after: an index answers the sums alone, and a name is read
# once a row.
_BY_ITEM = """select item.slug as key, item.title, total.seconds, total.sessions
              from (select item_id, sum(seconds) as seconds, count(*) as sessions
                    from session {} group by item_id) as total
              join item on item.id = total.item_id order by total.seconds desc, key"""
BY_ITEM_WHOLE, BY_ITEM_WITHIN = _BY_ITEM.format(""), _BY_ITEM.format(BETWEEN)
# What sessions can be grouped by, and what stands for one that they are not.
GROUP_COLUMNS = {"day": "''", "item_id": "null", "tags": "''"}
_GROUPS = """select total.day, item.slug as item, item.title as item_title,
             track.slug as track, track.title as track_title, total.tags,
             total.seconds, total.sessions
             from (select {columns}, {sums} from session {chosen}
                   group by {names}) as total
             left join item on item.id = total.item_id
             left join track on track.id = item.track_id"""
_SUMS = "sum(session.seconds) as seconds, count(*) as sessions"
_LESS_SESSIONS = "0 as seconds, -count(*) as sessions"
# Grouping -> where two parts of a stretch are in the same row.
_SAME_ROW = {
    "day": "first.day = session.day",
    "week": """date(first.day, 'weekday 0', '-6 days')
               = date(session.day, 'weekday 0', '-6 days')""",
    "month": "substr(first.day, 1, 7) = substr(session.day, 1, 7)",
}
_NOTES = f"""select session.day, item.slug as item, session.note {FROM} {{}}
             order by session.day, coalesce(session.started_at, session.logged_at)"""
WORKED_ON = """select slug from item where exists
               (select 1 from session where session.item_id = item.id
                and session.day between :since and :until) order by slug"""
ITEM_SUM = """select coalesce(sum(seconds), 0) as seconds from session
              where item_id = (select id from item where slug = :item)
              and day between :since and :until"""


def groups_statement(names: Iterable[str], filters: Iterable[str]) -> str:
    """The read of the groups by columns of GROUP_COLUMNS of the sessions chosen."""
    return _grouped(names, _SUMS, where(filters))


def parts_statement(
    names: Iterable[str], filters: Iterable[str], by: Iterable[str]
) -> str:
    """The read of those counted twice: parts whose first part is in the same row."""
    same_row = [_SAME_ROW[grouping] for grouping in by if grouping in _SAME_ROW]
    chosen = " and ".join([later_parts(filters), *same_row])
    return _grouped(names, _LESS_SESSIONS, chosen)


def _grouped(names: Iterable[str], sums: str, chosen: str) -> str:
    columns = [
        f"{f'session.{name}' if name in names else nothing} as {name}"
        for name, nothing in GROUP_COLUMNS.items()
    ]
    grouped_by = ", ".join(f"session.{name}" for name in names)
    return _GROUPS.format(
        columns=", ".join(columns), sums=sums, chosen=chosen, names=grouped_by
    )


def notes_statement(filters: Iterable[str]) -> str:
    """The read of the notes of the sessions chosen."""
    return _NOTES.format(where([*filters, "noted"]))


def read_groups(
    db: Connection, chosen: SessionFilter, by: Iterable[str]
) -> list[SessionGroup]:
    """The sums of the sessions chosen, as rows by these groupings need them."""
    values = filter_values(db, chosen)
    rows = db.execute(groups_statement(group_columns(by), values), values)
    return list(map(SessionGroup._make, rows))


def read_counted_twice(
    db: Connection, chosen: SessionFilter, by: Iterable[str]
) -> list[SessionGroup]:
    """How many sessions less rows by these groupings have, where one has several parts.

    Each group has a negative count.
    """
    values = filter_values(db, chosen)
    statement = parts_statement(group_columns(by), values, by)
    return list(map(SessionGroup._make, db.execute(statement, values)))


def read_notes(db: Connection, chosen: SessionFilter) -> list[tuple[str, str, str]]:
    """Day (ISO), item and note of the sessions chosen that have one, earliest first."""
    values = filter_values(db, chosen)
    return db.execute(notes_statement(values), values).fetchall()


def item_totals(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[Sum]:
    """Seconds logged on each item between two days, both included, longest first."""
    statement = BY_ITEM_WITHIN if since or until else BY_ITEM_WHOLE
    return [Sum(*row) for row in db.execute(statement, day_bounds(since, until))]


def items_worked_on(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[str]:
    """The slugs of the items that have a session between two days."""
    return [slug for (slug,) in db.execute(WORKED_ON, day_bounds(since, until))]


def item_sum(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> int:
    """Seconds logged between two days on the item with that slug."""
    values = {"item": item, **day_bounds(since, until)}
    return int(db.execute(ITEM_SUM, values).fetchone()[0])
