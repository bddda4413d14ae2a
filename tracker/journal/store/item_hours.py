"""One item's hours between two days: the first day, day by day, by source."""

from datetime import date
from sqlite3 import Connection

from tracker.database.values import text_to_day
from tracker.journal.rules.records import Sum
from tracker.journal.store.clock_hours import item_overlaps
from tracker.journal.store.overlaps import day_bounds

_OF = "item_id = (select id from item where slug = :item)"
FIRST = f"select min(day) as day from session where {_OF}"
DAYS = f"""select day as key, '' as title, sum(seconds) as seconds,
           count(*) as sessions from session
           where {_OF} and day between :since and :until group by day order by day"""
# The source of an imported session is the format of its file: `toggl`, not `imported`.
BY_SOURCE = f"""select coalesce(import_batch.format, session.source) as key,
                '' as title, sum(session.seconds) as seconds, count(*) as sessions
                from session
                left join import_batch on import_batch.id = session.batch_id
                where session.{_OF} and day between :since and :until
                group by key order by sum(session.seconds) desc, key"""


def item_first_day(db: Connection, item: str) -> date | None:
    """The day of the earliest session of the item with that slug."""
    day = db.execute(FIRST, {"item": item}).fetchone()[0]
    return text_to_day(day) if day else None


def item_days(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> list[Sum]:
    """Seconds logged on an item, day by day, the earliest first."""
    values = {"item": item, **day_bounds(since, until)}
    return [Sum(*row) for row in db.execute(DAYS, values)]


def item_day_clocks(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> list[tuple[date, int]]:
    """Seconds on the clock of an item, on each day with a session, earliest first."""
    overlaps = item_overlaps(db, item, since, until)
    return [
        (text_to_day(row.key), row.seconds - overlaps.get(row.key, 0))
        for row in item_days(db, item, since, until)
    ]


def item_by_source(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> list[Sum]:
    """An item's seconds by source, the most first.

    The source is `live`, `same-day`, `later`, or the format of an imported file.
    """
    values = {"item": item, **day_bounds(since, until)}
    return [Sum(*row) for row in db.execute(BY_SOURCE, values)]
