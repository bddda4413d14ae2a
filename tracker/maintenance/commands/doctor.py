"""`doctor`."""

from functools import partial
from pathlib import Path

from tracker.app import App, command, pass_app
from tracker.database.backup_names import list_backups
from tracker.database.connect import database_exists
from tracker.errors import DatabaseProblem
from tracker.maintenance.rules.findings import is_damaged
from tracker.maintenance.service.doctor import examine_database
from tracker.maintenance.view.doctor import (
    checking_text,
    findings_data,
    findings_text,
    restore_hint,
)

LARGE = 50_000_000  # bytes; checking such a file takes seconds


@command("doctor", examples="tracker doctor\ntracker doctor --json")
@pass_app
def doctor(app: App) -> None:
    """Check the database and list what is wrong or unusual in it.

    Faults are marked with !. It also names programmes whose dates were looked up long
    ago, and evidence that others cannot check. The doctor repairs nothing; it only
    removes unfinished files that stopped commands left. It reads the whole file, which
    takes some seconds for a million sessions. The exit code is 5 where the file is
    damaged or is not a tracker database, else 0. With --json, "ok" is false where there
    are faults.
    """
    place = Path(app.path)
    if database_exists(place) and place.stat().st_size > LARGE:
        app.remark(checking_text(place, place.stat().st_size))
    findings = examine_database(place, lambda: app.now)
    hint = restore_hint([backup.path for backup in list_backups(place)])
    app.show("doctor", findings, findings_data, partial(findings_text, hint))
    if is_damaged(findings):
        raise DatabaseProblem(f"{place} is damaged.", hint)
