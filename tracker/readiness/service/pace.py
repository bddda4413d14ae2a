"""The hours a week that a person has."""

from datetime import date
from sqlite3 import Connection

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
    off = days_within(read_time_off(db), date.min, today)
    stretch = find_stretch(study_days(db, today), today, off)
    if stretch is None or stretch.is_over:
        return Pace(today, stretch, stated=settings.pace)
    mondays = full_weeks(stretch.since, today, off)
    seconds = day_clocks(db, min(mondays, default=today), today)
    return Pace(today, stretch, week_seconds(mondays, seconds), settings.pace)
