"""`restore`."""

import os
from functools import partial
from pathlib import Path

from tracker.app import App
from tracker.clock import machine_day
from tracker.command import argument, command
from tracker.database.restore import restore as restore_database
from tracker.maintenance.rules.backup_answers import RestoredDatabase
from tracker.maintenance.service.backup import list_kept
from tracker.maintenance.view.backups import (
    backup_list_data,
    backup_list_text,
    restored_data,
    restored_text,
)


@command("restore", examples="tracker restore\ntracker restore ~/tracker-2026.db")
@argument("file", is_path=True, required=False)
def restore(app: App, file: Path | None) -> None:
    """Replace the database by FILE. The present database is copied first.

    Without FILE, the backups beside the database are listed. FILE must be an undamaged
    database of this or an older tracker. An older one is brought up to date. The history
    comes from FILE, so undo cannot take a restore back: restore the copy instead.
    """
    place = Path(app.path)
    if file is None:
        text = partial(backup_list_text, machine_day(os.environ))
        app.show("backups", list_kept(place), backup_list_data, text)
        return
    changed, previous, contents = restore_database(place, file, app.remark)
    app.saved = changed
    app.open(write=False)  # checks what is new to it
    kept = str(previous) if previous else None
    restored = RestoredDatabase(str(file), changed, kept, contents)
    text = partial(restored_text, machine_day(os.environ))
    app.show("restore", restored, restored_data, text)
