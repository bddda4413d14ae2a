"""A page's facts as JSON: every number that it shows.

Amounts are in seconds, but for `hours` of steps and forecasts: these are hours.
"""

from typing import Any

from tracker.export.render.documents.charts import list_ledgers
from tracker.export.rules.hours import SpanHours, TrackHours
from tracker.export.rules.progress import Progress
from tracker.page.rules.answer import PageAnswer
from tracker.plans.view.forecasts import forecast_data
from tracker.plans.view.plans import plans_data
from tracker.plans.view.week_json import week_data
from tracker.plans.view.year_json import year_data
from tracker.readiness.rules.answers import RoadAnswer
from tracker.readiness.view.gaps_json import next_data
from tracker.readiness.view.ready_json import ready_data
from tracker.readiness.view.road_json import road_data


def page_data(answer: PageAnswer) -> dict[str, Any]:
    """Each part as the command of its name answers it."""
    progress, today = answer.progress, answer.week.today
    road = road_data(RoadAnswer(answer.road, today)) if answer.road else None
    return {
        "today": today.isoformat(),
        "name": progress.person.name,
        "invented": answer.is_demo,
        "week": week_data(answer.week),
        "year": year_data(answer.year),
        "ready": ready_data(answer.ready) if answer.ready else None,
        "road": road,
        "hours": _hours_data(progress),
        "limits": _limits_data(progress),
        **plans_data(answer.plans),
        "forecast": forecast_data(answer.forecast) if answer.forecast else None,
        "no_forecast": list(answer.no_forecast),
        "next": next_data(answer.next),
    }


def _hours_data(progress: Progress) -> dict[str, Any]:
    """The weeks with their tracks; `shared` is what these have more than the week."""
    hours = progress.hours
    return {
        "seconds": hours.seconds,
        "recollected": hours.recollected,
        "agent": hours.agent,
        "shared": hours.shared,
        "by_track": list(map(_track_data, hours.by_track)),
        "weeks": list(map(_span_data, hours.spans)),
        "works": [
            {"title": work.title, "day": work.day.isoformat()}
            for work in progress.works
            if work.day
        ],
    }


def _track_data(track: TrackHours) -> dict[str, Any]:
    return {"track": track.track, "title": track.title, "seconds": track.seconds}


def _span_data(span: SpanHours) -> dict[str, Any]:
    return {
        "since": span.since.isoformat(),
        "until": span.until.isoformat(),
        "seconds": span.seconds,
        "shared": span.shared,
        "by_track": list(map(_track_data, span.by_track)),
    }


def _limits_data(progress: Progress) -> list[dict[str, Any]]:
    return [
        {
            "title": title,
            "spent": ledger.spent,
            "low": ledger.low,
            "high": ledger.high,
            "left": max(ledger.high - ledger.spent, 0),
        }
        for title, ledger in list_ledgers(progress)
    ]
