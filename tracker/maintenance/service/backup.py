"""Copies of the database: one made for `backup`, and the list of those beside it."""

import os
from contextlib import closing
from pathlib import Path

from tracker.database.backup_contents import look_into
from tracker.database.backup_names import list_backups
from tracker.database.backups import copy_database, make_backup
from tracker.database.connect import check_sqlite, database_exists
from tracker.database.damage import check_whole
from tracker.database.open import open_unmigrated
from tracker.database.protected_files import say_protection
from tracker.errors import Refused
from tracker.maintenance.rules.backup_answers import DatabaseCopy, KeptBackup


def back_up(place: Path, file: Path | None) -> DatabaseCopy:
    """Copy the database at `place` to `file`, or without one to a backup beside it.

    Raises Refused where there is no database, or `file` exists already, DatabaseProblem
    where it is damaged: a copy would be damaged too.
    """
    if not database_exists(place):
        raise Refused(
            "There is no database yet, so there is nothing to copy.",
            "To log a first session: tracker log fastai 1h30m",
        )
    db, _ = open_unmigrated(place)
    with closing(db):
        check_whole(place, db)
    if file is None:
        file = make_backup(place, "asked")
    else:
        check_name(file, place)
        copy_database(place, file)
    return DatabaseCopy(str(file), file.stat().st_size)


def check_name(file: Path, place: Path) -> None:
    """Refuse a name that SQLite or an automatic backup may replace. Raises Refused."""
    reason = say_protection(file, str(place))
    if reason and not os.path.lexists(file):
        raise Refused(
            f"{reason}; nothing was written.",
            "Choose another name.",
            typed=str(file),
            instead=["FILE"],
        )


def list_kept(place: Path) -> list[KeptBackup]:
    """The backups beside the database at `place`, newest first."""
    check_sqlite()
    return [
        KeptBackup(
            str(backup.path),
            backup.reason,
            backup.made_at.isoformat(timespec="seconds"),
            backup.path.stat().st_size,
            look_into(backup.path),
        )
        for backup in reversed(list_backups(place))
    ]
