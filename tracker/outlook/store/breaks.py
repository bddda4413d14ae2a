"""Planned breaks."""

from sqlalchemy import Connection, delete, insert, select

from tracker.database.bridge import raw
from tracker.database.schema.outlook import time_off
from tracker.database.tombstones import bury
from tracker.database.values import day_in, day_out, new_uid
from tracker.outlook.rules.breaks import Break


def breaks(db: Connection) -> list[Break]:
    """All breaks, the earliest first."""
    chosen = select(time_off.c.since, time_off.c.until).order_by(time_off.c.since, time_off.c.until)
    return [Break(day_out(since), day_out(until)) for since, until in db.execute(chosen)]


def add_break(db: Connection, new: Break, now: int) -> None:
    """Keep a break. `now` is UTC seconds."""
    days = {"since": day_in(new.since), "until": day_in(new.until)}
    db.execute(insert(time_off).values(uid=new_uid(), edited_at=now, **days))


def remove_break(db: Connection, old: Break, now: int) -> None:
    """Take a break of just these days away."""
    mine = (time_off.c.since == day_in(old.since)) & (time_off.c.until == day_in(old.until))
    for uid in db.scalars(select(time_off.c.uid).where(mine)).all():
        bury(raw(db), uid, "time_off", now)
    db.execute(delete(time_off).where(mine))
