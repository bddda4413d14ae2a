"""The running timer, where the sessions chosen will have its time."""

from datetime import date, datetime
from sqlite3 import Connection

from tracker.database.values import instant_to_seconds
from tracker.journal.rules.records import RunningTimer, SessionFilter
from tracker.journal.store.timer import running_timer


def chosen_timer(
    db: Connection, chosen: SessionFilter, now: datetime, today: date
) -> RunningTimer | None:
    """The timer that runs, if today, its item and its tags are among what is chosen."""
    timer = running_timer(db)
    if timer is None or chosen.track or chosen.search:
        return None
    if (chosen.since or today) > today or (chosen.until or today) < today:
        return None
    if chosen.item not in (None, timer.item):
        return None
    if chosen.tag and chosen.tag not in timer.tags:
        return None
    elapsed = max(instant_to_seconds(now) - timer.started_at, 0)
    return RunningTimer(timer, elapsed)
