"""`restore`."""

from pathlib import Path

import click

from tracker.app import App, command, pass_app
from tracker.database.restore import restore as restore_database
from tracker.maintenance.rules.backup_answers import RestoredDatabase
from tracker.maintenance.view.backups import restored_data, restored_text


@command("restore", examples="tracker restore ~/tracker-2026.db")
@click.argument("file", type=click.Path(path_type=Path))
@pass_app
def restore(app: App, file: Path) -> None:
    """Replace the database by FILE. The present database is copied first.

    FILE must be an undamaged database of this or an older tracker. An older one is
    brought up to date. The history comes from FILE, so undo cannot take a restore
    back: restore the copy instead.
    """
    previous = restore_database(Path(app.path), file, app.remark)
    app.saved = True
    restored = RestoredDatabase(str(file), str(previous) if previous else None)
    app.show("restore", restored, restored_data, restored_text)
