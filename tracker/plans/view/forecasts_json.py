"""One forecast as JSON."""

from datetime import date
from typing import TypedDict

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.json_types import Day, HourRange
from tracker.plans.rules.forecasts import Forecast
from tracker.plans.view.days import DaySpanData, span_data
from tracker.readiness.view.gaps_json import RatioData, hours_data


class AtPaceData(TypedDict):
    """When it is done at the pace that is set."""

    low: Day
    likely: Day
    high: Day


class ForecastItemData(TypedDict):
    """One forecast: done within `half` 5 times in 10, within `most` 8 times in 10.

    `chance` is that of being on time, 0 to 1. What is not known is null.
    """

    slug: str
    title: str
    hours: HourRange
    basis: str
    half: DaySpanData | None
    most: DaySpanData | None
    share: float | None
    ratio: RatioData | None
    due: Day | None
    chance: float | None
    stated: AtPaceData | None


def forecast_item_data(forecast: Forecast) -> ForecastItemData:
    """The JSON of one forecast."""
    ranges, due, chance = forecast.ranges, forecast.due, forecast.chance
    return {
        "slug": forecast.subject.slug,
        "title": forecast.subject.title,
        "hours": hours_data(forecast.subject.left),
        "basis": forecast.subject.basis,
        "half": span_data(ranges.half) if ranges else None,
        "most": span_data(ranges.most) if ranges else None,
        "share": round(forecast.share, 2) if ranges else None,
        "ratio": _ratio_data(forecast.subject.ratio),
        "due": due.isoformat() if due else None,
        "chance": None if chance is None else chance / 10,
        "stated": _at_pace_data(forecast.at_pace),
    }


def _ratio_data(ratio: Ratio | None) -> RatioData | None:
    if ratio is None:
        return None
    return {"value": round(ratio.value, 2), "count": ratio.count, "kind": ratio.kind}


def _at_pace_data(days: tuple[date, date, date] | None) -> AtPaceData | None:
    if days is None:
        return None
    low, likely, high = (day.isoformat() for day in days)
    return {"low": low, "likely": likely, "high": high}
