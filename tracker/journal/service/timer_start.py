"""Start the timer: on a named item, on the last one, in place of the one that runs."""

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection

from tracker.database.values import instant_to_seconds
from tracker.errors import Refused
from tracker.journal.rules.checks import check_time_not_future
from tracker.journal.rules.pieces import LocalMoment
from tracker.journal.rules.records import (
    ChosenItem,
    Timer,
    WrittenSessions,
    tags_to_text,
)
from tracker.journal.rules.timer_words import join_notes, read_time
from tracker.journal.rules.timers import (
    StartedTimer,
    TimerOptions,
    check_no_timer,
    find_reason,
    require_last,
)
from tracker.journal.rules.word_names import WordUse
from tracker.journal.service.item_words import (
    ItemWords,
    read_item_words,
    require_last_item,
)
from tracker.journal.service.timer import read_timer_status
from tracker.journal.service.timer_stop import end_timer, read_end
from tracker.journal.store.items import last_item
from tracker.journal.store.timer import (
    add_timer,
    last_details,
    remove_timer,
    running_timer,
)
from tracker.limits import LONGEST_SESSION
from tracker.system import join
from tracker.text.amounts import say_hours
from tracker.text.columns import quoted
from tracker.text.moments import latest_moment
from tracker.text.times import parse_point
from tracker.text.zones import place_point, resolve_point

START_WORDS = WordUse(takes_length=False)


def start_timer(
    db: Connection, words: Sequence[str], options: TimerOptions, moment: LocalMoment
) -> StartedTimer:
    """Start the timer on the item that the words name, else again on the last one.

    A timer that runs on another item is stopped and logged; with a time, that of the
    same item gets another start. Raises Unreadable, NotFound or Ambiguous for the words,
    Refused where that item runs already, or where what runs may have been forgotten.
    """
    read = read_item_words(db, words, moment, START_WORDS, note=options.note or "")
    log_hint = f"To log it: tracker log {join(words)}"
    at = read_time(read.typed, options.at, moment, log_hint=log_hint)
    running, tags = running_timer(db), read.typed.tags
    if running and (read.item is None or read.item.id == running.item_id):
        if not at:
            check_no_timer(running)
        return _move_start(db, running, read, at, moment)
    item = read.item or require_last_item(db)
    if read.item is None and not tags:
        tags, _ = last_details(db, item.id)
    start, stopped = _end_running(db, running, at, options, moment)
    add_timer(
        db, item, start, moment.now_utc, tags=tags, note=read.note, by_hand=bool(at)
    )
    status = read_timer_status(db, moment)
    return StartedTimer(status, item, read.typed_item, running, stopped)


def continue_timer(db: Connection, moment: LocalMoment) -> StartedTimer:
    """Start the timer on the last item again, with the tags and note of its session.

    Raises Refused where a timer runs, and where nothing was logged yet.
    """
    check_no_timer(running_timer(db))
    item = require_last(last_item(db))
    tags, note = last_details(db, item.id)
    now = moment.now
    add_timer(db, item, now, moment.now_utc, tags=tags, note=note, by_hand=False)
    return StartedTimer(read_timer_status(db, moment), item)


def _move_start(
    db: Connection, running: Timer, read: ItemWords, at: str, moment: LocalMoment
) -> StartedTimer:
    """Let the timer have started `at` another time; tags and the note are added."""
    item = read.item or ChosenItem(running.item_id, running.item, "")
    start, tags = _read_start(at, moment), (*running.tags, *read.typed.tags)
    note = join_notes((running.note, read.note))
    new = (instant_to_seconds(start), tags_to_text(tags), note)
    if new != (running.started_at, tags_to_text(running.tags), running.note):
        now_utc = moment.now_utc
        remove_timer(db, running, now_utc)
        add_timer(db, item, start, now_utc, tags=tags, note=note, by_hand=True)
    status = read_timer_status(db, moment)
    return StartedTimer(status, item, read.typed_item, running, goes_on=True)


def _end_running(
    db: Connection,
    running: Timer | None,
    at: str,
    options: TimerOptions,
    moment: LocalMoment,
) -> tuple[datetime, WrittenSessions | None]:
    """When the new timer starts, and what was logged of the one that ran.

    A timer that was started in this very second leaves no session.
    """
    if running is None:
        return _read_start(at, moment) if at else moment.now, None
    start = read_end(running, at, moment)
    if int(start.timestamp()) == running.started_at:
        remove_timer(db, running, moment.now_utc)
        return start, None
    ended = options._replace(at=at)
    return start, end_timer(db, running, start, ended, moment)


def _read_start(at: str, moment: LocalMoment) -> datetime:
    """When the work began: a time without a day is the latest one before now.

    Raises Refused for the future, for more than 24 h ago, and for a time of the day
    before where a timer since then would not be believed.
    """
    latest = latest_moment(at, moment.now, moment.today, moment.day_starts)
    point = parse_point(at, moment.now, moment.today)
    if not point.dated and find_reason(latest, moment.now):
        point = place_point(point, moment.zone, moment.day_starts)
        latest = resolve_point(point, moment.zone)
    check_time_not_future(latest, moment.now)
    if moment.now_utc - latest.timestamp() > LONGEST_SESSION:
        raise Refused(
            f"{quoted(at)} is more than {say_hours(LONGEST_SESSION)} ago.",
            "Type a later time, or log the work with its start and end.",
        )
    return latest
