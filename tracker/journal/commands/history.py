"""`history`: the commands that changed something, newest first."""

from functools import partial

from tracker.app import App
from tracker.command import command, option
from tracker.journal.commands.moment import command_moment
from tracker.journal.service.history_list import read_history
from tracker.journal.view.history import commands_data, history_text
from tracker.text.counts import CountParam

LATEST = 20


@command("history", examples="tracker history\ntracker history --limit 100")
@option(
    "--limit",
    kind=CountParam(),
    default=LATEST,
    show_default=True,
    help="How many to list.",
)
def history(app: App, limit: int) -> None:
    """List the commands that changed something, newest first.

    Each begins with its ID, for `undo ID` and `redo ID`.
    """
    moment = command_moment(app)
    with app.journal() as db:
        lines = read_history(db, limit, moment)
    app.show("history", lines, commands_data, partial(history_text, app.zone))
