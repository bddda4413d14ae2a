"""What a day holds, and its overlap: hours on the clock are the sum less the overlap."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from sqlite3 import Connection

from tracker.database.values import day_to_text, text_to_day
from tracker.journal.rules.limits import Load, overlap_seconds, overlapping_items
from tracker.journal.rules.records import Overlap

LOAD = "select seconds, started_at from session where day = :day and uid <> :but"
TIMED = """select day, started_at, started_at + seconds as ended_at from session
           where day between :since and :until and started_at is not null order by day"""
RAN = """select item.slug as item, session.started_at, session.started_at + session.seconds as ended_at
         from session join item on item.id = session.item_id
         where session.day = :day and session.started_at is not null"""
KEPT = (
    "select day, seconds from overlap where day between :since and :until order by day"
)
CHANGE = "update overlap set seconds = :seconds, edited_at = :now where day = :day"
ADD = "insert into overlap (uid, edited_at, day, seconds) values (:uid, :now, :day, :seconds)"
REMOVE = "delete from overlap where day = :day"
_GAP = timedelta(days=30)


def load(db: Connection, day: date, *, but: str = "") -> Load:
    """What a day holds, `but` one session."""
    rows = db.execute(LOAD, {"day": day_to_text(day), "but": but}).fetchall()
    spans = tuple(
        (start, start + seconds) for seconds, start in rows if start is not None
    )
    return Load(sum(seconds for seconds, _ in rows), spans)


def overlaps(
    db: Connection, since: date | None = None, until: date | None = None
) -> list[Overlap]:
    """The days on which timed sessions overlap, and by how many seconds."""
    return [
        Overlap(text_to_day(day), seconds)
        for day, seconds in db.execute(KEPT, bounds(since, until))
    ]


def computed_overlaps(
    db: Connection, since: date | None = None, until: date | None = None
) -> dict[str, int]:
    """Each day (ISO) with timed sessions, and the seconds by which these overlap, whatever is kept of it."""
    by_day = groupby(
        db.execute(TIMED, bounds(since, until)), key=lambda row: str(row[0])
    )
    return {
        day: overlap_seconds((start, end) for _, start, end in rows)
        for day, rows in by_day
    }


def ran_together(db: Connection, day: date) -> tuple[str, ...]:
    """The slugs of the items of a day whose sessions overlap another."""
    return overlapping_items(db.execute(RAN, {"day": day_to_text(day)}))


def rewrite_overlaps(db: Connection, days: Iterable[date], now: int) -> None:
    """Put right the overlap of each day whose sessions were added, changed or removed; call it after the writing.

    Only what differs is written. `now` is UTC seconds.
    """
    touched = sorted(set(days))
    for first, last in _runs(touched):
        _rewrite(db, first, last, now)


def _runs(days: list[date]) -> list[tuple[date, date]]:
    """Sorted days as few spans without wide gaps: an import touches thousands, and one read answers for many."""
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and day - spans[-1][1] <= _GAP:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans


def _rewrite(db: Connection, first: date, last: date, now: int) -> None:
    kept = dict(db.execute(KEPT, bounds(first, last)).fetchall())
    found = computed_overlaps(db, first, last)
    for day in kept.keys() | found.keys():
        _keep(db, day, kept.get(day, 0), found.get(day, 0), now)


def _keep(db: Connection, day: str, kept: int, seconds: int, now: int) -> None:
    """Write a day's overlap where it differs. Its uid is the day's: on two machines it is one row."""
    if seconds == kept:
        return
    if not seconds:
        db.execute(REMOVE, {"day": day})
    elif kept:
        db.execute(CHANGE, {"day": day, "seconds": seconds, "now": now})
    else:
        db.execute(
            ADD, {"uid": f"overlap-{day}", "day": day, "seconds": seconds, "now": now}
        )


def bounds(since: date | None, until: date | None) -> dict[str, str]:
    """Two days, both included, as a statement takes them; None is without end."""
    return {
        "since": day_to_text(since) if since else "0000-01-01",
        "until": day_to_text(until) if until else "9999-12-31",
    }
