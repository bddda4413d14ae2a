"""`undo`: undo a command that changed something."""

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.history_walk import HistoryIdParam, show_step


@command("undo", examples="tracker undo\ntracker undo 2\ntracker undo --older")
@click.argument("number", type=HistoryIdParam(), required=False, metavar="[ID]")
@click.option("--older", is_flag=True, help="Also if the last command is not of today.")
@pass_app
def undo(app: App, number: int | None, older: bool) -> None:
    """Undo the last command that changed something, or the command ID of `history`.

    Run it again to undo the command before that. A command that others build on can be
    undone after them.
    """
    show_step(app, "undo", number, older=older)
