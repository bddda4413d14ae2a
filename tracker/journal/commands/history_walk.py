"""What `undo` and `redo` share."""

from functools import partial

from tracker.app import App
from tracker.database.connect import translated
from tracker.database.history import transaction
from tracker.errors import Unreadable
from tracker.journal.commands.moment import command_moment
from tracker.journal.service.history_steps import walk_history
from tracker.journal.view.history import step_data, step_text
from tracker.text.columns import quoted
from tracker.text.counts import CountParam


class HistoryIdParam(CountParam):
    """The number of a command in the history."""

    name = "id"

    def convert(self, text: str, clock: object) -> int:
        """The number; raises Unreadable for text that is none."""
        try:
            return super().convert(text, clock)
        except Unreadable as fault:
            message = f"{quoted(text)} is not the ID of a command."
            raise Unreadable(message, "To see the IDs: tracker history") from fault


def show_step(app: App, verb: str, number: int | None, *, older: bool) -> None:
    """Undo or redo one command, and show what that did; `verb` says which.

    It is a transaction of its own, so it does not go through `app.journal`, which
    would record it as a command.
    """
    moment = command_moment(app)
    with translated(app.path):
        db = app.open(write=True)
        with transaction(db):
            step = walk_history(db, verb, number, moment, older=older)
    app.saved = True
    app.show(verb, step, step_data, partial(step_text, verb, moment))
