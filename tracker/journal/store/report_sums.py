"""Sums of the sessions chosen, by any day, item and tags, as a report needs them.

Sessions that ran at the same time count each.
"""

from collections.abc import Iterable
from sqlite3 import Connection

from tracker.journal.rules.records import SessionFilter
from tracker.journal.rules.report_rows import SessionGroup, group_columns
from tracker.journal.store.session_filters import (
    filter_values,
    later_parts,
    where,
)
from tracker.journal.store.sessions import FROM

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
# Grouping -> where a part of a stretch is in the same row as the part of the day before.
_SAME_ROW = {
    "day": "false",
    "week": "strftime('%w', session.day) <> '1'",
    "month": "substr(session.day, 9) <> '01'",
}
_NOTES = f"""select session.day, item.slug as item, session.note {FROM} {{}}
             order by session.day, coalesce(session.started_at, session.logged_at)"""


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
