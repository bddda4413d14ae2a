"""merge."""

from pathlib import Path

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.backups import backup_if_needed
from tracker.database.connect import database_exists
from tracker.database.damage import check_whole
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.imports.rules.people import check_same_person, identity_of
from tracker.imports.service.future_dates import read_dates
from tracker.imports.service.merge import merge_databases
from tracker.imports.service.other_database import open_other, read_identity
from tracker.imports.store.seen_sessions import has_session
from tracker.imports.view.merge_report import merge_data, merge_text


@command("merge", examples="tracker merge /media/stick/tracker.db")
@argument("other", is_path=True, metavar="OTHER.db")
@option(
    "--same-person",
    is_flag=True,
    help="Merge also if the databases have different names, e-mails or targets.",
)
@option(
    "--clock-is-right",
    is_flag=True,
    help="Merge also what was written in the future: later edits win.",
)
def merge(app: App, other: Path, *, same_person: bool, clock_is_right: bool) -> None:
    """Merge another machine's database OTHER.db into yours.

    The newest edit of each thing wins, and what was removed stays removed. OTHER.db is
    read, not changed. Merging it again changes nothing, and the order of several merges
    makes no difference. Merge on both machines, and both have the same.
    """
    if database_exists(app.path):
        check_whole(app.path, app.open(write=False))
    with open_other(other, Path(app.path)) as theirs:
        if not same_person:
            owner = identity_of(app.settings.values)
            is_used = database_exists(app.path) and has_session(app.open(write=False))
            their = read_identity(theirs)
            check_same_person(str(other), their, owner, has_sessions=is_used)
        place, now_utc = Path(app.path), instant_to_seconds(app.now)
        with (
            backup_if_needed(place, "before-merge", app.remark) as keep_backup,
            library(app, write=True) as db,
        ):
            dates = read_dates(db, theirs, str(other), now_utc, ask=not clock_is_right)
            report = merge_databases(db, theirs, str(other), dates)
            if report.changes:
                keep_backup()
    for remark in report.remarks:
        app.remark(remark)
    app.show("merge", report, merge_data, merge_text)
