"""`doctor`."""

from functools import partial
from pathlib import Path

from tracker.app import App
from tracker.command import command, option
from tracker.database.connect import database_exists
from tracker.database.repairs import replacement_hint
from tracker.errors import DatabaseProblem
from tracker.maintenance.rules.findings import is_damaged
from tracker.maintenance.service.doctor import examine_database
from tracker.maintenance.service.folders import find_old_folder
from tracker.maintenance.view.doctor import (
    checking_text,
    findings_data,
    findings_text,
)
from tracker.maintenance.view.salvage import salvage_data, salvage_text
from tracker.modules import load_module

LARGE = 50_000_000  # bytes; checking such a file takes seconds


@command(
    "doctor",
    examples="tracker doctor\ntracker doctor --json\ntracker doctor --salvage ~/new.db",
)
@option(
    "--salvage",
    metavar="FILE",
    is_path=True,
    help="Write what can be read of a damaged database to the new database FILE.",
)
def doctor(app: App, salvage: Path | None) -> None:
    """Check the database and list what is wrong or unusual in it.

    Faults are marked with !. It also names programmes whose dates were looked up long
    ago, and evidence that others cannot check. The doctor repairs nothing; it only
    removes unfinished files that stopped commands left. It reads the whole file, which
    takes some seconds for a million sessions. The exit code is 5 where the file is
    damaged, lacks a table or is not a tracker database, else 0. With --json, "ok" is
    false where there are faults.

    With --salvage, the database is only read. Rows that the history or an index
    contradicts are listed as doubtful, rows that cannot be read as left out.
    """
    place = Path(app.path)
    app.bears_faults = True
    if salvage:
        _salvage(app, place, salvage)
        return
    if database_exists(place) and place.stat().st_size > LARGE:
        app.remark(checking_text(place, place.stat().st_size))
    findings = [
        *examine_database(place, lambda: app.now),
        *find_old_folder(app.db_option),
    ]
    hint = replacement_hint(place)
    # Only a database that is whole says which zone is set.
    zone = app.local_zone if "now" in vars(app) else None
    data, text = partial(findings_data, zone), partial(findings_text, hint, zone)
    app.show("doctor", findings, data, text)
    if is_damaged(findings):
        raise DatabaseProblem(f"{place} is damaged.", hint)


def _salvage(app: App, place: Path, target: Path) -> None:
    """Write what can be read to `target`, and show what came of each table."""
    # It knows the tables as such, by SQLAlchemy.
    service = load_module("tracker.maintenance.service.salvage")
    answer = service.salvage_database(place, target)
    app.saved = True
    app.show("salvage", answer, salvage_data, salvage_text)
