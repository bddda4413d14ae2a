"""Forecasts as they were given, and what they rest on."""

import os
from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import Connection, func, insert, select, update

from tracker.database.bridge import raw_connection
from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import milestone
from tracker.database.schema.plans import forecast
from tracker.database.settings import Settings
from tracker.database.values import day_to_text, new_uid, text_to_day
from tracker.journal.store.clock_hours import (
    clock_seconds,
    first_day,
    item_clocks,
    week_clocks,
)
from tracker.journal.store.item_hours import item_first_day as first_of
from tracker.milestones.store.milestones import read_dropped
from tracker.plans.rules.forecasts import (
    ForecastBasis,
    KeptForecast,
    TrackRecord,
    grades,
)
from tracker.plans.rules.pace import Shared, own_weeks
from tracker.plans.rules.plans import ends
from tracker.plans.store.breaks import read_breaks
from tracker.plans.store.plans import subject_columns
from tracker.readiness.rules.records import Facts

ONE_DAY, ONE_WEEK, LATELY = timedelta(days=1), timedelta(weeks=1), timedelta(weeks=8)
_DAYS = ("day", "early_half", "late_half", "early_most", "late_most")
_GIVEN = (
    select(
        func.coalesce(item.c.slug, milestone.c.slug).label("subject"),
        *(forecast.c[name] for name in (*_DAYS, "pace")),
    )
    .select_from(forecast)
    .outerjoin(item, item.c.id == forecast.c.item_id)
    .outerjoin(milestone, milestone.c.id == forecast.c.milestone_id)
    .order_by(forecast.c.day, forecast.c.id)
)


def forecast_basis(db: Connection, today: date, settings: Settings) -> ForecastBasis:
    """What forecasts made today rest on."""
    known = read_breaks(db)
    own = own_weeks(
        week_clocks(raw_connection(db), today),
        first_day(raw_connection(db)),
        today,
        known,
    )
    return ForecastBasis(today, own, tuple(known), settings.pace)


def lately(db: Connection, items: Collection[str], today: date) -> tuple[Shared, ...]:
    """Seconds on the clock of some items and of all, by week, since one of them was begun, at most the last 8 weeks."""
    begun = min(
        (day for slug in items if (day := first_of(raw_connection(db), slug))),
        default=None,
    )
    if begun is None:
        return ()
    monday = today - timedelta(days=today.weekday())
    first = max(begun - timedelta(days=begun.weekday()), monday - LATELY)
    mondays = [first + n * ONE_WEEK for n in range((monday - first) // ONE_WEEK + 1)]
    return tuple(
        _shared(db, set(items), since, min(since + ONE_WEEK - ONE_DAY, today))
        for since in mondays
    )


def _shared(db: Connection, items: set[str], since: date, until: date) -> Shared:
    own = item_clocks(raw_connection(db), since, until)
    return sum(own.get(slug, 0) for slug in items), clock_seconds(
        raw_connection(db), since, until
    )


def track_record(db: Connection, known: Facts, today: date) -> TrackRecord:
    """How the forecasts given so far held."""
    left = {
        item.slug: item.state_day
        for item in known.items
        if item.state in ("skipped", "dropped") and item.state_day
    }
    return grades(kept_forecasts(db), ends(known), left | read_dropped(db), today)


def kept_forecasts(db: Connection) -> list[KeptForecast]:
    """All forecasts ever given, the earliest first."""
    return [
        KeptForecast(
            subject=row["subject"],
            day=text_to_day(row["day"]),
            half=(text_to_day(row["early_half"]), text_to_day(row["late_half"])),
            most=(text_to_day(row["early_most"]), text_to_day(row["late_most"])),
            pace=row["pace"],
        )
        for row in db.execute(_GIVEN).mappings()
    ]


def save_forecast(db: Connection, new: KeptForecast, now: int) -> None:
    """Keep a forecast as given; of a day's for the same thing, the last. `now` is UTC seconds.

    It is numbered at random, not next: what was undone (a merge's forecasts) can come back under its own number.
    """
    days = [new.day, *new.half, *new.most]
    columns = {
        name: day_to_text(day) for name, day in zip(_DAYS, days, strict=True)
    } | {"pace": new.pace}
    subject = subject_columns(db, new.subject)
    mine = [
        forecast.c[name].is_not_distinct_from(value) for name, value in subject.items()
    ]
    same = update(forecast).where(*mine, forecast.c.day == columns["day"])
    if not db.execute(same.values(**columns, edited_at=now)).rowcount:
        number = int.from_bytes(os.urandom(7))
        db.execute(
            insert(forecast).values(
                id=number, uid=new_uid(), edited_at=now, **subject, **columns
            )
        )
