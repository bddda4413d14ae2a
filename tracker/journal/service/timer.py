"""The timer: start it, stop it into sessions, discard it, read its status."""

from datetime import datetime
from sqlite3 import Connection

from tracker.database.values import instant_to_seconds
from tracker.journal.rules.checks import (
    check_time_not_future,
    source_of,
)
from tracker.journal.rules.days import split_by_day
from tracker.journal.rules.pieces import LocalMoment, split_stretch
from tracker.journal.rules.records import (
    ChosenItem,
    SessionDetails,
    Timer,
    WrittenSessions,
)
from tracker.journal.rules.timers import (
    MOST_LENGTHS,
    TimerDoubt,
    TimerStatus,
    UsualLength,
    check_no_timer,
    doubt_timer,
    find_reason,
    require_timer,
    timer_refusal,
    usual_length,
)
from tracker.journal.service.sessions import write_session
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.clock_hours import clock_seconds
from tracker.journal.store.items import choose_item
from tracker.journal.store.overlaps import read_gains
from tracker.journal.store.timer import (
    add_timer,
    latest_lengths,
    remove_timer,
    running_timer,
)
from tracker.text.moments import latest_moment, moment_between
from tracker.text.periods import week_of
from tracker.text.stretches import Stretch
from tracker.text.times import parse_point
from tracker.text.zones import resolve_point


def start_timer(
    db: Connection,
    item: str,
    tags: tuple[str, ...],
    at: str,
    moment: LocalMoment,
) -> tuple[ChosenItem, TimerStatus]:
    """Start the timer on the item that `item` names, now or `at` a typed moment, past.

    Raises NotFound or Ambiguous for the name, Refused where a timer runs already.
    """
    check_no_timer(running_timer(db))
    chosen = choose_item(db, item)
    start = _read_start(at, moment) if at else moment.now
    add_timer(db, chosen, start, tags, moment.now_utc, by_hand=bool(at))
    return chosen, read_timer_status(db, moment)


def _read_start(at: str, moment: LocalMoment) -> datetime:
    """When the work began: a time without a day is the latest one before now.

    Raises Refused for the future, and for a time of the day before where a timer since
    then would not be believed.
    """
    latest = latest_moment(at, moment.now, moment.today)
    point = parse_point(at, moment.now, moment.today)
    if point.dated or find_reason(latest, moment.now):
        latest = resolve_point(point, moment.zone)
    check_time_not_future(latest, moment.now)
    return latest


def stop_timer(
    db: Connection,
    at: str,
    note: str,
    moment: LocalMoment,
    *,
    trusted: bool,
    command: str,
) -> WrittenSessions:
    """Stop the timer, now or `at` a typed moment, and log its sessions.

    `command` is the command as typed, for a hint. Raises Refused where none runs, and
    for one that may have been forgotten and is not `trusted`.
    """
    timer = require_timer(running_timer(db))
    start = datetime.fromtimestamp(timer.started_at, moment.zone)
    end = moment_between(at, start, moment.now, moment.today) if at else moment.now
    seconds = instant_to_seconds(end) - timer.started_at
    doubt = find_doubt(db, timer, end, moment.now, trusted=trusted or bool(at))
    if doubt:
        raise timer_refusal(timer, doubt, seconds, command)
    pieces = split_stretch(Stretch(start.date(), start, seconds), None, moment)
    typed = timer.by_hand or at
    source = source_of(pieces[-1].day, moment.today) if typed else "live"
    now_utc = moment.now_utc
    details = SessionDetails(timer.item_id, note.strip(), timer.tags, source, now_utc)
    remove_timer(db, timer, now_utc)
    sessions = write_session(db, details, pieces, moment, overlap=True)
    return summarise_written(db, sessions, moment.today)


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
    return timer, now_utc - timer.started_at


def read_timer_status(db: Connection, moment: LocalMoment) -> TimerStatus:
    """The timer, and the clock's seconds of today and this week, the timer included.

    Time that the timer shares with a session counts once.
    """
    timer = running_timer(db)
    today, week = moment.today, week_of(moment.today)
    today_seconds = clock_seconds(db, today, today)
    week_seconds = clock_seconds(db, week.since, week.until)
    elapsed, doubt = 0, None
    if timer:
        doubt = find_doubt(db, timer, moment.now, moment.now)
        elapsed = max(moment.now_utc - timer.started_at, 0)
        start, zone = timer.started_at, moment.zone
        pieces = split_by_day(start, elapsed, moment.day_starts, zone)
        gains = read_gains(db, pieces)
        today_seconds += gains.get(today, 0)
        in_week = [seconds for day, seconds in gains.items() if week_of(day) == week]
        week_seconds += sum(in_week)
    return TimerStatus(timer, elapsed, today_seconds, week_seconds, doubt)
