"""`redo`: redo what was undone."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.undo import redo as redo_last
from tracker.journal.commands.history_walk import walk_history
from tracker.journal.view.history import command_data, history_step_text


@command("redo", examples="tracker redo")
@pass_app
def redo(app: App) -> None:
    """Redo the command that was undone last.

    After a new command, nothing can be redone.
    """
    entry = walk_history(app, redo_last)
    text = partial(history_step_text, "Redone", "Undo: tracker undo")
    app.show("redo", entry, command_data, text)
