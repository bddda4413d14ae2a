"""Which sessions the words and options of a command choose."""

from datetime import date
from sqlite3 import Connection

from tracker.journal.rules.records import SessionFilter
from tracker.journal.rules.report_period import TypedFilter, choose_period
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
