"""doctor, catalogue: looking whether all is well."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from tracker.app import App, command, pass_app
from tracker.curriculum.store.items import read_items
from tracker.curriculum.store.names import taken_names
from tracker.database.backups import list_backups
from tracker.database.catalogue.check import examine as examine_folder
from tracker.database.catalogue.faults import describe
from tracker.database.catalogue.read import read_catalogue
from tracker.database.catalogue.records import Catalogue
from tracker.database.connect import database_exists
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import DatabaseProblem, Refused
from tracker.maintenance import view
from tracker.maintenance.rules.findings import is_damaged
from tracker.maintenance.rules.item_folder import addition
from tracker.maintenance.service.doctor import examine_database
from tracker.maintenance.store.item_entries import add_entries
from tracker.paths import seed_folder
from tracker.text.columns import count_noun

LARGE = 50_000_000  # bytes: reading so much takes more than a blink


@command("doctor", examples="tracker doctor\ntracker doctor --json")
@pass_app
def doctor(app: App) -> None:
    """Check that the database is whole, and list what is odd in it.

    It mends nothing, but removes what killed first runs left. Faults are marked with !; the rest is worth knowing. The
    exit code is 5 where the file itself is damaged or is no database of tracker's, else 0: `ok` of the JSON answer says
    whether there are faults. All of the file is read, which takes some seconds for a million sessions.
    """
    if database_exists(app.path) and Path(app.path).stat().st_size > LARGE:
        app.remark(view.reading_text(Path(app.path)))
    found = examine_database(Path(app.path), lambda: instant_to_seconds(app.now))
    back = view.way_back(list_backups(Path(app.path)))
    app.show("doctor", found, view.findings_data, partial(view.findings_text, back))
    if is_damaged(found):
        raise DatabaseProblem(f"{app.path} is damaged.", back)


@command(
    "catalogue",
    examples="tracker catalogue check my-items\ntracker catalogue add my-items",
)
@click.argument("action", type=click.Choice(["check", "add"]))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@pass_app
def catalogue(app: App, action: str, folder: Path) -> None:
    """Check a folder of items in TOML, or add its items as your own.

    DIR is a whole curriculum, or a few files of [[item]] entries that may refer to everything shipped. seed/README.md
    says how they are written. Adding takes items alone; what is there already as it is stays.
    """
    _ACTIONS[action](app, folder)


def _check(app: App, folder: Path) -> None:
    _, faults = examine_folder(folder, _shipped())
    app.show("catalogue", faults, view.faults_data, view.faults_text)
    if faults:
        raise Refused(
            f"{folder} has {count_noun(len(faults), 'fault')}.",
            "Mend them, and check it again.",
        )


def _add(app: App, folder: Path) -> None:
    brought, faults = examine_folder(folder, _shipped())
    if faults:
        raise Refused(
            f"{folder} has {count_noun(len(faults), 'fault')}; nothing was added.",
            describe(faults[:1])[0],
        )
    if others := sorted({kind for kind, _ in brought.files} - {"item"}):
        raise Refused(
            f"{folder} holds more than items: {', '.join(others)}.",
            "Leave only [[item]] entries in it.",
        )
    with library(app, write=True) as db:
        added = addition(brought.items, read_items(db), taken_names(db))
        add_entries(db, added.new, instant_to_seconds(app.now))
    if added.new and added.there:
        app.remark(f"There already, as they are: {', '.join(added.there)}.")
    app.show("catalogue", added, view.added_data, view.added_text)


def _shipped() -> Catalogue:
    return read_catalogue(Path(seed_folder()))[0]


_ACTIONS: dict[str, Callable[[App, Path], None]] = {"check": _check, "add": _add}
