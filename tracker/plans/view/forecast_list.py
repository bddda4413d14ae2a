"""The forecasts that were given, as a list and as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, TypedDict

from tracker.journal.rules.lines import line_id
from tracker.json_types import Day
from tracker.plans.rules.forecasts import SavedForecast
from tracker.plans.view.days import say_date, say_range
from tracker.text.days import say_day
from tracker.text.tables import table

NO_FORECASTS = "No forecast was given yet. For example: tracker forecast fastai"


class SavedForecastData(TypedDict):
    """A forecast given on `day`; `half` and `most` are first and last days."""

    id: str
    slug: str
    day: Day
    half: Annotated[list[Day], 2]
    most: Annotated[list[Day], 2]
    withdrawn: Day | None


class SavedForecastsData(TypedDict):
    """The forecasts that were given, earliest first."""

    given: list[SavedForecastData]


def forecast_list_data(forecasts: Sequence[SavedForecast]) -> SavedForecastsData:
    """The forecasts as JSON, earliest first."""
    return {"given": list(map(_data, forecasts))}


def _data(forecast: SavedForecast) -> SavedForecastData:
    half, most = (
        [day.isoformat() for day in span] for span in (forecast.half, forecast.most)
    )
    withdrawn = forecast.withdrawn
    return {
        "id": forecast.uid,
        "slug": forecast.subject,
        "day": forecast.day.isoformat(),
        "half": half,
        "most": most,
        "withdrawn": withdrawn.isoformat() if withdrawn else None,
    }


def forecast_list_text(
    today: date, ended: Mapping[str, date], forecasts: Sequence[SavedForecast]
) -> str:
    """A line for each: id, day, what it is about, its wide range, what became of it.

    `ended` has the day on which each subject was done.
    """
    if not forecasts:
        return NO_FORECASTS
    rows = [
        (
            line_id(forecast.uid),
            say_day(forecast.day, today),
            forecast.subject,
            say_range(*forecast.most, today),
            _say_outcome(forecast, ended.get(forecast.subject), today),
        )
        for forecast in forecasts
    ]
    return f"{table(rows, 'lllll')}\nTo withdraw one: tracker rm ID"


def _say_outcome(forecast: SavedForecast, ended: date | None, today: date) -> str:
    if forecast.withdrawn:
        return f"withdrawn {say_date(forecast.withdrawn, today)}"
    first, last = forecast.most
    if ended:
        verb = "held" if first <= ended <= last else "missed"
        return f"{verb}: done {say_date(ended, today)}"
    return "missed" if last < today else "open"
