"""`rm`: remove sessions."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.shared import command_moment
from tracker.journal.service.edits import remove_sessions
from tracker.journal.view.written_sessions import removed_data, removed_text


@command("rm", examples="tracker rm 7k3f\ntracker rm last")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_app
def rm(app: App, ids: tuple[str, ...]) -> None:
    """Remove sessions. ID is at least the first 4 letters of an id, or `last`.

    A session over midnight is removed whole.
    """
    now_utc = command_moment(app).now_utc
    with app.journal(write=True) as db:
        removed = remove_sessions(db, ids, now_utc)
    text = partial(removed_text, app.today, app.zone)
    app.show("removed", removed, removed_data, text)
