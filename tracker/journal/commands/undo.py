"""`undo`: undo a command that changed something."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.journal.commands.history_walk import HistoryIdParam, show_step


@command("undo", examples="tracker undo\ntracker undo 2\ntracker undo --older")
@argument("number", kind=HistoryIdParam(), required=False, metavar="[ID]")
@option("--older", is_flag=True, help="Also if the last command is not of today.")
def undo(app: App, number: int | None, older: bool) -> None:
    """Undo the last command that changed something, or the command ID of `history`.

    Run it again to undo the command before that. A command that others build on can be
    undone after them.
    """
    show_step(app, "undo", number, older=older)
