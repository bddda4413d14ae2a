"""The timer that runs beside what a list or a report counts."""

from datetime import date, tzinfo
from typing import TypedDict

from tracker.journal.rules.records import RunningTimer
from tracker.json_types import Instant
from tracker.text.columns import wrap

# `status` takes 1 ms to import, and most lists have no timer.


class TimerData(TypedDict):
    """What runs; a start that is no moment is null, `seconds` are those until now."""

    item: str
    started_at: Instant | None
    seconds: int


def running_data(running: RunningTimer | None) -> TimerData | None:
    """The JSON of what runs."""
    if running is None:
        return None
    from tracker.journal.view.status import timer_data

    return timer_data(running.timer, running.elapsed)


def running_lines(running: RunningTimer | None, today: date, zone: tzinfo) -> list[str]:
    """`Running: ppo, 1h05m since 20:05. Not counted yet`, or nothing."""
    if running is None:
        return []
    from tracker.journal.view.status import say_running

    text = say_running(running.timer, running.elapsed, today, zone)
    return [wrap(f"{text} Not counted yet.")]
