"""Whether what is written makes sense: overlaps, days, the timer, the curriculum."""

from pathlib import Path
from sqlite3 import Connection

from tracker.database.catalogue.digest import seed_digest
from tracker.journal.store.clock_hours import day_clocks
from tracker.journal.store.overlaps import computed_overlaps, overlaps
from tracker.journal.store.timer import running_timer
from tracker.maintenance.rules.findings import (
    Finding,
    crowded,
    forgotten,
    miscounted,
    overlapping,
)

DIGEST = "select digest from seed_state"


def days(db: Connection) -> list[Finding]:
    """Days with overlaps, with more than 24 h, and with an overlap that is kept wrongly."""
    kept = {line.day.isoformat(): line.seconds for line in overlaps(db)}
    if wrong := miscounted(kept, computed_overlaps(db)):
        return wrong  # the hours on the clock rest on it
    clocks = {day.isoformat(): seconds for day, seconds in day_clocks(db).items()}
    return [*crowded(clocks), *overlapping(kept)]


def timer(db: Connection, now: int) -> list[Finding]:
    """A timer that has run for too long; `now` is UTC seconds."""
    runs = running_timer(db)
    return forgotten(runs.item, now - runs.started_at) if runs else []


def curriculum(db: Connection, seed: Path) -> list[Finding]:
    """A shipped curriculum that is not the one in the database yet."""
    row = db.execute(DIGEST).fetchone()
    if row and row[0] == seed_digest(seed):
        return []
    says = "The shipped curriculum has changed; the next command that reads it brings it up to date."
    return [Finding("seed", says, fault=False)]
