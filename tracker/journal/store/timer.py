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
from tracker.journal.rules.records import ChosenItem, Recollection, Timer, tags_in

RUNNING = """select timer.uid, item_id, item.slug as item, timer.started_at, timer.utc_offset, timer.tags, timer.by_hand
             from timer join item on item.id = timer.item_id"""
START = """insert into timer (id, uid, edited_at, item_id, started_at, utc_offset, tags, by_hand)
           values (1, :uid, :now, :item, :started_at, :utc_offset, :tags, :by_hand)"""
REMOVE = "delete from timer"
RECALL = """insert into recollection (uid, edited_at, item_id, seconds, since, until, said_at)
            values (:uid, :now, :item, :seconds, :since, :until, :now)"""
RECOLLECTED = """select recollection.uid, item.slug as item, seconds, since, until, said_at
                 from recollection join item on item.id = recollection.item_id order by since, until, recollection.id"""


def running_timer(db: Connection) -> Timer | None:
    """The timer, where one runs."""
    row = db.execute(RUNNING).fetchone()
    if row is None:
        return None
    uid, item_id, item, started_at, utc_offset, tags, by_hand = row
    return Timer(
        uid, item_id, item, started_at, utc_offset, tuple(tags.split()), bool(by_hand)
    )


def start_timer(
    db: Connection,
    item: ChosenItem,
    start: datetime,
    tags: tuple[str, ...],
    now: int,
    by_hand: bool,
) -> Timer:
    """Start the timer at an aware moment; `by_hand` where that was typed."""
    timer = Timer(
        new_uid(),
        item.id,
        item.slug,
        instant_to_seconds(start),
        offset_to_seconds(start),
        tags,
        by_hand,
    )
    given = {
        "item": item.id,
        "started_at": timer.started_at,
        "utc_offset": timer.utc_offset,
        "tags": tags_in(tags),
    }
    db.execute(START, {**given, "uid": timer.uid, "by_hand": int(by_hand), "now": now})
    return timer


def remove_timer(db: Connection, timer: Timer, now: int) -> None:
    """Take the timer away."""
    db.execute(REMOVE)
    add_tombstone(db, timer.uid, "timer", now)


def recall(
    db: Connection, item: ChosenItem, seconds: int, since: date, until: date, now: int
) -> Recollection:
    """Keep hours from memory, over a period of days, both included."""
    told = Recollection(new_uid(), item.slug, seconds, since, until, now)
    given = {"uid": told.uid, "item": item.id, "seconds": seconds, "now": now}
    db.execute(
        RECALL, {**given, "since": day_to_text(since), "until": day_to_text(until)}
    )
    return told


def recollections(db: Connection) -> list[Recollection]:
    """All hours from memory, earliest period first; they are in no total."""
    return [
        Recollection(
            uid, item, seconds, text_to_day(since), text_to_day(until), said_at
        )
        for uid, item, seconds, since, until, said_at in db.execute(RECOLLECTED)
    ]
