"""`backup`."""

import os
from functools import partial
from pathlib import Path

from tracker.app import App
from tracker.clock import machine_day
from tracker.command import argument, command, option
from tracker.errors import Unreadable
from tracker.maintenance.service.backup import back_up, list_kept
from tracker.maintenance.view.backups import (
    backup_data,
    backup_list_data,
    backup_list_text,
    backup_text,
)


@command(
    "backup",
    examples="tracker backup\ntracker backup ~/tracker-2026.db\ntracker backup --list",
)
@argument("file", is_path=True, required=False)
@option("--list", "is_list", is_flag=True, help="List the backups beside the database.")
def backup(app: App, file: Path | None, is_list: bool) -> None:
    """Copy the database to FILE.

    Without FILE, the copy goes beside the database, with the date in its name, and
    stays until you remove it. tracker also makes backups before a merge, a large import,
    a restore and an update; of these the last ten stay. A copy is a whole database:
    tracker restore FILE brings it back, and tracker --db FILE opens it. An existing FILE
    is never overwritten.
    """
    place = Path(app.path)
    if not is_list:
        copy = back_up(place, file)
        app.file = copy.file
        app.show("backup", copy, backup_data, backup_text)
        return
    if file:
        raise Unreadable("--list takes no FILE.", without=["--list"])
    text = partial(backup_list_text, machine_day(os.environ))
    app.show("backups", list_kept(place), backup_list_data, text)
