"""A day's sessions and their overlap. Hours on the clock: the sum less the overlap."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from sqlite3 import Connection

from tracker.database.values import day_to_text, text_to_day
from tracker.journal.rules.overlaps import DayLoad, overlap_seconds, overlapping_items
from tracker.journal.rules.records import Overlap

LOAD = "select seconds, started_at from session where day = :day and uid <> :except"
TIMED = """select day, started_at, started_at + seconds as ended_at from session
           where day between :since and :until and started_at is not null
           order by day"""
NAMED_SPANS = """select item.slug as item, session.started_at,
                 session.started_at + session.seconds as ended_at
                 from session join item on item.id = session.item_id
                 where session.day = :day and session.started_at is not null"""
STORED = """select day, seconds from overlap
            where day between :since and :until order by day"""
CHANGE = "update overlap set seconds = :seconds, edited_at = :now where day = :day"
ADD = """insert into overlap (uid, edited_at, day, seconds)
         values (:uid, :now, :day, :seconds)"""
REMOVE = "delete from overlap where day = :day"
_GAP = timedelta(days=30)


def read_day_load(db: Connection, day: date, *, except_uid: str = "") -> DayLoad:
    """The sessions of a day, without the one with id `except_uid`."""
    rows = db.execute(LOAD, {"day": day_to_text(day), "except": except_uid}).fetchall()
    timed = [(start, seconds) for seconds, start in rows if start is not None]
    spans = tuple((start, start + seconds) for start, seconds in timed)
    return DayLoad(sum(seconds for seconds, _ in rows), spans)


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
    timed = db.execute(TIMED, day_bounds(since, until))
    days: dict[str, int] = {}
    for day, rows in groupby(timed, key=lambda row: str(row[0])):
        days[day] = overlap_seconds((start, end) for _, start, end in rows)
    return days


def overlapping_items_on(db: Connection, day: date) -> tuple[str, ...]:
    """The slugs of the items of a day whose sessions overlap another."""
    return overlapping_items(db.execute(NAMED_SPANS, {"day": day_to_text(day)}))


def rewrite_overlaps(db: Connection, days: Iterable[date], now_utc: int) -> None:
    """Store the overlap of each day whose sessions were added, changed or removed.

    Call it after the writing. Only what differs is written. `now_utc` is UTC seconds.
    """
    for first, last in _near_runs(sorted(set(days))):
        _rewrite(db, first, last, now_utc)


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


def _rewrite(db: Connection, first: date, last: date, now_utc: int) -> None:
    stored = dict(db.execute(STORED, day_bounds(first, last)).fetchall())
    computed = computed_overlaps(db, first, last)
    for day in stored.keys() | computed.keys():
        before, seconds = stored.get(day, 0), computed.get(day, 0)
        if before != seconds:
            _store(db, day, before, seconds, now_utc)


def _store(db: Connection, day: str, before: int, seconds: int, now_utc: int) -> None:
    """Store a day's overlap. Its uid is the day's: on two machines it is one row."""
    row = {"day": day, "seconds": seconds, "now": now_utc}
    if not seconds:
        db.execute(REMOVE, {"day": day})
    elif before:
        db.execute(CHANGE, row)
    else:
        db.execute(ADD, {**row, "uid": f"overlap-{day}"})


def day_bounds(since: date | None, until: date | None) -> dict[str, str]:
    """Two days, both included, as a statement takes them; None is without end."""
    return {
        "since": day_to_text(since) if since else "0000-01-01",
        "until": day_to_text(until) if until else "9999-12-31",
    }
