"""The hours a week that a person has."""

from datetime import date

from sqlalchemy import Connection

from tracker.database.bridge import raw_connection
from tracker.database.settings import Settings
from tracker.journal.store.clock_hours import day_clocks, study_days
from tracker.readiness.rules.pace import (
    Pace,
    days_within,
    find_stretch,
    full_weeks,
    week_seconds,
)
from tracker.readiness.store.time_off import read_time_off


def read_pace(db: Connection, settings: Settings, today: date) -> Pace:
    """The pace on the day `today`: the one that every screen shows."""
    raw = raw_connection(db)
    off = days_within(read_time_off(db), date.min, today)
    stretch = find_stretch(study_days(raw, today), today, off)
    if stretch is None or stretch.is_over:
        return Pace(today, stretch, stated=settings.pace)
    mondays = full_weeks(stretch.since, today, off)
    seconds = day_clocks(raw, min(mondays, default=today), today)
    return Pace(today, stretch, week_seconds(mondays, seconds), settings.pace)
