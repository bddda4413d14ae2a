"""All facts of a page: a view adds none."""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.export.rules.progress import Progress
from tracker.plans.rules.forecasts import ForecastAnswer
from tracker.plans.rules.plans import PlanStatus
from tracker.plans.rules.week import Week
from tracker.plans.rules.year import Year
from tracker.readiness.rules.answers import NextAnswer, ReadyAnswer
from tracker.readiness.rules.road_map import RoadMap


@dataclass(frozen=True, slots=True)
class PageAnswer:
    """The record of one person, as their page shows it.

    `progress` are the hours and works of the days of `year`. `ready` and `road` are
    None without a target. `titles` are those of items and milestones by their slugs,
    `skills` those of skills. `forecast` is None where nothing can be forecast, and
    `no_forecast` are the sentences that say why. An `is_demo` person is invented.
    """

    week: Week
    year: Year
    progress: Progress
    plans: tuple[PlanStatus, ...]
    next: NextAnswer
    titles: Mapping[str, str]
    skills: Mapping[str, str]
    ready: ReadyAnswer | None = None
    road: RoadMap | None = None
    forecast: ForecastAnswer | None = None
    no_forecast: tuple[str, ...] = ()
    is_demo: bool = False
