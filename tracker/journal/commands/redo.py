"""`redo`: do again what was undone."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.undo import redo as redo_last
from tracker.journal.commands.history_walk import walk_history
from tracker.journal.view.history import (
    command_data,
    undone_text,
)


@command("redo", examples="tracker redo")
@pass_app
def redo(app: App) -> None:
    """Bring back what was undone last, while nothing was done since."""
    done = walk_history(app, redo_last)
    app.show(
        "redo",
        done,
        command_data,
        partial(undone_text, "Done again", "Take it back: tracker undo"),
    )
