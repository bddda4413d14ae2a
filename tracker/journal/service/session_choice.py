"""Which sessions the words and options of a command choose, and which timer."""

from datetime import date, datetime
from sqlite3 import Connection

from tracker.database.values import instant_to_seconds
from tracker.journal.rules.records import RunningTimer, SessionFilter
from tracker.journal.rules.report_period import TypedFilter, choose_period
from tracker.journal.store.timer import running_timer
from tracker.text.periods import Period


def read_filter(
    db: Connection, typed: TypedFilter, today: date, default: Period
) -> SessionFilter:
    """The sessions that were asked for, of `default` where no period was typed.

    Raises NotFound or Ambiguous for a name, Unreadable for two items or two periods.
    """
    item = in_words = track = None
    if typed.words or typed.track:
        # Names take 4 ms to import, and most reports and lists need none.
        from tracker.journal.service.filter_names import read_words
        from tracker.journal.store.items import choose_track

        track = choose_track(db, typed.track) if typed.track else None
        item, in_words = read_words(db, typed, today)
    period = choose_period(typed, in_words, today) or default
    return SessionFilter(
        item=item.slug if item else None,
        since=period.since,
        until=period.until,
        track=track,
        tag=typed.tag.lower().lstrip("+") if typed.tag else None,
        search=typed.search,
    )


def chosen_timer(
    db: Connection, chosen: SessionFilter, now: datetime, today: date
) -> RunningTimer | None:
    """The timer that runs, if today, its item and its tags are among what is chosen."""
    timer = running_timer(db)
    if timer is None or chosen.track or chosen.search:
        return None
    if (chosen.since or today) > today or (chosen.until or today) < today:
        return None
    if chosen.item not in (None, timer.item):
        return None
    if chosen.tag and chosen.tag not in timer.tags:
        return None
    elapsed = max(instant_to_seconds(now) - timer.started_at, 0)
    return RunningTimer(timer, elapsed)
