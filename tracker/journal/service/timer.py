"""The timer: start it, stop it into sessions, discard it, read its status."""

from datetime import datetime
from sqlite3 import Connection

from tracker.database.values import instant_to_seconds
from tracker.journal.rules.checks import (
    check_no_timer,
    check_time_not_future,
    check_timer_age,
    require_timer,
    source_of,
)
from tracker.journal.rules.days import split_by_day
from tracker.journal.rules.pieces import LocalMoment, split_stretch
from tracker.journal.rules.records import (
    ChosenItem,
    SessionDetails,
    Timer,
    TimerStatus,
    WrittenSessions,
)
from tracker.journal.service.sessions import write_session
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.items import choose_item
from tracker.journal.store.overlaps import read_gains
from tracker.journal.store.timer import add_timer, remove_timer, running_timer
from tracker.text.periods import week_of
from tracker.text.stretches import Stretch


def start_timer(
    db: Connection,
    item: str,
    tags: tuple[str, ...],
    at: datetime | None,
    moment: LocalMoment,
) -> tuple[ChosenItem, TimerStatus]:
    """Start the timer on the item that `item` names, now or `at` a typed moment, past.

    Raises NotFound or Ambiguous for the name, Refused where a timer runs already.
    """
    check_no_timer(running_timer(db))
    chosen = choose_item(db, item)
    add_timer(
        db, chosen, at or moment.now, tags, moment.now_utc, by_hand=at is not None
    )
    return chosen, read_timer_status(db, moment)


def stop_timer(
    db: Connection,
    at: datetime | None,
    note: str,
    moment: LocalMoment,
    *,
    trusted: bool,
) -> WrittenSessions:
    """Stop the timer, now or `at` a typed moment, and log its sessions.

    Raises Refused where none runs, and for one that ran too long and is not `trusted`.
    """
    timer = require_timer(running_timer(db))
    end = at or moment.now
    check_time_not_future(end, moment.now)
    seconds = instant_to_seconds(end) - timer.started_at
    start = datetime.fromtimestamp(timer.started_at, moment.zone)
    if at is None:
        check_timer_age(seconds, timer.item, start, moment.today, trusted=trusted)
    pieces = split_stretch(Stretch(start.date(), start, seconds), None, moment)
    typed = timer.by_hand or at is not None
    source = source_of(pieces[-1].day, moment.today) if typed else "live"
    now_utc = moment.now_utc
    details = SessionDetails(timer.item_id, note.strip(), timer.tags, source, now_utc)
    remove_timer(db, timer, now_utc)
    sessions = write_session(db, details, pieces, moment, overlap=True)
    return summarise_written(db, sessions, moment.today)


def cancel_timer(db: Connection, now_utc: int) -> tuple[Timer, int]:
    """Discard the timer; return it and its elapsed seconds.

    Raises Refused where none runs.
    """
    timer = require_timer(running_timer(db))
    remove_timer(db, timer, now_utc)
    return timer, now_utc - timer.started_at


def read_timer_status(db: Connection, moment: LocalMoment) -> TimerStatus:
    """The timer, and the clock's seconds of today and this week, the timer included.

    Time that the timer shares with a session counts once.
    """
    timer = running_timer(db)
    today, week = moment.today, week_of(moment.today)
    today_seconds = clock_seconds(db, today, today)
    week_seconds = clock_seconds(db, week.since, week.until)
    elapsed = 0
    if timer:
        elapsed = max(moment.now_utc - timer.started_at, 0)
        start, zone = timer.started_at, moment.zone
        pieces = split_by_day(start, elapsed, moment.day_starts, zone)
        gains = read_gains(db, pieces)
        today_seconds += gains.get(today, 0)
        in_week = [seconds for day, seconds in gains.items() if week_of(day) == week]
        week_seconds += sum(in_week)
    return TimerStatus(timer, elapsed, today_seconds, week_seconds)
