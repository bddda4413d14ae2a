"""A pace as JSON."""

from datetime import date
from typing import TypedDict

from tracker.json_types import Day
from tracker.readiness.rules.pace import Pace


class PaceData(TypedDict):
    """Seconds a week, whether that is only as set, and the weeks that it rests on.

    `since` and `last` are the first and last day with a session since the person last
    began, `before` the last day before that.
    """

    seconds: int | None
    stated: bool
    weeks: int
    since: Day | None
    last: Day | None
    before: Day | None


def pace_data(pace: Pace) -> PaceData:
    """A pace as JSON; what is not known is null."""
    stretch = pace.stretch
    return {
        "seconds": pace.seconds,
        "stated": pace.is_stated,
        "weeks": len(pace.weeks),
        "since": _day_data(stretch.since) if stretch else None,
        "last": _day_data(stretch.last) if stretch else None,
        "before": _day_data(stretch.before) if stretch else None,
    }


def _day_data(day: date | None) -> str | None:
    return day.isoformat() if day else None
