"""Sums of hours as they were logged, by item, track, tag, day, week or month.

Sessions that ran at the same time count each: `clock` has the hours on the clock.
"""

from datetime import date
from sqlite3 import Connection

from tracker.journal.rules import report_rows
from tracker.journal.rules.records import Sum
from tracker.journal.store.overlaps import bounds

BETWEEN = "where day between :since and :until"
# Sums come first and names after: an index answers the sums alone, and names are asked for once a line.
_ITEMS = "(select item_id, sum(seconds) as seconds, count(*) as sessions from session {} group by item_id) as total"
_DAYS = "(select day, sum(seconds) as seconds, count(*) as sessions from session {} group by day) as total"
_SUMS = "sum(total.seconds) as seconds, sum(total.sessions) as sessions"
BY = {
    "item": f"""select item.slug as key, item.title, total.seconds, total.sessions from {_ITEMS}
                join item on item.id = total.item_id order by total.seconds desc, key""",
    "track": f"""select track.slug as key, track.title, {_SUMS} from {_ITEMS} join item on item.id = total.item_id
                 join track on track.id = item.track_id group by track.id order by seconds desc, key""",
    "tag": """select tags as key, '' as title, sum(seconds) as seconds, count(*) as sessions
              from session {} group by tags order by key""",
    "day": f"select day as key, '' as title, seconds, sessions from {_DAYS} order by key",
    "week": f"""select date(day, 'weekday 0', '-6 days') as key, '' as title, {_SUMS}
                from {_DAYS} group by key order by key""",
    "month": f"select substr(day, 1, 7) as key, '' as title, {_SUMS} from {_DAYS} group by key order by key",
    "source": """select source as key, '' as title, sum(seconds) as seconds, count(*) as sessions
                 from session {} group by source order by key""",
}
WHOLE = {by: statement.format("") for by, statement in BY.items()}
WITHIN = {by: statement.format(BETWEEN) for by, statement in BY.items()}
WORKED_ON = """select slug from item where exists (select 1 from session where session.item_id = item.id
               and session.day between :since and :until) order by slug"""
ITEM_SUM = """select coalesce(sum(seconds), 0) as seconds from session
              where item_id = (select id from item where slug = :item) and day between :since and :until"""


def sums(
    db: Connection, by: str, since: date | None, until: date | None, today: date
) -> list[Sum]:
    """Totals by `item`, `track` or `tag`, the longest first, or by `day`, `week` or `month`, the earliest first."""
    lines = _lines(db, by, since, until)
    if by == "day":
        return report_rows.by_day(lines, today)
    named = {
        "tag": report_rows.by_tag,
        "week": report_rows.by_week,
        "month": report_rows.by_month,
    }.get(by)
    return named(lines) if named else lines


def totals(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[Sum]:
    """What was logged on each item between two days, both included; None is without end. The longest first."""
    return _lines(db, "item", since, until)


def items_worked_on(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[str]:
    """The slugs of the items that have a session between two days."""
    return [slug for (slug,) in db.execute(WORKED_ON, bounds(since, until))]


def item_sum(
    db: Connection, item: str, since: date | None = None, until: date | None = None
) -> int:
    """Seconds logged on the item of that slug between two days."""
    return int(
        db.execute(ITEM_SUM, {"item": item, **bounds(since, until)}).fetchone()[0]
    )


def by_source(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """Seconds logged between two days by how they were written down: `live`, `same-day`, `later`, `imported`."""
    return {line.key: line.seconds for line in _lines(db, "source", since, until)}


def _lines(
    db: Connection, by: str, since: date | None, until: date | None
) -> list[Sum]:
    statement = WITHIN[by] if since or until else WHOLE[by]
    return [Sum(*row) for row in db.execute(statement, bounds(since, until))]
