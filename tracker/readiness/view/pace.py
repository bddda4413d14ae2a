"""A pace as JSON."""

from datetime import date
from typing import Any

from tracker.readiness.rules.pace import Pace


def pace_data(pace: Pace) -> dict[str, Any]:
    """Seconds a week, whether that is only as set, and the weeks that it rests on.

    `since` and `last` are the first and last day with a session since the person last
    began, `before` the last day before that; what is not known is null.
    """
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
