"""The doctor's round: the file first, then its form, then what is written in it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tracker.database.connect import connect, database_exists, translated
from tracker.database.open import check_revision
from tracker.database.revisions import revisions
from tracker.maintenance.rules.findings import Finding, is_damaged, is_well
from tracker.maintenance.service import doctor_files
from tracker.maintenance.store import doctor_content, doctor_file
from tracker.paths import seed_folder


def examine_database(place: Path, now: Callable[[], int]) -> list[Finding]:
    """All there is to know of the database at `place`; nothing is mended but leftovers removed.

    `now` tells UTC seconds, and is asked only once the database is known to be sound. Raises DatabaseProblem where the
    file cannot be opened as tracker's.
    """
    left = doctor_files.leftovers(place)
    if not database_exists(place):
        return [
            *left,
            Finding("missing", f"There is no database at {place} yet.", fault=False),
        ]
    beside = [*doctor_files.rights(place), *left]
    with translated(place):
        try:
            opened = connect(place, write=False)
        except sqlite3.DatabaseError as fault:
            if "malformed" not in str(fault):
                raise
            return [*beside, doctor_file.damaged(str(fault))]
    with translated(place), closing(opened) as db:
        found = [*beside, *doctor_file.damage(db)]
        if is_damaged(found):
            return found
        revision = check_revision(place, db)
        if revision != revisions()[-1]:
            says = f"It is of revision {revision}; the next command brings it to {revisions()[-1]}."
            return [
                *found,
                Finding("revision", says, fault=False),
                *doctor_file.broken_links(db),
            ]
        form = [*doctor_file.broken_links(db), *doctor_file.altered(db)]
        return [*found, *form, *(_contents(db, now) if is_well(form) else ())]


def _contents(db: sqlite3.Connection, now: Callable[[], int]) -> list[Finding]:
    return [
        *doctor_file.unfinished(db),
        *doctor_content.days(db),
        *doctor_content.timer(db, now()),
        *doctor_content.curriculum(db, Path(seed_folder())),
    ]
