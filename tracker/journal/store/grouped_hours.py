"""Sums of logged hours by item.

Sessions that ran at the same time count each: `clock_hours` has the hours on the clock.
"""

from datetime import date
from sqlite3 import Connection

from tracker.journal.rules.records import Sum
from tracker.journal.store.overlaps import day_bounds

BETWEEN = "where day between :since and :until"
# Sums come first and names after: an index answers the sums alone, and a name is read
# once a row.
_BY_ITEM = """select item.slug as key, item.title, total.seconds, total.sessions
              from (select item_id, sum(seconds) as seconds, count(*) as sessions
                    from session {} group by item_id) as total
              join item on item.id = total.item_id order by total.seconds desc, key"""
BY_ITEM_WHOLE, BY_ITEM_WITHIN = _BY_ITEM.format(""), _BY_ITEM.format(BETWEEN)
WORKED_ON = """select slug from item where exists
               (select 1 from session where session.item_id = item.id
                and session.day between :since and :until) order by slug"""
ITEM_SUM = """select coalesce(sum(seconds), 0) as seconds from session
              where item_id = (select id from item where slug = :item)
              and day between :since and :until"""


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
