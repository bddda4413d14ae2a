"""The timer: discard it, read its status, and whether it may have been forgotten."""

from datetime import datetime
from sqlite3 import Connection

from tracker.journal.rules.days import split_by_day
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import Timer
from tracker.journal.rules.timers import (
    MOST_LENGTHS,
    TimerDoubt,
    TimerStatus,
    UsualLength,
    doubt_later_start,
    doubt_timer,
    find_reason,
    require_timer,
    usual_length,
)
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.overlaps import read_gains
from tracker.journal.store.timer import latest_lengths, remove_timer, running_timer
from tracker.text.periods import week_of


def find_doubt(
    db: Connection,
    timer: Timer,
    end: datetime,
    now: datetime,
    *,
    trusted: bool = False,
) -> TimerDoubt | None:
    """Whether a timer that ran up to `end` may have been forgotten, and since when.

    `now` is aware and local.
    """
    start = datetime.fromtimestamp(timer.started_at, now.tzinfo)
    if start > now:
        return doubt_later_start(start)
    reason = find_reason(start, end, trusted=trusted)
    if not reason:
        return None
    return doubt_timer(reason, start, now, _usual_length(db, timer))


def _usual_length(db: Connection, timer: Timer) -> UsualLength | None:
    """How long sessions usually are: on the timer's item, else on all."""
    for item_id in (timer.item_id, None):
        seconds = usual_length(latest_lengths(db, MOST_LENGTHS, item_id))
        if seconds:
            return UsualLength(seconds, of_item=item_id is not None)
    return None


def cancel_timer(db: Connection, now_utc: int) -> tuple[Timer, int]:
    """Discard the timer; return it and its elapsed seconds.

    Raises Refused where none runs.
    """
    timer = require_timer(running_timer(db))
    remove_timer(db, timer, now_utc)
    return timer, max(now_utc - timer.started_at, 0)


def read_timer_status(db: Connection, moment: LocalMoment) -> TimerStatus:
    """The timer, and the clock's seconds of today and this week, the timer included.

    One that may have been forgotten is not. Time that the timer shares with a session counts once.
    """
    timer = running_timer(db)
    today, week = moment.today, week_of(moment.today)
    today_seconds = clock_seconds(db, today, today)
    week_seconds = clock_seconds(db, week.since, week.until)
    elapsed, doubt = 0, None
    if timer:
        doubt = find_doubt(db, timer, moment.now, moment.now)
        elapsed = max(moment.now_utc - timer.started_at, 0)
    if timer and not doubt:
        start, zone = timer.started_at, moment.zone
        pieces = split_by_day(start, elapsed, moment.day_starts, zone)
        gains = read_gains(db, pieces)
        today_seconds += gains.get(today, 0)
        in_week = [seconds for day, seconds in gains.items() if week_of(day) == week]
        week_seconds += sum(in_week)
    return TimerStatus(timer, elapsed, today_seconds, week_seconds, doubt)
