"""`redo`: redo what was undone."""

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.history_walk import HistoryIdParam, show_step
from tracker.journal.service.history_steps import redo_command


@command("redo", examples="tracker redo\ntracker redo 2")
@click.argument("number", type=HistoryIdParam(), required=False, metavar="[ID]")
@pass_app
def redo(app: App, number: int | None) -> None:
    """Redo the command that was undone last, or the command ID of `history`."""
    show_step(app, "redo", lambda db, moment: redo_command(db, number, moment))
