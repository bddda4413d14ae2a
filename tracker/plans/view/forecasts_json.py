"""One forecast as JSON."""

from datetime import date
from typing import Any

from tracker.curriculum.rules.estimate_ratio import Ratio
from tracker.plans.rules.forecasts import Forecast
from tracker.plans.view.days import span_data
from tracker.readiness.view.gaps_json import hours_data


def forecast_item_data(forecast: Forecast) -> dict[str, Any]:
    """The JSON of one forecast; what is not known is null."""
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


def _ratio_data(ratio: Ratio | None) -> dict[str, Any] | None:
    if ratio is None:
        return None
    return {"value": round(ratio.value, 2), "count": ratio.count, "kind": ratio.kind}


def _at_pace_data(days: tuple[date, date, date] | None) -> dict[str, Any] | None:
    if days is None:
        return None
    low, likely, high = (day.isoformat() for day in days)
    return {"low": low, "likely": likely, "high": high}
