"""One item's hours over a span of days: since when, day by day, and how they were written down."""

from datetime import date
from sqlite3 import Connection

from tracker.database.values import text_to_day
from tracker.journal.rules.records import Sum
from tracker.journal.store.clock_hours import OWN_OF_ITEM, own_days
from tracker.journal.store.overlaps import bounds

_OF = "item_id = (select id from item where slug = :item)"
FIRST = f"select min(day) as day from session where {_OF}"
DAYS = f"""select day as key, '' as title, sum(seconds) as seconds, count(*) as sessions from session
           where {_OF} and day between :since and :until group by day order by day"""
# An imported session is told by the format of its file: "toggl", not "imported".
WRITTEN = f"""select coalesce(import_batch.format, session.source) as key, '' as title,
              sum(session.seconds) as seconds, count(*) as sessions
              from session left join import_batch on import_batch.id = session.batch_id
              where session.{_OF} and day between :since and :until
              group by key
              order by sum(session.seconds) desc, key"""


def item_first_day(db: Connection, item: str) -> date | None:
    """The day of the earliest session of the item of that slug."""
    found = db.execute(FIRST, {"item": item}).fetchone()[0]
    return text_to_day(found) if found else None


def item_days(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> list[Sum]:
    """What was logged on an item, day by day, the earliest first."""
    return [
        Sum(*row) for row in db.execute(DAYS, {"item": item, **bounds(since, until)})
    ]


def item_day_clocks(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> list[tuple[date, int]]:
    """Seconds on the clock of the item on each day that has a session of it, the earliest first."""
    rows = db.execute(OWN_OF_ITEM, {"item": item, **bounds(since, until)})
    own = {day: seconds for _, day, seconds in own_days(rows)}
    return [
        (text_to_day(line.key), line.seconds - own.get(line.key, 0))
        for line in item_days(db, item, since, until)
    ]


def item_by_source(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> list[Sum]:
    """How an item's hours were written down: `live`, `same-day`, `later`, or the format they came from; most first."""
    return [
        Sum(*row) for row in db.execute(WRITTEN, {"item": item, **bounds(since, until)})
    ]
