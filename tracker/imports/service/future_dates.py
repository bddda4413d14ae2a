"""Times in the future that a merge meets: asked about once, then remembered."""

from sqlite3 import Connection

from tracker.imports.rules.future_dates import (
    FutureDates,
    earliest,
    known_dates,
    refuse_dates,
)
from tracker.imports.store.future_dates import (
    name_rows,
    read_future_dates,
    read_moments,
)
from tracker.imports.store.tombstones import read_tombstones
from tracker.limits import CLOCKS_DIFFER_BY


def read_dates(
    db: Connection, other: Connection, name: str, now_utc: int, *, ask: bool
) -> FutureDates:
    """The times in the future of both databases, at `now_utc` (UTC seconds).

    Clocks differ: a time of the next CLOCKS_DIFFER_BY seconds is believed. Raises
    Refused, if `ask`, where there are others that no merge before was asked about.
    """
    latest = now_utc + CLOCKS_DIFFER_BY
    known = known_dates((read_tombstones(db), read_tombstones(other)), latest)
    theirs, ours = (read_future_dates(side, latest) for side in (other, db))
    if ask:
        sides = (name, other, theirs), ("This database", db, ours)
        for file, side, dates in sides:
            if unknown := dates - known.keys():
                names = name_rows(side, unknown)
                refuse_dates(file, unknown, names, now_utc)
    found = (
        *known.items(),
        *read_moments(db, ours - known.keys(), latest).items(),
        *read_moments(other, theirs - known.keys(), latest).items(),
    )
    return FutureDates(earliest(found), now_utc)
