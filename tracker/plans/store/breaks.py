"""Planned breaks."""

from sqlalchemy import Connection, delete, insert, select

from tracker.database.bridge import raw_connection
from tracker.database.schema.plans import time_off
from tracker.database.tombstones import add_tombstone
from tracker.database.values import day_to_text, new_uid, text_to_day
from tracker.plans.rules.breaks import Break


def read_breaks(db: Connection) -> list[Break]:
    """All breaks, the earliest first."""
    chosen = select(time_off.c.since, time_off.c.until).order_by(
        time_off.c.since, time_off.c.until
    )
    return [
        Break(text_to_day(since), text_to_day(until))
        for since, until in db.execute(chosen)
    ]


def add_break(db: Connection, new: Break, now: int) -> None:
    """Keep a break. `now` is UTC seconds."""
    days = {"since": day_to_text(new.since), "until": day_to_text(new.until)}
    db.execute(insert(time_off).values(uid=new_uid(), edited_at=now, **days))


def remove_break(db: Connection, old: Break, now: int) -> None:
    """Take a break of just these days away."""
    mine = (time_off.c.since == day_to_text(old.since)) & (
        time_off.c.until == day_to_text(old.until)
    )
    for uid in db.scalars(select(time_off.c.uid).where(mine)).all():
        add_tombstone(raw_connection(db), uid, "time_off", now)
    db.execute(delete(time_off).where(mine))
