"""merge."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from sqlalchemy import Connection

from tracker.app import App, command, pass_app
from tracker.database import backups
from tracker.database.bridge import raw_connection, sqlalchemy_over
from tracker.database.connect import database_exists, set_writable
from tracker.database.history import transaction
from tracker.database.library import library
from tracker.database.open import open_current
from tracker.database.restore import check_backup
from tracker.database.seeding.state import is_synced
from tracker.database.seeding.sync import sync
from tracker.database.settings import read_settings
from tracker.database.values import instant_to_seconds
from tracker.errors import DatabaseProblem, FileProblem, Refused
from tracker.imports.rules.remarks import Here, given_way
from tracker.imports.store.merge import merge as merge_rows
from tracker.imports.view import merged_data, merged_text
from tracker.journal.store.timer import running_timer
from tracker.paths import seed_folder


@command("merge", examples="tracker merge /media/stick/tracker.db")
@click.argument("other", type=click.Path(path_type=Path), metavar="OTHER.db")
@pass_app
def merge(app: App, other: Path) -> None:
    """Bring what OTHER.db has into your database: the newest edit of each thing wins, what was removed stays removed.

    OTHER.db is read and not touched. The same merge again changes nothing, and the order of several makes no
    difference. Merge on both machines, and both have the same.
    """
    with _copied(other) as theirs:
        if database_exists(app.path):
            app.remark(
                f"Backup first: {backups.make_backup(Path(app.path), 'merge').name}"
            )
        with library(app, write=True) as db:
            before = _here(db)
            counts = merge_rows(db, theirs, instant_to_seconds(app.now))
            said = given_way(before, _here(db))
    for remark in said:
        app.remark(remark)
    app.show(
        "merge",
        counts,
        lambda each: merged_data(str(other), each),
        lambda each: merged_text(str(other), each),
    )


def _here(db: Connection) -> Here:
    return Here(
        read_settings(raw_connection(db)).values, running_timer(raw_connection(db))
    )


@contextmanager
def _copied(other: Path) -> Iterator[Connection]:
    """The other database, as it is now, in a copy of this tracker's schema and curriculum.

    Raises FileProblem where it is no tracker database, or cannot be read, Refused where it is a demo.
    """
    with tempfile.TemporaryDirectory(prefix="tracker-merge-") as folder:
        copy = Path(folder) / "other.db"
        try:
            check_backup(other)
            backups.copy_database(other, copy)
            own = open_current(copy, remark=lambda _: None)
        except DatabaseProblem as fault:
            raise FileProblem(fault.message, "Name a database of tracker's.") from fault
        with closing(own), sqlalchemy_over(own) as db:
            if read_settings(own).is_demo:
                raise Refused(
                    f"{other} is a demo: an invented year is not yours.",
                    "Name your other machine's database.",
                )
            set_writable(own, write=True)
            if not is_synced(db, Path(seed_folder())):
                with transaction(own):
                    sync(db, Path(seed_folder()))
            with transaction(own, write=False):
                yield db
