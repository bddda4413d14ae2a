"""The timer as text and JSON."""

from datetime import date, datetime, tzinfo
from typing import Any

from tracker.database.values import seconds_to_instant
from tracker.journal.rules.limits import TIMER_TRUSTED_FOR, stopped_at
from tracker.journal.rules.records import ChosenItem, Timer, TimerStatus
from tracker.journal.view.sessions import found_lines, say_tags
from tracker.text.amounts import say_amount
from tracker.text.columns import wrap
from tracker.text.days import say_day

NOTHING = (
    "Nothing logged yet. To begin: tracker log fastai 1h30m, or tracker start fastai"
)


def timer_data(timer: Timer, elapsed: int) -> dict[str, Any]:
    """A running timer's JSON."""
    started = seconds_to_instant(timer.started_at, timer.utc_offset)
    return {"item": timer.item, "started_at": started.isoformat(), "seconds": elapsed}


def standing_data(standing: TimerStatus) -> dict[str, Any]:
    """The status, as JSON: seconds of today and this week include what runs."""
    running = timer_data(standing.timer, standing.elapsed) if standing.timer else None
    return {"running": running, "today": standing.today, "week": standing.week}


def standing_text(today: date, zone: tzinfo, standing: TimerStatus) -> str:
    """What runs, since when, and the hours of today and this week."""
    timer = standing.timer
    hours = f"Today {_minutes(standing.today)}, week {_minutes(standing.week)}."
    if timer is None:
        return f"No timer. {hours}"
    since = say_start(timer, today, zone)
    told = wrap(f"{timer.item}, {_minutes(standing.elapsed)} since {since}. {hours}")
    if standing.elapsed <= TIMER_TRUSTED_FOR:
        return told
    stop = stopped_at(datetime.fromtimestamp(timer.started_at, zone), today)
    asked = wrap(f"Past 12 h. If it was forgotten, say when it ended, like: {stop}", 2)
    return f"{told}\n{asked}"


def line_text(standing: TimerStatus) -> str:
    """What runs, for a shell's prompt; nothing where nothing does."""
    return (
        f"{standing.timer.item} {_minutes(standing.elapsed)}" if standing.timer else ""
    )


def say_start(timer: Timer, today: date, zone: tzinfo) -> str:
    """`20:31`, with the day where it is not today's."""
    start = datetime.fromtimestamp(timer.started_at, zone)
    return (
        f"{start:%H:%M}"
        if start.date() == today
        else f"{say_day(start.date(), today)}, {start:%H:%M}"
    )


def _minutes(seconds: int) -> str:
    """Whole minutes, rounded down: a status is looked at while it runs."""
    return say_amount(seconds - seconds % 60)


def started_text(
    typed: str, today: date, zone: tzinfo, timer: Timer, item: ChosenItem
) -> str:
    """What was started, and how to end it."""
    told = wrap(
        f"Started {timer.item}{say_tags(timer.tags)} at {say_start(timer, today, zone)}. When done: tracker stop"
    )
    return "\n".join([told, *found_lines(typed, item)])


def cancelled_text(elapsed: int, timer: Timer) -> str:
    """What was thrown away."""
    return wrap(
        f"Threw away {_minutes(elapsed)} on {timer.item}; nothing was logged. Undo: tracker undo"
    )
