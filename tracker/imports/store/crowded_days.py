"""Days that hold more than days do."""

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection
from tracker.database.values import text_to_day
from tracker.imports.rules.calendar import DAY
from tracker.imports.rules.remarks import Crowded
from tracker.journal.store.clock_hours import day_clocks
from tracker.journal.store.overlaps import overlaps


def crowded(db: Connection, days: set[str]) -> Crowded:
    """What of the days an import touched (ISO text) is more than days hold; such sessions are kept, and told."""
    if not days:
        return Crowded()
    touched = set(map(text_to_day, days))
    first, last = min(touched), max(touched)
    twice = [
        each.seconds
        for each in overlaps(raw_connection(db), first, last)
        if each.day in touched
    ]
    clocks = day_clocks(raw_connection(db), first, last)
    return Crowded(
        len(twice), sum(twice), sum(clocks.get(day, 0) > DAY for day in touched)
    )
