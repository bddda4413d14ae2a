"""The doctor's round: the file first, then its form, then what is written in it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tracker.care.rules.findings import Finding, is_damaged, is_well
from tracker.care.store import contents, files, soundness
from tracker.database.connect import connect, is_there, translated
from tracker.database.opening import demand_known
from tracker.database.revisions import revisions
from tracker.paths import seed_folder


def examine(place: Path, now: Callable[[], int]) -> list[Finding]:
    """All there is to know of the database at `place`; nothing is mended but leftovers removed.

    `now` tells UTC seconds, and is asked only once the database is known to be sound. Raises DatabaseProblem where the
    file cannot be opened as tracker's.
    """
    left = files.leftovers(place)
    if not is_there(place):
        return [*left, Finding("missing", f"There is no database at {place} yet.", fault=False)]
    beside = [*files.rights(place), *left]
    with translated(place):
        try:
            opened = connect(place, write=False)
        except sqlite3.DatabaseError as fault:
            if "malformed" not in str(fault):
                raise
            return [*beside, soundness.damaged(str(fault))]
    with translated(place), closing(opened) as db:
        found = [*beside, *soundness.damage(db)]
        if is_damaged(found):
            return found
        revision = demand_known(place, db)
        if revision != revisions()[-1]:
            says = f"It is of revision {revision}; the next command brings it to {revisions()[-1]}."
            return [*found, Finding("revision", says, fault=False), *soundness.broken_links(db)]
        form = [*soundness.broken_links(db), *soundness.altered(db)]
        return [*found, *form, *(_contents(db, now) if is_well(form) else ())]


def _contents(db: sqlite3.Connection, now: Callable[[], int]) -> list[Finding]:
    return [
        *soundness.unfinished(db),
        *contents.days(db),
        *contents.timer(db, now()),
        *contents.curriculum(db, Path(seed_folder())),
    ]
