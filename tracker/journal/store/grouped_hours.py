"""Sums of logged hours by item, track, tag, day, week or month.

Sessions that ran at the same time count each: `clock_hours` has the hours on the clock.
"""

from datetime import date
from sqlite3 import Connection

from tracker.journal.rules import report_rows
from tracker.journal.rules.records import Sum
from tracker.journal.store.overlaps import day_bounds

BETWEEN = "where day between :since and :until"
# Sums come first and names after: an index answers the sums alone, and a name is read
# once a row.
_BY_ITEM = """(select item_id, sum(seconds) as seconds, count(*) as sessions
               from session {} group by item_id) as total"""
_BY_DAY = """(select day, sum(seconds) as seconds, count(*) as sessions
              from session {} group by day) as total"""
_SUMS = "sum(total.seconds) as seconds, sum(total.sessions) as sessions"
BY = {
    "item": f"""select item.slug as key, item.title, total.seconds, total.sessions
                from {_BY_ITEM} join item on item.id = total.item_id
                order by total.seconds desc, key""",
    "track": f"""select track.slug as key, track.title, {_SUMS}
                 from {_BY_ITEM} join item on item.id = total.item_id
                 join track on track.id = item.track_id
                 group by track.id order by seconds desc, key""",
    "tag": """select tags as key, '' as title, sum(seconds) as seconds,
              count(*) as sessions from session {} group by tags order by key""",
    "day": f"""select day as key, '' as title, seconds, sessions
               from {_BY_DAY} order by key""",
    "month": f"""select substr(day, 1, 7) as key, '' as title, {_SUMS}
                 from {_BY_DAY} group by key order by key""",
    "source": """select source as key, '' as title, sum(seconds) as seconds,
                 count(*) as sessions from session {} group by source order by key""",
}
WHOLE = {by: statement.format("") for by, statement in BY.items()}
WITHIN = {by: statement.format(BETWEEN) for by, statement in BY.items()}
WORKED_ON = """select slug from item where exists
               (select 1 from session where session.item_id = item.id
                and session.day between :since and :until) order by slug"""
ITEM_SUM = """select coalesce(sum(seconds), 0) as seconds from session
              where item_id = (select id from item where slug = :item)
              and day between :since and :until"""


def sum_hours(
    db: Connection, by: str, since: date | None, until: date | None, today: date
) -> list[Sum]:
    """Totals between two days: by `item`, `track` or `tag`, the longest first.

    By `day`, `week` or `month`, the earliest first.
    """
    if by == "day":
        return report_rows.by_day(_sums(db, "day", since, until), today)
    if by == "week":
        return report_rows.by_week(_sums(db, "day", since, until))
    sums = _sums(db, by, since, until)
    if by == "tag":
        return report_rows.by_tag(sums)
    return report_rows.by_month(sums) if by == "month" else sums


def item_totals(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[Sum]:
    """Seconds logged on each item between two days, both included, longest first."""
    return _sums(db, "item", since, until)


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


def hours_by_source(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """Seconds logged between two days by `live`, `same-day`, `later` and `imported`."""
    return {row.key: row.seconds for row in _sums(db, "source", since, until)}


def _sums(db: Connection, by: str, since: date | None, until: date | None) -> list[Sum]:
    statement = WITHIN[by] if since or until else WHOLE[by]
    return [Sum(*row) for row in db.execute(statement, day_bounds(since, until))]
