"""Stop the timer, and log its session."""

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection

from tracker.database.values import instant_to_seconds
from tracker.journal.rules.checks import source_of
from tracker.journal.rules.pieces import LocalMoment, split_stretch
from tracker.journal.rules.records import SessionDetails, Timer, WrittenSessions
from tracker.journal.rules.timer_remarks import overlap_repairs
from tracker.journal.rules.timer_words import (
    join_notes,
    read_note,
    read_time,
)
from tracker.journal.rules.timers import (
    TYPED_TIME,
    TimerOptions,
    require_timer,
    timer_refusal,
)
from tracker.journal.rules.word_names import exact_names
from tracker.journal.rules.words import read_words
from tracker.journal.service.changes import stretches_beside
from tracker.journal.service.sessions import write_session
from tracker.journal.service.summaries import summarise_written
from tracker.journal.service.timer import find_doubt
from tracker.journal.store.items import item_numbers
from tracker.journal.store.timer import remove_timer, running_timer
from tracker.text.moments import moment_between
from tracker.text.stretches import Stretch


def stop_timer(
    db: Connection, words: Sequence[str], options: TimerOptions, moment: LocalMoment
) -> WrittenSessions | None:
    """Stop the timer, now or at the moment typed, and log its session.

    None where it had just been started: it is removed then. Tags and the note are added
    to those of the start. Raises Refused where none runs,
    where another item is named, and for a timer that may have been forgotten.
    """
    timer = require_timer(running_timer(db))
    items = exact_names(item_numbers(db)) if words else {}
    typed = read_words(words, moment, items)
    at = read_time(typed, options.at, moment, since=timer.started_at)
    end = read_end(timer, at, moment)
    if instant_to_seconds(end) == timer.started_at:
        remove_timer(db, timer, moment.now_utc)
        return None
    notes = (timer.note, read_note(typed, items, timer.item), options.note or "")
    note = "" if options.note == "" else join_notes(notes)
    changed = timer._replace(tags=(*timer.tags, *typed.tags), note=note)
    answer = end_timer(db, changed, end, options._replace(at=at), moment)
    if at:
        return answer._replace(remarks=(*answer.remarks, TYPED_TIME))
    return answer


def read_end(timer: Timer, at: str, moment: LocalMoment) -> datetime:
    """When a timer ended: now, or the one moment `at` since it was started."""
    if not at:
        return moment.now
    start = datetime.fromtimestamp(timer.started_at, moment.zone)
    return moment_between(at, start, *moment[:2], moment.day_starts)


def end_timer(
    db: Connection,
    timer: Timer,
    end: datetime,
    options: TimerOptions,
    moment: LocalMoment,
) -> WrittenSessions:
    """Log the session of a timer, and remove the timer.

    Raises Refused for one that may have been forgotten, unless `--at` or `--trust` is
    among the options.
    """
    seconds = instant_to_seconds(end) - timer.started_at
    trusted = options.trusted or bool(options.at)
    doubt = find_doubt(db, timer, end, moment.now, trusted=trusted)
    if doubt:
        raise timer_refusal(timer, doubt, seconds, options)
    start = datetime.fromtimestamp(timer.started_at, moment.zone)
    pieces = split_stretch(Stretch(None, start, seconds), moment)
    typed = timer.by_hand or options.at
    source = source_of(pieces[-1].day, moment.today) if typed else "live"
    now_utc = moment.now_utc
    details = SessionDetails(timer.item_id, timer.note, timer.tags, source, now_utc)
    remove_timer(db, timer, now_utc)
    sessions = write_session(db, details, pieces, moment, overlap=True)
    answer = summarise_written(db, sessions, moment.today)
    others = stretches_beside(db, sessions)
    if not others:
        return answer
    repairs = overlap_repairs(sessions, answer.short, others, moment.zone)
    return answer._replace(remarks=(repairs,))
