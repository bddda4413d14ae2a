"""`catalogue`."""

from pathlib import Path

from tracker.app import App
from tracker.command import argument, command
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Refused
from tracker.maintenance.service.catalogue import (
    add_items,
    find_faults,
    read_items_to_add,
)
from tracker.maintenance.view.catalogue import (
    added_data,
    added_text,
    faults_data,
    faults_text,
)
from tracker.text.columns import count_noun


@command(
    "catalogue",
    examples="tracker catalogue check my-items\ntracker catalogue add my-items",
)
@argument("action", choices=["check", "add"])
@argument("folder", metavar="DIR", is_path=True)
def catalogue(app: App, action: str, folder: Path) -> None:
    """Check a folder of items written in TOML, or add its items to yours.

    DIR holds a whole curriculum, or a few files of [[item]] entries. The entries may
    refer to everything that tracker ships. seed/README.md says how to write them.
    Only items can be added. Items that you have already stay unchanged.
    """
    if action == "check":
        _check(app, folder)
    else:
        _add(app, folder)


def _check(app: App, folder: Path) -> None:
    faults = find_faults(folder)
    app.show("catalogue", faults, faults_data, faults_text)
    if faults:
        raise Refused(
            f"{folder} has {count_noun(len(faults), 'fault')}.",
            f"Correct them, then check again: tracker catalogue check {folder}",
        )


def _add(app: App, folder: Path) -> None:
    items = read_items_to_add(folder)
    with library(app, write=True) as db:
        addition = add_items(db, items, instant_to_seconds(app.now))
    if addition.new and addition.present:
        app.remark(f"You have these already: {', '.join(addition.present)}.")
    app.show("catalogue", addition, added_data, added_text)
