"""The hours a week that a person has for this."""

from datetime import date

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection
from tracker.database.settings import Settings
from tracker.journal.store.clock_hours import clock_seconds, first_day
from tracker.readiness.rules.pace import (
    ONE_DAY,
    PACE_WEEKS,
    Pace,
    average_pace,
    days_within,
    full_weeks,
)
from tracker.readiness.store.time_off import read_time_off


def read_pace(db: Connection, settings: Settings, today: date) -> Pace | None:
    """The hours a week as set, else the average of the last eight whole weeks.

    Weeks of planned breaks are not among the eight. None before there are eight.
    """
    if settings.pace:
        return Pace(settings.pace, is_stated=True)
    raw = raw_connection(db)
    first = first_day(raw)
    off = days_within(read_time_off(db), first or today, today)
    mondays = full_weeks(first, today, off, PACE_WEEKS)
    seconds = [clock_seconds(raw, day, day + 6 * ONE_DAY) for day in mondays]
    return average_pace(seconds)
