"""Migrate an older database: after a backup, in one transaction, or not at all."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tracker.database import triggers, undo
from tracker.database.backups import make_backup
from tracker.database.bridge import core
from tracker.database.connect import BROKEN_LINKS, Where, connect, translated
from tracker.database.history import OWN_WRITES, transaction
from tracker.database.open import count_writes
from tracker.database.revisions import read_revision, revisions
from tracker.database.schema_repair import check_encoding, find_differences
from tracker.database.short_check import mark_schema
from tracker.database.value_checks import find_value_faults
from tracker.errors import DatabaseProblem
from tracker.paths import migrations_folder


def migrate(where: Where, remark: Callable[[str], None]) -> None:
    """Run the revisions that the database lacks, and close its undo log.

    It is said with `remark`. Raises DatabaseProblem if a revision fails; then the file
    is unchanged.
    """
    place = Path(where)
    counted, own = count_writes(place)
    with translated(place), closing(connect(place, write=True)) as raw:
        # A rebuild drops the old table: with foreign keys on, the rows that refer to it
        # would stand in the way.
        raw.execute("pragma foreign_keys = off")
        with transaction(raw):
            older = read_revision(raw)
            if older == revisions()[-1]:
                return  # another process was first
            check_encoding(place, raw)
            backup = make_backup(place, "before-update")
            _upgrade(place, raw)
            if not own:  # older trackers did not count
                raw.execute(f"{OWN_WRITES} = {counted}")
    remark(
        f"Updated {place} from revision {older} to {revisions()[-1]}. "
        f"Backup of the older one: {backup.name}"
    )


def make_configuration() -> Config:
    """Alembic's configuration, in code: a wheel has no alembic.ini."""
    config = Config()
    config.set_main_option(
        "script_location", os.fspath(migrations_folder()).replace("%", "%%")
    )
    return config


def run_revisions(db: Connection) -> None:
    """Run the missing revisions, inside the transaction of `db`."""
    # Alembic commits a transaction that it begins itself, and ours with it.
    db.begin()
    config = make_configuration()
    config.attributes["connection"] = db
    command.upgrade(config, "head")


def _upgrade(place: Path, raw: sqlite3.Connection) -> None:
    for name in triggers.list_present(raw):
        raw.execute(f'drop trigger "{name}"')
    try:
        run_revisions(core(raw))
    except sqlite3.IntegrityError as fault:
        raise _wrong_row(place, raw, str(fault)) from fault
    except Exception as fault:
        raise DatabaseProblem(
            f"{place} could not be updated: {str(fault).splitlines()[0]}.",
            "It is unchanged. Please report this.",
        ) from fault
    if raw.execute(BROKEN_LINKS).fetchone():
        raise DatabaseProblem(
            f"{place} could not be updated: rows would refer to rows that are missing.",
            "It is unchanged. Check it: tracker doctor",
        )
    undo.close(raw)
    triggers.remake(raw)
    with suppress(DatabaseProblem):  # the check after a foreign write says it
        if not find_differences(place, raw):
            mark_schema(raw)


def _wrong_row(place: Path, raw: sqlite3.Connection, message: str) -> DatabaseProblem:
    """The error where a row breaks a rule of the newer tables; it names such a row."""
    faults = find_value_faults(raw)
    # SQLite says `CHECK constraint failed: session_day_is_a_day`, but not which row.
    named = [fault.says for fault in faults if fault.table in message]
    says = (*named, *(fault.says for fault in faults), message.splitlines()[0])[0]
    return DatabaseProblem(
        f"{place} could not be updated: {says}",
        "It is unchanged. To see all that is wrong: tracker doctor",
    )
