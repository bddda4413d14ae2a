"""What was just written, with the hours of its item and its days now."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from tracker.journal.rules.pieces import join_parts
from tracker.journal.rules.records import (
    ChosenItem,
    Session,
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
from tracker.journal.store.sessions import read_details
from tracker.journal.store.timer import running_timer


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
