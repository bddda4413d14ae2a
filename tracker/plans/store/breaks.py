"""Planned breaks."""

from sqlite3 import Connection

from tracker.database.rows import insert_row, remove_rows
from tracker.database.values import day_to_text, stamp
from tracker.plans.rules.breaks import Break
from tracker.readiness.store.time_off import read_time_off


def read_breaks(db: Connection) -> list[Break]:
    """All breaks, earliest first."""
    return [Break(since, until) for since, until in read_time_off(db)]


def add_break(db: Connection, new_break: Break, now_utc: int) -> None:
    """Save a break."""
    columns = {
        "since": day_to_text(new_break.since),
        "until": day_to_text(new_break.until),
    }
    insert_row(db, "time_off", {**stamp(now_utc), **columns})


def remove_break(db: Connection, old_break: Break, now_utc: int) -> None:
    """Remove the break with exactly these days."""
    days = [day_to_text(old_break.since), day_to_text(old_break.until)]
    remove_rows(db, "time_off", "since = ? and until = ?", days, now_utc)
