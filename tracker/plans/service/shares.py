"""How much of the recent weeks went to some items."""

from collections.abc import Collection
from datetime import date, timedelta
from sqlite3 import Connection

from tracker.journal.store.clock_hours import clock_seconds, item_clocks
from tracker.journal.store.item_hours import item_first_day
from tracker.plans.rules.futures import WeekShare
from tracker.readiness.rules.pace import ONE_DAY, ONE_WEEK
from tracker.text.periods import week_start

RECENT = timedelta(weeks=8)


def recent_shares(
    db: Connection, items: Collection[str], today: date
) -> tuple[WeekShare, ...]:
    """Seconds on some items and on all, of each week since one was begun.

    Only the last eight weeks count, and this one; hours are those on the clock.
    """
    first_days = [item_first_day(db, slug) for slug in items]
    begun = min((day for day in first_days if day), default=None)
    if begun is None:
        return ()
    this_monday = week_start(today)
    monday = max(week_start(begun), this_monday - RECENT)
    shares = []
    while monday <= this_monday:
        shares.append(
            _share(db, items, monday, min(monday + ONE_WEEK - ONE_DAY, today))
        )
        monday += ONE_WEEK
    return tuple(shares)


def _share(
    db: Connection, items: Collection[str], since: date, until: date
) -> WeekShare:
    seconds = item_clocks(db, since, until)
    on_items = sum(seconds.get(slug, 0) for slug in set(items))
    return on_items, clock_seconds(db, since, until)
