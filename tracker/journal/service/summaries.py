"""Answers that join several reads: what was written, and lists of sessions."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from tracker.journal.rules.pieces import join_parts
from tracker.journal.rules.records import (
    ChosenItem,
    RunningTimer,
    Session,
    SessionFilter,
    SessionList,
    WrittenSessions,
)
from tracker.journal.rules.timer_remarks import runs_into
from tracker.journal.service.changes import stretches_beside
from tracker.journal.store.clock_hours import (
    day_clocks,
    find_experiment,
    find_ledger,
    item_clock,
)
from tracker.journal.store.session_ids import short_id
from tracker.journal.store.session_lists import find_sessions, sum_sessions
from tracker.journal.store.sessions import read_details
from tracker.journal.store.timer import running_timer

# The shortest id that tells a session from all others takes two look-ups; a list longer
# than this shows as many letters as do for any database.
LONG_LIST, ENOUGH_LETTERS = 200, 11


def summarise_written(
    db: Connection,
    sessions: Sequence[Session],
    today: date,
    *,
    before: Sequence[Session] = (),
    item: ChosenItem | None = None,
) -> WrittenSessions:
    """What was just written, with its item's hours now.

    `before` is the stretch that was changed, `item` the item that was named.
    """
    slug, days = sessions[0].item, [session.day for session in sessions]
    item_id = read_details(db, sessions[0].uid).item_id
    timer = running_timer(db)
    if timer and (runs_into(timer, before) or not runs_into(timer, sessions)):
        timer = None
    others = stretches_beside(db, sessions)
    return WrittenSessions(
        sessions=tuple(sessions),
        short=short_id(db, sessions[0].uid),
        total=item_clock(db, slug),
        days=day_clocks(db, min(days), max(days)),
        ledger=find_ledger(db, item_id, slug, today),
        experiment=find_experiment(db, item_id, slug, today),
        overlapping=tuple(join_parts(parts) for parts, _ in others),
        before=tuple(before),
        item=item,
        timer=timer,
    )


def list_sessions(
    db: Connection,
    chosen: SessionFilter,
    limit: int,
    running: RunningTimer | None = None,
) -> SessionList:
    """The newest `limit` sessions chosen (-1: all), and the total of all of them."""
    sessions = find_sessions(db, chosen, limit)
    if len(sessions) > LONG_LIST:
        ids = [session.uid[:ENOUGH_LETTERS] for session in sessions]
    else:
        ids = [short_id(db, session.uid) for session in sessions]
    return SessionList(chosen, sessions, ids, sum_sessions(db, chosen), running)
