"""`history`: the commands that changed something, newest first."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.undo import list_commands
from tracker.journal.view.history import commands_data, history_text
from tracker.text.counts import CountParam

LATEST = 20


@command("history", examples="tracker history\ntracker history --limit 100")
@click.option(
    "--limit",
    type=CountParam(),
    default=LATEST,
    show_default=True,
    help="How many to list.",
)
@pass_app
def history(app: App, limit: int) -> None:
    """List the commands that changed something, newest first."""
    with app.journal() as db:
        entries = list_commands(db, limit)
    app.show("history", entries, commands_data, partial(history_text, app.zone))
