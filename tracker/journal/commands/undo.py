"""`undo`: undo the last command that changed something."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.undo import undo as undo_last
from tracker.journal.commands.history_walk import walk_history
from tracker.journal.view.history import command_data, history_step_text


@command("undo", examples="tracker undo")
@pass_app
def undo(app: App) -> None:
    """Undo the last command that changed something.

    Run it again to undo the command before that.
    """
    entry = walk_history(app, undo_last)
    text = partial(history_step_text, "Undone", "Redo: tracker redo")
    app.show("undo", entry, command_data, text)
