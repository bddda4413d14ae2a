"""Forecasts as they were made."""

import os
from sqlite3 import Connection

from tracker.database.rows import named_rows, save_row
from tracker.database.values import day_to_text, text_to_day
from tracker.plans.rules.forecasts import SavedForecast
from tracker.plans.store.plans import subject_columns

FORECASTS = """select forecast.*, coalesce(item.slug, milestone.slug) as subject
               from forecast left join item on item.id = item_id
               left join milestone on milestone.id = milestone_id
               order by day, forecast.id"""


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
        for row in named_rows(db, FORECASTS)
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
