"""`backup`."""

from pathlib import Path

import click

from tracker.app import App, command, pass_app
from tracker.maintenance.service.backup import back_up
from tracker.maintenance.view.backups import backup_data, backup_text


@command("backup", examples="tracker backup\ntracker backup ~/tracker-2026.db")
@click.argument("file", type=click.Path(path_type=Path), required=False)
@pass_app
def backup(app: App, file: Path | None) -> None:
    """Copy the database to FILE.

    Without FILE, the copy goes beside the database. The last ten copies stay there.
    A copy is a whole database: tracker restore FILE brings it back, and
    tracker --db FILE opens it. An existing FILE is never overwritten.
    """
    app.show("backup", back_up(Path(app.path), file), backup_data, backup_text)
