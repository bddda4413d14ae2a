"""The overlap of each day. Hours on the clock: the sum less the overlap."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from sqlite3 import Connection

from tracker.database.values import day_to_text, text_to_day
from tracker.journal.rules.overlaps import (
    REACH,
    DaySpan,
    clock_gains,
    shared_by_day,
)
from tracker.journal.rules.records import Overlap, Piece
from tracker.limits import LONGEST_SESSION

TIMED = """select day, started_at, started_at + seconds as ended_at from session
           where day between :since and :until and started_at is not null
           order by day"""
# Those that run during a stretch.
BESIDE = f"""select uid, day, started_at, started_at + seconds as ended_at from session
             where started_at > :start - {LONGEST_SESSION} and started_at < :end
             and started_at + seconds > :start"""
STORED = """select day, seconds from overlap
            where day between :since and :until order by day"""
WHOLE = """select day, seconds, starts from overlap
           where day between :since and :until"""
# An overlap is computed: its row is the same on every machine, whenever it was written.
CHANGE = """update overlap set uid = :uid, edited_at = 0, seconds = :seconds,
            starts = :starts where day = :day"""
ADD = """insert into overlap (uid, edited_at, day, seconds, starts)
         values (:uid, 0, :day, :seconds, :starts)"""
REMOVE = "delete from overlap where day = :day"
# The starts of the sessions that decide the overlaps between two days. Reading all of
# those days took 2 s at a million sessions with an overlap on every day, not 0.05.
OVERLAP_STARTS = """select start.value from overlap, json_each(overlap.starts) as start
                    where overlap.day between :since and :until"""
_GAP = timedelta(days=30)


def read_gains(
    db: Connection, added: Sequence[Piece], removed: Sequence[Piece] = ()
) -> dict[date, int]:
    """By how many seconds each day's clock changes with `added` in place of `removed`."""
    beside: dict[str, DaySpan] = {}
    for pieces in (added, removed):
        timed = [piece.span for piece in pieces if piece.span]
        if timed:
            stretch = {"start": timed[0][0], "end": timed[-1][1]}
            beside |= {row[0]: row[1:] for row in db.execute(BESIDE, stretch)}
    return clock_gains(list(beside.values()), added, removed)


def read_overlaps(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[Overlap]:
    """The days on which timed sessions overlap, and by how many seconds."""
    rows = db.execute(STORED, day_bounds(since, until))
    return [Overlap(text_to_day(day), seconds) for day, seconds in rows]


def computed_overlaps(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """Each day (ISO) with timed sessions, and its overlap computed from them."""
    return {day: row[0] for day, row in _computed_rows(db, since, until).items()}


def _computed_rows(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, tuple[int, str]]:
    """Each day (ISO) with timed sessions: the overlap, and `starts` as stored."""
    first = day_bounds(since, until)["since"]
    timed = db.execute(TIMED, day_bounds(since and since - REACH, until))
    return {
        day: (seconds, f"[{','.join(map(str, starts))}]")
        for day, seconds, starts in shared_by_day(timed)
        if day >= first
    }


def wrong_days(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, tuple[int, str]]:
    """The days (ISO) whose stored overlap is not that of their sessions, with that."""
    computed = _computed_rows(db, since, until)
    rows = {day: row for day, row in computed.items() if row[0]}
    wrong = {}
    for day, *row in db.execute(WHOLE, day_bounds(since, until)):
        right = rows.pop(day, (0, "[]"))
        if tuple(row) != right:
            wrong[day] = right
    return wrong | rows


def rewrite_overlaps(db: Connection, days: Iterable[date]) -> set[str]:
    """Store the overlap of each day whose sessions were added, changed or removed.

    The days after them are looked at too: a session that began on one day may run on
    into what counts for the next. Call it after the writing. Only what differs is
    written. Returns the days (ISO) that differed.
    """
    changed: set[str] = set()
    for first, last in _near_runs(sorted(set(days))):
        changed |= _rewrite(db, first, last + REACH)
    return changed


def _near_runs(days: list[date]) -> list[tuple[date, date]]:
    """Sorted days as few runs without wide gaps.

    An import touches thousands of days; one read answers for many.
    """
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and day - runs[-1][1] <= _GAP:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _rewrite(db: Connection, first: date, last: date) -> set[str]:
    changed = wrong_days(db, first, last)
    for day, (seconds, starts) in changed.items():
        _store(db, day, seconds, starts)
    return {*changed}


def _store(db: Connection, day: str, seconds: int, starts: str) -> None:
    """Store a day's overlap. Its uid is the day's: on two machines it is one row."""
    row = {"uid": f"overlap-{day}", "day": day, "seconds": seconds, "starts": starts}
    if not seconds:
        db.execute(REMOVE, row)
    elif not db.execute(CHANGE, row).rowcount:
        db.execute(ADD, row)


def day_bounds(since: date | None, until: date | None) -> dict[str, str]:
    """Two days, both included, as a statement takes them; None is without end."""
    return {
        "since": day_to_text(since) if since else "0000-01-01",
        "until": day_to_text(until) if until else "9999-12-31",
    }
