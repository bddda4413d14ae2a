"""The pace of the person's last weeks."""

from datetime import date

from sqlalchemy import Connection, select

from tracker.database.bridge import raw_connection
from tracker.database.schema.plans import time_off
from tracker.database.settings import Settings
from tracker.database.values import text_to_day
from tracker.journal.store.clock_hours import clock_seconds, first_day
from tracker.readiness.rules.pace import (
    ONE_DAY,
    PACE_WEEKS,
    Pace,
    average_pace,
    days_within,
    full_weeks,
)


def pace(db: Connection, settings: Settings, today: date) -> Pace | None:
    """The hours a week as they are set, else as they were in the last eight whole weeks; None before there are any.

    Weeks that were planned as breaks are none of the eight.
    """
    if settings.pace:
        return Pace(settings.pace, is_stated=True)
    first = first_day(raw_connection(db))
    mondays = full_weeks(first, today, _off(db, first or today, today), PACE_WEEKS)
    return average_pace([_seconds(db, monday) for monday in mondays])


def _off(db: Connection, since: date, until: date) -> frozenset[date]:
    spans = db.execute(select(time_off.c.since, time_off.c.until))
    return days_within(
        ((text_to_day(first), text_to_day(last)) for first, last in spans), since, until
    )


def _seconds(db: Connection, monday: date) -> int:
    return clock_seconds(raw_connection(db), monday, monday + 6 * ONE_DAY)
