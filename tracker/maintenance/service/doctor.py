"""The doctor's examination: first the file, then its schema, then its content."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tracker.database.backup_names import say_backups
from tracker.database.catalogue.digest import seed_digest
from tracker.database.connect import connect, database_exists, translated
from tracker.database.damage import OF_VALUES, is_of_the_moment, read_damage
from tracker.database.open import check_revision
from tracker.database.revisions import revisions
from tracker.database.schema_facts import schema_facts
from tracker.database.schema_repair import our_schema
from tracker.database.value_checks import find_value_faults
from tracker.database.values import instant_to_seconds
from tracker.errors import TrackerError, Unreadable
from tracker.journal.service.timer import find_doubt
from tracker.journal.store.clock_hours import day_clocks
from tracker.journal.store.overlaps import computed_overlaps, read_overlaps
from tracker.journal.store.timer import running_timer
from tracker.maintenance.rules.findings import (
    Finding,
    damage,
    is_well,
    long_days,
    long_timer,
    old_programmes,
    overlapping_days,
    schema_differences,
    unexpected,
    wrong_clock,
    wrong_overlaps,
    wrong_values,
)
from tracker.maintenance.rules.future_days import future_evidence, future_sessions
from tracker.maintenance.rules.uncounted_evidence import evidence_findings
from tracker.maintenance.service.doctor_files import (
    check_rights,
    remove_unfinished_files,
    say_unwritable,
)
from tracker.maintenance.store.database_checks import (
    has_running_command,
    name_sessions,
    read_future_sessions,
    read_programmes,
    read_seed_digest,
)
from tracker.milestones.store.milestones import read_milestones
from tracker.milestones.store.results import read_results
from tracker.paths import seed_folder
from tracker.readiness.store.facts import read_ratings

MOST_DAMAGES = 20  # messages of SQLite to list


def examine_database(place: Path, read_now: Callable[[], datetime]) -> list[Finding]:
    """All findings about the database at `place`. Only unfinished files are removed.

    `read_now` is called only once the file is known to be whole. Raises DatabaseProblem
    where the file cannot be opened as a tracker database.
    """
    unfinished = remove_unfinished_files(place)
    if not database_exists(place):
        backups, unwritable = say_backups(place), say_unwritable(place)
        says = f"There is no database at {place}{'.' if backups else ' yet.'}{backups}"
        is_fault = bool(backups or unwritable)
        return [*unfinished, Finding("missing", says + unwritable, fault=is_fault)]
    files = [*check_rights(place), *unfinished]
    with translated(place):
        try:
            with closing(connect(place, write=False)) as db:
                return [*files, *_examine(place, db, read_now)]
        except sqlite3.DatabaseError as fault:
            if is_of_the_moment(fault):
                raise
            return [*files, damage(str(fault))]


def _examine(
    place: Path, db: sqlite3.Connection, read_now: Callable[[], datetime]
) -> list[Finding]:
    """Findings about an open database; a fault ends the examination."""
    messages = read_damage(db)
    in_file = [text for text in messages if not text.startswith(OF_VALUES)]
    if in_file:
        return list(map(damage, in_file[:MOST_DAMAGES]))
    revision, newest = check_revision(place, db), revisions()[-1]
    values = wrong_values(name_sessions(db, find_value_faults(db)))
    if messages and not values:
        return list(map(damage, messages[:MOST_DAMAGES]))
    if revision != newest:
        says = (
            f"The database has revision {revision};"
            f" the next command updates it to {newest}."
        )
        return [Finding("revision", says, fault=False), *values]
    schema = [*values, *schema_differences(schema_facts(db), our_schema().facts)]
    if not is_well(schema):
        return schema
    try:
        return [*schema, *_content(db, read_now())]
    except Unreadable as fault:
        return [*schema, wrong_clock(fault.message, fault.hint)]
    except TrackerError:
        raise
    except Exception as fault:  # what no check knows must not end the examination
        return [*schema, unexpected(f"{type(fault).__name__}: {fault}")]


def _content(db: sqlite3.Connection, now: datetime) -> list[Finding]:
    """Findings about what the person and tracker wrote."""
    findings = []
    if has_running_command(db):
        says = "A command is marked as running, but none is running."
        findings.append(Finding("running", says))
    findings += _days(db)
    findings += future_sessions(read_future_sessions(db, now.date()))
    timer = running_timer(db)
    if timer:
        doubt = find_doubt(db, timer, now, now)
        seconds = instant_to_seconds(now) - timer.started_at
        findings += long_timer(timer.item, seconds, doubt)
    if read_seed_digest(db) != seed_digest(Path(seed_folder())):
        says = (
            "The curriculum that comes with tracker has changed."
            " The next command that reads it updates the database."
        )
        findings.append(Finding("seed", says, fault=False))
    findings += old_programmes(read_programmes(db), now.date())
    kinds = {each.slug: each.kinds for each in read_milestones(db)}
    results, ratings = read_results(db), read_ratings(db)
    findings += evidence_findings(results, ratings, kinds)
    findings += future_evidence(results, ratings, now.date())
    return findings


def _days(db: sqlite3.Connection) -> list[Finding]:
    """Days with overlaps or more than 24 h; where a stored overlap is wrong, only that.

    Hours on the clock are computed from the stored overlaps.
    """
    stored = {line.day.isoformat(): line.seconds for line in read_overlaps(db)}
    wrong = wrong_overlaps(stored, computed_overlaps(db))
    if wrong:
        return wrong
    clocks = {day.isoformat(): seconds for day, seconds in day_clocks(db).items()}
    return [*long_days(clocks), *overlapping_days(stored)]
