"""A page's facts as JSON: every number that it shows.

Amounts are in seconds, but for `hours` of steps and forecasts: these are hours.
"""

from typing import TypedDict

from tracker.export.render.documents.charts import list_ledgers
from tracker.export.rules.hours import SpanHours, TrackHours
from tracker.export.rules.progress import Progress
from tracker.json_types import Day
from tracker.page.rules.answer import PageAnswer
from tracker.plans.view.forecasts import ForecastsData, forecast_data
from tracker.plans.view.plans_json import PlansData, plans_data
from tracker.plans.view.week_json import WeekData, week_data
from tracker.plans.view.year_json import YearData, year_data
from tracker.readiness.rules.answers import RoadAnswer
from tracker.readiness.view.gaps_json import NextData, next_data
from tracker.readiness.view.ready_json import ReadyData, ready_data
from tracker.readiness.view.road_json import RoadData, road_data


class TrackHoursData(TypedDict):
    """The seconds of a track."""

    track: str
    title: str
    seconds: int


class SpanHoursData(TypedDict):
    """A week with its tracks; `shared` is what these have more than the week."""

    since: Day
    until: Day
    seconds: int
    shared: int
    by_track: list[TrackHoursData]


class DatedWorkData(TypedDict):
    """A work, and the day of its evidence."""

    title: str
    day: Day


class AllHoursData(TypedDict):
    """All hours, in seconds; of those, in `agent` only an agent ran."""

    seconds: int
    recollected: int
    agent: int
    shared: int
    by_track: list[TrackHoursData]
    weeks: list[SpanHoursData]
    works: list[DatedWorkData]


class LimitData(TypedDict):
    """The seconds spent on an attempt, and its limit."""

    title: str
    spent: int
    low: int
    high: int
    left: int


class PageData(PlansData):
    """One's own page: each part as the command of its name answers it."""

    today: Day
    name: str | None
    invented: bool
    week: WeekData
    year: YearData
    ready: ReadyData | None
    road: RoadData | None
    hours: AllHoursData
    limits: list[LimitData]
    forecast: ForecastsData | None
    no_forecast: list[str]
    next: NextData


def page_data(answer: PageAnswer) -> PageData:
    """The keys of the page."""
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


def _hours_data(progress: Progress) -> AllHoursData:
    """All hours, and the weeks with their tracks."""
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


def _track_data(track: TrackHours) -> TrackHoursData:
    return {"track": track.track, "title": track.title, "seconds": track.seconds}


def _span_data(span: SpanHours) -> SpanHoursData:
    return {
        "since": span.since.isoformat(),
        "until": span.until.isoformat(),
        "seconds": span.seconds,
        "shared": span.shared,
        "by_track": list(map(_track_data, span.by_track)),
    }


def _limits_data(progress: Progress) -> list[LimitData]:
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
