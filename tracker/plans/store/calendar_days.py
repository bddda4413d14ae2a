"""What a calendar needs of plans and breaks: names that stay, and what was removed."""

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any

from tracker.database.values import text_to_day
from tracker.plans.rules.calendar_days import CalendarDays

# The last of a subject is its first entry.
ENTRIES = """select coalesce(item.slug, milestone.slug) as slug, plan.uid from plan
       left join item on item.id = plan.item_id
       left join milestone on milestone.id = plan.milestone_id
       order by plan.said_at desc, plan.id desc"""
BREAKS = "select uid, since, until from time_off order by since, until"
# Breaks that were removed, and plans that were undone. Where only the move of a plan was
# undone, an older entry about the same is left, and with it the event.
REMOVED = """with removed as (
         select json_extract(old, '$.uid') as uid,
                coalesce(json_extract(old, '$.due'), json_extract(old, '$.since')) as since,
                coalesce(json_extract(old, '$.due'), json_extract(old, '$.until')) as until,
                json_extract(old, '$.item_id') as item_id,
                json_extract(old, '$.milestone_id') as milestone_id,
                json_extract(old, '$.said_at') as said_at
         from change where new is null and tbl in ('plan', 'time_off'))
       select distinct uid, since, until from removed
       where since is not null
         and uid not in (select uid from plan union all select uid from time_off)
         and not exists (select 1 from plan where plan.item_id is removed.item_id
                         and plan.milestone_id is removed.milestone_id
                         and plan.said_at < removed.said_at)
       order by since, uid"""

LAST_WRITTEN = """select max(at) from (select max(at) as at from command
       union all select max(edited_at) from plan
       union all select max(edited_at) from time_off)"""


def first_entries(db: Connection) -> dict[str, str]:
    """The uid of the first entry about each planned item or milestone (its slug)."""
    return dict(db.execute(ENTRIES).fetchall())


def break_days(db: Connection) -> list[CalendarDays]:
    """All breaks, earliest first."""
    return _days(db.execute(BREAKS))


def removed_days(db: Connection) -> list[CalendarDays]:
    """What calendars may still have: removed breaks, and plans that were undone."""
    return _days(db.execute(REMOVED))


def last_written(db: Connection) -> int:
    """When the last command was typed, in UTC seconds; 0 for an empty record.

    The history may be missing, as in a demo; what it wrote says when.
    """
    (written,) = db.execute(LAST_WRITTEN).fetchone()
    return written or 0


def _days(rows: Iterable[Any]) -> list[CalendarDays]:
    return [
        CalendarDays(uid, text_to_day(since), text_to_day(until))
        for uid, since, until in rows
    ]
