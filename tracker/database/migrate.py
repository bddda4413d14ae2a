"""Bringing an older database up to date: after a backup, in one transaction, or not at all."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tracker.database import triggers, undo
from tracker.database.backups import make_backup
from tracker.database.bridge import sqlalchemy_over
from tracker.database.connect import Where, connect, translated
from tracker.database.history import transaction
from tracker.database.revisions import read_revision, revisions
from tracker.errors import DatabaseProblem
from tracker.paths import migrations_folder

BROKEN_LINKS = "pragma foreign_key_check"


def migrate(where: Where, remark: Callable[[str], None]) -> None:
    """Run the revisions that the database lacks, and close its undo log; say so by `remark`.

    Raises DatabaseProblem, the file as it was, where a revision fails.
    """
    place = Path(where)
    with translated(place), closing(connect(place, write=True)) as own:
        # A batch rebuild drops the old table: with foreign keys on, its children would go with it.
        own.execute("pragma foreign_keys = off")
        with sqlalchemy_over(own) as db, transaction(own):
            older = read_revision(own)
            if older == revisions()[-1]:
                return  # another process was first
            backup = make_backup(place, "migrating")
            _upgrade(place, own, db)
    remark(
        f"Updated {place} from revision {older} to {revisions()[-1]}. "
        f"Backup of the older one: {backup.name}"
    )


def configuration() -> Config:
    """Alembic's configuration, in code: a wheel has no alembic.ini."""
    config = Config()
    config.set_main_option(
        "script_location", os.fspath(migrations_folder()).replace("%", "%%")
    )
    return config


def run_revisions(db: Connection) -> None:
    """Run the revisions that are lacking, inside the transaction that `db` is over."""
    db.begin()  # Alembic commits a transaction that it has to begin itself, and ours with it
    config = configuration()
    config.attributes["connection"] = db
    command.upgrade(config, "head")


def _upgrade(place: Path, own: sqlite3.Connection, db: Connection) -> None:
    for name in triggers.present(own):
        own.execute(f'drop trigger "{name}"')
    try:
        run_revisions(db)
    except Exception as fault:
        raise DatabaseProblem(
            f"{place} could not be brought up to date: {str(fault).splitlines()[0]}.",
            "It is as it was; please report this.",
        ) from fault
    if own.execute(BROKEN_LINKS).fetchone():
        raise DatabaseProblem(
            f"Bringing {place} up to date would break its links.",
            "It is as it was; run doctor.",
        )
    undo.close(own)
    triggers.remake(own)
