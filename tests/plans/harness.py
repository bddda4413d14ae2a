"""What several tests of plans share."""

from datetime import date, timedelta

from tests.conftest import Tracker

MONDAY = date(2026, 11, 23)
WEEK = timedelta(days=7)
# The pace of somebody who logged nothing and set none, as JSON.
NO_PACE = {
    "seconds": None,
    "stated": False,
    "weeks": 0,
    "since": None,
    "last": None,
    "before": None,
}


def log_weeks(
    tracker: Tracker, weeks: int, hours: str = "10h", until: date = MONDAY
) -> None:
    """Log `hours` on each of the `weeks` Mondays before the Monday `until`."""
    for n in range(weeks, 0, -1):
        tracker.ok(f"log fastai {hours}", f"{until - n * WEEK}T20:00")
