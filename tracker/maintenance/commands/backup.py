"""backup, restore: copies of the database, and back."""

from pathlib import Path

import click

from tracker.app import App, command, pass_app
from tracker.database.backups import copy_database, make_backup
from tracker.database.connect import database_exists
from tracker.database.open import open_unmigrated
from tracker.database.restore import restore as bring_back
from tracker.errors import Refused
from tracker.maintenance import view

FILE = click.Path(path_type=Path)


@command("backup", examples="tracker backup\ntracker backup ~/tracker-2026.db")
@click.argument("file", type=FILE, required=False)
@pass_app
def backup(app: App, file: Path | None) -> None:
    """Copy the database to FILE, or beside itself, where the last ten copies stay.

    A copy is a whole database: tracker restore brings it back, tracker --db FILE opens it. FILE is never overwritten.
    """
    place = Path(app.path)
    if not database_exists(place):
        raise Refused(
            "There is nothing to copy yet.",
            "tracker log ITEM AMOUNT writes the first session.",
        )
    open_unmigrated(place)[0].close()
    if file is None:
        file = make_backup(place, "asked")
    else:
        copy_database(place, file)
    app.show("backup", (file, file.stat().st_size), view.backup_data, view.backup_text)


@command("restore", examples="tracker restore ~/tracker-2026.db")
@click.argument("file", type=FILE)
@pass_app
def restore(app: App, file: Path) -> None:
    """Make the database what FILE is. The present one is kept beside it first.

    FILE must be a sound database of this or an older tracker; an older one is brought up to date. The history is
    FILE's own, too: what takes this back is restoring the copy that was kept.
    """
    kept = bring_back(Path(app.path), file, app.remark)
    app.saved = True
    app.show("restore", (file, kept), view.restored_data, view.restored_text)
