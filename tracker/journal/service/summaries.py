"""What commands tell beside what they did: totals, short ids, what ran at the same time."""

from collections.abc import Sequence
from datetime import date
from sqlite3 import Connection

from tracker.journal.rules.days import split
from tracker.journal.rules.pieces import Moment
from tracker.journal.rules.records import (
    ChosenItem,
    HoursReport,
    Piece,
    Session,
    SessionFilter,
    SessionList,
    TimerStatus,
    WrittenSessions,
)
from tracker.journal.store.clock_hours import (
    amount,
    clock_seconds,
    experiment,
    ledger,
    seconds_between,
)
from tracker.journal.store.ids import short_id
from tracker.journal.store.overlaps import load, overlaps, ran_together
from tracker.journal.store.session_lists import amount_of, listed
from tracker.journal.store.sessions import during, entry_of, parts, session
from tracker.journal.store.timer import recollections, running_timer
from tracker.journal.store.totals import sums
from tracker.text.periods import Period, week_of

# The shortest beginning that tells an id from all others costs two look-ups; in a long list eleven letters do.
MANY, ENOUGH = 200, 11
_NAMED = 3


def summarise_written(
    db: Connection,
    sessions: Sequence[Session],
    today: date,
    *,
    was: Session | None = None,
    item: ChosenItem | None = None,
) -> WrittenSessions:
    """What was just written, with where its item stands now."""
    slug, spans = (
        sessions[0].item,
        [each.started_at for each in sessions if each.started_at is not None],
    )
    ours = {each.uid for each in sessions}
    end = (sessions[-1].started_at or 0) + sessions[-1].seconds
    beside = (
        [other for other in during(db, spans[0], end) if other.uid not in ours]
        if spans
        else []
    )
    item_id = entry_of(db, sessions[0].uid).item_id
    return WrittenSessions(
        tuple(sessions),
        tuple(short_id(db, each.uid) for each in sessions),
        seconds_between(db, slug),
        ledger(db, item_id, slug, today),
        experiment(db, item_id, slug, today),
        tuple(beside),
        was,
        item,
    )


def other_pieces(db: Connection, uids: Sequence[str]) -> list[tuple[Session, str]]:
    """What is not among sessions but of one stretch with them, over a day's start; each with its short id."""
    found = {
        part.uid: part
        for uid in uids
        for part in parts(db, session(db, uid))
        if part.uid not in uids
    }
    return [(part, short_id(db, uid)) for uid, part in found.items()]


def timer_status(db: Connection, when: Moment) -> TimerStatus:
    """What runs and what that makes of today and this week; what the timer shares with a session counts once."""
    timer = running_timer(db)
    elapsed = max(when.now - timer.started_at, 0) if timer else 0
    pieces = split(timer.started_at, elapsed, when.starts, when.zone) if timer else ()
    week = week_of(when.today)
    return TimerStatus(
        timer,
        elapsed,
        clock_seconds(db, when.today, when.today)
        + _gain(db, pieces, when.today, when.today),
        clock_seconds(db, week.since, week.until)
        + _gain(db, pieces, week.since, week.until),
    )


def _gain(
    db: Connection, pieces: Sequence[Piece], since: date | None, until: date | None
) -> int:
    """What pieces not yet logged would add to the clock of a span of days."""
    gained = 0
    for piece in pieces:
        if since and until and since <= piece.day <= until:
            held = load(db, piece.day)
            gained += held.plus([piece]).clock - held.clock
    return gained


def list_sessions(db: Connection, chosen: SessionFilter, limit: int) -> SessionList:
    """The sessions chosen, at most `limit` (-1: all), and what all that match come to."""
    found = listed(db, chosen, limit)
    ids = [
        each.uid[:ENOUGH] if len(found) > MANY else short_id(db, each.uid)
        for each in found
    ]
    return SessionList(found, ids, amount_of(db, chosen))


def hours_report(db: Connection, period: Period, by: str, today: date) -> HoursReport:
    """Totals of a period, with what ran at the same time and, over all time, what is only remembered."""
    since, until = period.since, period.until
    latest = overlaps(db, since, until)[-_NAMED:]
    together = [(each, ran_together(db, each.day)) for each in reversed(latest)]
    remembered = (
        0 if since or until else sum(each.seconds for each in recollections(db))
    )
    return HoursReport(
        since,
        until,
        by,
        sums(db, by, since, until, today),
        amount(db, since, until),
        together,
        remembered,
    )
