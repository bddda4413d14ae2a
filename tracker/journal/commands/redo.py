"""`redo`: redo what was undone."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.journal.commands.history_walk import HistoryIdParam, show_step


@command("redo", examples="tracker redo\ntracker redo 2\ntracker redo --older")
@argument("number", kind=HistoryIdParam(), required=False, metavar="[ID]")
@option("--older", is_flag=True, help="Also if the last undo is not of today.")
def redo(app: App, number: int | None, older: bool) -> None:
    """Redo the command that was undone last, or the command ID of `history`."""
    show_step(app, "redo", number, older=older)
