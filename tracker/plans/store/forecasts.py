"""Forecasts as they were made."""

import os
from sqlite3 import Connection

from sqlalchemy import func, select

from tracker.database.bridge import core
from tracker.database.rows import save_row
from tracker.database.schema.curriculum import item
from tracker.database.schema.milestones import milestone
from tracker.database.schema.plans import forecast
from tracker.database.values import day_to_text, text_to_day
from tracker.plans.rules.forecasts import SavedForecast
from tracker.plans.store.plans import subject_columns

_COLUMNS = (
    "uid",
    "day",
    "early_half",
    "late_half",
    "early_most",
    "late_most",
    "pace",
    "withdrawn",
)
_FORECASTS = (
    select(
        func.coalesce(item.c.slug, milestone.c.slug).label("subject"),
        *(forecast.c[name] for name in _COLUMNS),
    )
    .select_from(forecast)
    .outerjoin(item, item.c.id == forecast.c.item_id)
    .outerjoin(milestone, milestone.c.id == forecast.c.milestone_id)
    .order_by(forecast.c.day, forecast.c.id)
)


def read_forecasts(db: Connection) -> list[SavedForecast]:
    """All forecasts ever made, earliest first."""
    return [
        SavedForecast(
            subject=row["subject"],
            day=text_to_day(row["day"]),
            half=(text_to_day(row["early_half"]), text_to_day(row["late_half"])),
            most=(text_to_day(row["early_most"]), text_to_day(row["late_most"])),
            pace=row["pace"],
            uid=row["uid"],
            withdrawn=text_to_day(row["withdrawn"]) if row["withdrawn"] else None,
        )
        for row in core(db).execute(_FORECASTS).mappings()
    ]


def save_forecast(db: Connection, new_forecast: SavedForecast, now_utc: int) -> None:
    """Save a forecast; it replaces one for the same subject made on the same day.

    Its `id` is random, not the next number: a forecast that was undone (a merge's) can
    come back under its own number.
    """
    key = {
        **subject_columns(db, new_forecast.subject),
        "day": day_to_text(new_forecast.day),
    }
    values = {
        "early_half": day_to_text(new_forecast.half[0]),
        "late_half": day_to_text(new_forecast.half[1]),
        "early_most": day_to_text(new_forecast.most[0]),
        "late_most": day_to_text(new_forecast.most[1]),
        "pace": new_forecast.pace,
        "withdrawn": None,
    }
    only_new = {"id": int.from_bytes(os.urandom(7))}
    save_row(db, "forecast", key, values, now_utc, only_new=only_new)
