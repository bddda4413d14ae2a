"""The pace of the person's last weeks."""

from datetime import date

from sqlalchemy import Connection

from tracker.database.bridge import raw
from tracker.database.settings import Settings
from tracker.journal.store.clock import day_clocks, first_day
from tracker.readiness.rules.pace import Pace, looked_back, own_pace


def pace(db: Connection, settings: Settings, today: date) -> Pace | None:
    """The hours a week as they are set, else as they were in the last eight whole weeks; None before there are any."""
    if settings.pace:
        return Pace(settings.pace, stated=True)
    since, until = looked_back(today)
    return own_pace(day_clocks(raw(db), since, until).values(), first_day(raw(db)), since)
