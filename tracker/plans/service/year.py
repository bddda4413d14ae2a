"""The days of a year, read from the journal, with the breaks."""

from datetime import date
from sqlite3 import Connection

from tracker.journal.store.clock_hours import day_clocks
from tracker.plans.rules.breaks import days_off
from tracker.plans.rules.year import Year
from tracker.plans.store.breaks import read_breaks


def read_year(db: Connection, since: date, until: date) -> Year:
    """The days from `since` to `until`, both included, and the whole of their breaks."""
    seconds = day_clocks(db, since, until)
    breaks = [
        days for days in read_breaks(db) if days.since <= until and since <= days.until
    ]
    return Year(since, until, seconds, days_off(breaks, date.min, date.max))
