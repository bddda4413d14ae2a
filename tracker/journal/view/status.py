"""The status as text and JSON: the timer, and the hours of today and this week."""

from datetime import date, datetime, timedelta, tzinfo
from typing import TypedDict

from tracker.database.values import seconds_to_instant
from tracker.journal.rules.records import Timer
from tracker.journal.rules.timers import TimerStatus, say_doubt
from tracker.journal.view.details import note_line, say_tags
from tracker.journal.view.running_timer import TimerData
from tracker.limits import DAY, EARLIEST_INSTANT, LATEST_INSTANT
from tracker.text.amounts import say_amount
from tracker.text.columns import wrap
from tracker.text.days import say_day


def timer_data(timer: Timer, elapsed: int) -> TimerData:
    """A running timer's JSON; `elapsed` is seconds.

    A start that is no moment is null, so that `cancel` can end such a timer.
    """
    started = None
    if _has_moment(timer):
        started = seconds_to_instant(timer.started_at, timer.utc_offset).isoformat()
    return {"item": timer.item, "started_at": started, "seconds": elapsed}


class StatusData(TypedDict):
    """The timer, and the seconds of today and this week, with what runs.

    A timer that may have been forgotten counts nowhere.
    """

    running: TimerData | None
    today: int
    week: int


def status_data(status: TimerStatus) -> StatusData:
    """The status as JSON."""
    running = timer_data(status.timer, status.elapsed) if status.timer else None
    return {"running": running, "today": status.today, "week": status.week}


def first_day_text(_: TimerStatus) -> str:
    """The status where there is no database yet."""
    return (
        "Nothing logged yet. To log: tracker log fastai 1h30m\n"
        "To start the timer: tracker start fastai"
    )


def status_text(today: date, zone: tzinfo, status: TimerStatus) -> str:
    """The timer with its start, and the hours of today and this week."""
    timer = status.timer
    hours = f"Today {say_minutes(status.today)}, this week {say_minutes(status.week)}."
    if status.doubt:
        why = ": it may have been forgotten" if status.doubt.at else ""
        hours = f"{hours[:-1]}, without the timer{why}."
    if timer is None:
        return f"No timer is running. {hours}"
    elapsed = say_minutes(status.elapsed)
    start = say_start(timer, status.elapsed, today, zone)
    item = f"{timer.item}{say_tags(timer.tags)}"
    lines = [wrap(f"{item}, {elapsed} since {start}. {hours}"), *note_lines(timer)]
    if status.doubt:
        lines.append(wrap(say_doubt(status.doubt, timer.item)))
    return "\n".join(lines)


def status_line(status: TimerStatus) -> str:
    """The timer for a shell prompt; empty where none runs."""
    if status.timer is None:
        return ""
    return f"{status.timer.item} {say_minutes(status.elapsed)}"


def say_start(timer: Timer, elapsed: int, today: date, zone: tzinfo) -> str:
    """`20:31`, with its day of the calendar where now, `elapsed` later, is another."""
    if not _has_moment(timer):
        return "a moment that no calendar has"
    start = datetime.fromtimestamp(timer.started_at, zone)
    # In the night, the calendar is a day ahead of the day that counts.
    if start.date() - today > timedelta(days=1):
        return f"{say_day(start.date(), today)}, {start:%H:%M}"
    if start.date() == datetime.fromtimestamp(timer.started_at + elapsed, zone).date():
        return f"{start:%H:%M}"
    return f"{say_day(start.date(), today)}, {start:%H:%M}"


def _has_moment(timer: Timer) -> bool:
    """Whether the start makes sense, which a damaged database cannot promise."""
    is_near = abs(timer.utc_offset) < DAY
    return is_near and EARLIEST_INSTANT <= timer.started_at <= LATEST_INSTANT


def say_running(timer: Timer, elapsed: int, today: date, zone: tzinfo) -> str:
    """`Running: fastai +deep, 1h12m since 20:31.`; `elapsed` is seconds."""
    since = f"{say_minutes(elapsed)} since {say_start(timer, elapsed, today, zone)}"
    return f"Running: {timer.item}{say_tags(timer.tags)}, {since}."


def say_minutes(seconds: int) -> str:
    """Whole minutes, rounded down: the status is read while the timer runs."""
    return say_amount(seconds - seconds % 60)


def note_lines(timer: Timer) -> list[str]:
    """The line of the timer's note, if it has one."""
    return [note_line(timer.note)] if timer.note else []
