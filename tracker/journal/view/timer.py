"""The timer as text and JSON."""

from datetime import date, datetime, tzinfo
from typing import Any

from tracker.database.values import seconds_to_instant
from tracker.journal.rules.records import ChosenItem, Timer
from tracker.journal.rules.timers import TimerStatus, say_doubt
from tracker.journal.view.written_sessions import UNDO, item_match_lines, say_tags
from tracker.text.amounts import say_amount
from tracker.text.columns import wrap
from tracker.text.days import say_day


def timer_data(timer: Timer, elapsed: int) -> dict[str, Any]:
    """A running timer's JSON; `elapsed` is seconds."""
    started = seconds_to_instant(timer.started_at, timer.utc_offset)
    return {"item": timer.item, "started_at": started.isoformat(), "seconds": elapsed}


def status_data(status: TimerStatus) -> dict[str, Any]:
    """The status as JSON: the seconds of today and this week include what runs."""
    running = timer_data(status.timer, status.elapsed) if status.timer else None
    return {"running": running, "today": status.today, "week": status.week}


def first_day_text(_: TimerStatus) -> str:
    """The status where there is no database yet."""
    return (
        "Nothing logged yet. To log: tracker log fastai 1h30m; or: tracker start fastai"
    )


def status_text(today: date, zone: tzinfo, status: TimerStatus) -> str:
    """The timer with its start, and the hours of today and this week."""
    timer = status.timer
    hours = (
        f"Today {_say_minutes(status.today)}, this week {_say_minutes(status.week)}."
    )
    if timer is None:
        return f"No timer is running. {hours}"
    elapsed, start = _say_minutes(status.elapsed), say_start(timer, today, zone)
    text = wrap(f"{timer.item}, {elapsed} since {start}. {hours}")
    if status.doubt is None:
        return text
    return f"{text}\n{wrap(say_doubt(status.doubt, timer.item))}"


def status_line(status: TimerStatus) -> str:
    """The timer for a shell prompt; empty where none runs."""
    if status.timer is None:
        return ""
    return f"{status.timer.item} {_say_minutes(status.elapsed)}"


def say_start(timer: Timer, today: date, zone: tzinfo) -> str:
    """`20:31`, with the day where it is not today."""
    start = datetime.fromtimestamp(timer.started_at, zone)
    if start.date() == today:
        return f"{start:%H:%M}"
    return f"{say_day(start.date(), today)}, {start:%H:%M}"


def say_running(timer: Timer, elapsed: int, today: date, zone: tzinfo) -> str:
    """`Running: fastai +deep, 1h12m since 20:31.`; `elapsed` is seconds."""
    since = f"{_say_minutes(elapsed)} since {say_start(timer, today, zone)}"
    return f"Running: {timer.item}{say_tags(timer.tags)}, {since}."


def _say_minutes(seconds: int) -> str:
    """Whole minutes, rounded down: the status is read while the timer runs."""
    return say_amount(seconds - seconds % 60)


def started_text(
    typed: str, today: date, zone: tzinfo, item: ChosenItem, status: TimerStatus
) -> str:
    """What was started, and how to end it."""
    timer = status.timer
    assert timer is not None
    start = f"{timer.item}{say_tags(timer.tags)} at {say_start(timer, today, zone)}"
    text = wrap(f"Started {start}. When done: tracker stop")
    return "\n".join([text, *item_match_lines(typed, item)])


def cancelled_text(elapsed: int, timer: Timer) -> str:
    """What was discarded; `elapsed` is seconds."""
    amount = _say_minutes(elapsed)
    return wrap(f"Discarded {amount} on {timer.item}; nothing was logged. {UNDO}")
