"""Days that hold more hours than they can."""

from sqlite3 import Connection

from tracker.database.values import text_to_day
from tracker.imports.rules.remarks import CrowdedDays
from tracker.journal.store.clock_hours import day_clocks
from tracker.journal.store.overlaps import read_overlaps
from tracker.limits import DAY


def find_crowded_days(
    db: Connection, days: set[str], overlapped: set[str]
) -> CrowdedDays:
    """Overlaps and hours over 24 on the `days` (ISO text) that an import wrote to.

    `overlapped` are days whose overlap it changed: one may be of a later day. Such
    sessions are imported; the report says so.
    """
    touched = {text_to_day(day) for day in days | overlapped}
    if not touched:
        return CrowdedDays()
    first, last = min(touched), max(touched)
    doubled = [
        overlap.seconds
        for overlap in read_overlaps(db, first, last)
        if overlap.day in touched
    ]
    clocks = day_clocks(db, first, last)
    over = [day for day in touched if clocks.get(day, 0) > DAY]
    return CrowdedDays(len(doubled), sum(doubled), len(over))
