"""The one timer, and hours from memory."""

from datetime import date, datetime
from sqlite3 import Connection

from tracker.database.tombstones import add_tombstone
from tracker.database.values import (
    day_to_text,
    instant_to_seconds,
    new_uid,
    offset_to_seconds,
    text_to_day,
)
from tracker.journal.rules.records import ChosenItem, Recollection, Timer, tags_to_text

RUNNING = """select timer.uid, item_id, item.slug as item, timer.started_at,
             timer.utc_offset, timer.tags, timer.by_hand,
             coalesce(timer.note, '') as note
             from timer join item on item.id = timer.item_id"""
START = """insert into timer
           (id, uid, edited_at, item_id, started_at, utc_offset, tags, note, by_hand)
           values (1, :uid, :now, :item, :started_at, :utc_offset, :tags, :note,
                   :by_hand)"""
REMOVE = "delete from timer"
_LENGTHS = """select sum(seconds) as seconds
              from (select seconds, coalesce(part_of, uid) as stretch from session {}
                    order by day desc limit :most)
              group by stretch"""
LENGTHS, LENGTHS_OF_ITEM = _LENGTHS.format(""), _LENGTHS.format("where item_id = :item")
# Of its last session; `+` keeps SQLite from sorting all sessions of the item.
LAST_DETAILS = """select tags, note from session
                  where +item_id = :item and source <> 'imported'
                  order by id desc limit 1"""
RECALL = """insert into recollection
            (uid, edited_at, item_id, seconds, since, until, said_at)
            values (:uid, :now, :item, :seconds, :since, :until, :now)"""
RECOLLECTED = """select recollection.uid, item.slug as item, seconds, since, until,
                 said_at from recollection join item on item.id = recollection.item_id
                 order by since, until, recollection.id"""


def running_timer(db: Connection) -> Timer | None:
    """The timer, where one runs."""
    row = db.execute(RUNNING).fetchone()
    if row is None:
        return None
    timer = Timer(*row)
    tags = tuple(str(timer.tags).split())
    return timer._replace(tags=tags, by_hand=bool(timer.by_hand))


def add_timer(
    db: Connection,
    item: ChosenItem,
    start: datetime,
    now_utc: int,
    *,
    tags: tuple[str, ...],
    note: str,
    by_hand: bool,
) -> None:
    """Start the timer at an aware moment; `by_hand` where that was typed."""
    row = {
        "uid": new_uid(),
        "now": now_utc,
        "item": item.id,
        "started_at": instant_to_seconds(start),
        "utc_offset": offset_to_seconds(start),
        "tags": tags_to_text(tags),
        "note": note or None,
        "by_hand": int(by_hand),
    }
    db.execute(START, row)


def remove_timer(db: Connection, timer: Timer, now_utc: int) -> None:
    """Remove the timer; a tombstone keeps merging from bringing it back."""
    db.execute(REMOVE)
    add_tombstone(db, timer.uid, "timer", now_utc)


def latest_lengths(db: Connection, most: int, item_id: int | None = None) -> list[int]:
    """The seconds of the latest sessions of an item, or of all; at most so many.

    The days of a session over midnight are one.
    """
    statement = LENGTHS_OF_ITEM if item_id else LENGTHS
    rows = db.execute(statement, {"most": most, "item": item_id})
    return [seconds for (seconds,) in rows]


def last_details(db: Connection, item_id: int) -> tuple[tuple[str, ...], str]:
    """The tags and the note of the last session here of an item that has one."""
    tags, note = db.execute(LAST_DETAILS, {"item": item_id}).fetchone()
    return tuple(tags.split()), note


def add_recollection(
    db: Connection,
    item: ChosenItem,
    seconds: int,
    since: date,
    until: date,
    now_utc: int,
) -> Recollection:
    """Record hours from memory over a period, both days included."""
    added = Recollection(new_uid(), item.slug, seconds, since, until, now_utc)
    row = {
        "uid": added.uid,
        "now": now_utc,
        "item": item.id,
        "seconds": seconds,
        "since": day_to_text(since),
        "until": day_to_text(until),
    }
    db.execute(RECALL, row)
    return added


def read_recollections(db: Connection) -> list[Recollection]:
    """All hours from memory, the earliest period first; no total counts them."""
    rows = (Recollection(*row) for row in db.execute(RECOLLECTED))
    return [
        row._replace(
            since=text_to_day(str(row.since)), until=text_to_day(str(row.until))
        )
        for row in rows
    ]
