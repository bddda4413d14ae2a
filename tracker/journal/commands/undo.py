"""`undo`: undo the last command that wrote."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.undo import undo as undo_last
from tracker.journal.commands.history_walk import walk_history
from tracker.journal.view.history import (
    command_data,
    undone_text,
)


@command("undo", examples="tracker undo")
@pass_app
def undo(app: App) -> None:
    """Take the last writing command back, whatever it was; again for the one before it."""
    done = walk_history(app, undo_last)
    app.show(
        "undo",
        done,
        command_data,
        partial(undone_text, "Undone", "Bring it back: tracker redo"),
    )
