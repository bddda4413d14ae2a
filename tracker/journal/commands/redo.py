"""`redo`: redo what was undone."""

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.history_walk import HistoryIdParam, show_step


@command("redo", examples="tracker redo\ntracker redo 2\ntracker redo --older")
@click.argument("number", type=HistoryIdParam(), required=False, metavar="[ID]")
@click.option("--older", is_flag=True, help="Also if the last undo is not of today.")
@pass_app
def redo(app: App, number: int | None, older: bool) -> None:
    """Redo the command that was undone last, or the command ID of `history`."""
    show_step(app, "redo", number, older=older)
