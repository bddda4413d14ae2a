"""`undo`, `redo` and `history`."""

from collections.abc import Callable
from functools import partial
from sqlite3 import Connection

import click

from tracker.app import App, command, pass_app
from tracker.database.connect import translated
from tracker.database.undo import HistoryEntry, commands
from tracker.database.undo import redo as redo_last
from tracker.database.undo import undo as undo_last
from tracker.database.values import instant_to_seconds
from tracker.journal.view.history import (
    command_data,
    commands_data,
    history_text,
    undone_text,
)
from tracker.text.counts import CountParam

LATEST = 20


@command("undo", examples="tracker undo")
@pass_app
def undo(app: App) -> None:
    """Take the last writing command back, whatever it was; again for the one before it."""
    done = _walk(app, undo_last)
    app.show(
        "undo",
        done,
        command_data,
        partial(undone_text, "Undone", "Bring it back: tracker redo"),
    )


@command("redo", examples="tracker redo")
@pass_app
def redo(app: App) -> None:
    """Bring back what was undone last, while nothing was done since."""
    done = _walk(app, redo_last)
    app.show(
        "redo",
        done,
        command_data,
        partial(undone_text, "Done again", "Take it back: tracker undo"),
    )


def _walk(app: App, walk: Callable[[Connection, int], HistoryEntry]) -> HistoryEntry:
    """Undoing is a transaction of its own, so it does not go through the journal's door, which would begin one."""
    now = instant_to_seconds(app.now)
    with translated(app.path):
        done = walk(app.open(write=True), now)
    app.saved = True
    return done


@command("history", examples="tracker history\ntracker history --limit 100")
@click.option(
    "--limit",
    type=CountParam(),
    default=LATEST,
    show_default=True,
    help="The newest so many.",
)
@pass_app
def history(app: App, limit: int) -> None:
    """What was done, newest first."""
    with app.journal() as db:
        entries = commands(db, limit)
    app.show("history", entries, commands_data, partial(history_text, app.zone))
