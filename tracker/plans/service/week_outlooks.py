"""Plans with their forecasts, which are not saved."""

from collections.abc import Iterator, Sequence
from sqlite3 import Connection

from tracker.errors import Refused
from tracker.plans.rules.forecast_subject import find_subject, find_target_gaps
from tracker.plans.rules.forecasts import Forecast, ForecastBasis, make_forecast
from tracker.plans.rules.plans import PlanStatus
from tracker.plans.rules.week import MOST_PLANS, Outlook
from tracker.plans.service.shares import recent_shares
from tracker.plans.store.breaks import read_breaks
from tracker.readiness.rules.gaps import Gaps
from tracker.readiness.rules.pace import Pace
from tracker.readiness.rules.records import Facts


def find_outlooks(
    db: Connection,
    plans: Sequence[PlanStatus],
    facts: Facts,
    gaps: Gaps | None,
    pace: Pace,
) -> Iterator[Outlook]:
    """The open plans; the first ones with their forecasts, which take some time.

    `gaps` are those of the target, None without one.
    """
    if not pace.seconds:
        yield from map(Outlook, plans)
        return
    gaps = gaps or find_target_gaps(facts, None)
    basis = ForecastBasis(pace, tuple(read_breaks(db)))
    for plan in plans[:MOST_PLANS]:
        forecast = _forecast_plan(db, plan, facts, gaps, basis)
        yield _to_outlook(plan, forecast) if forecast else Outlook(plan)
    yield from map(Outlook, plans[MOST_PLANS:])


def _forecast_plan(
    db: Connection, plan: PlanStatus, facts: Facts, gaps: Gaps, basis: ForecastBasis
) -> Forecast | None:
    """The forecast of a plan; None where its hours left are not known."""
    try:
        subject = find_subject(plan.subject, facts, gaps)
    except Refused:
        return None
    shares = recent_shares(db, subject.items, basis.pace.today)
    return make_forecast(subject, basis, shares, plan.due)


def _to_outlook(plan: PlanStatus, forecast: Forecast) -> Outlook:
    if forecast.ranges:
        is_on_time = (forecast.chance or 0) >= 5
        return Outlook(plan, forecast.ranges.half, is_on_time, forecast.chance)
    assert forecast.at_pace
    low, likely, high = forecast.at_pace
    is_on_time = likely <= plan.due
    return Outlook(plan, (low, high), is_on_time, is_measured=False)
