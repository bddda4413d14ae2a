"""`rm`: remove sessions."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.shared import moment, say_rest
from tracker.journal.service.sessions import remove_sessions
from tracker.journal.service.summaries import other_pieces
from tracker.journal.store.ids import find_id, short_id
from tracker.journal.view import sessions as view


@command("rm", examples="tracker rm 7k3f\ntracker rm last")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@pass_app
def rm(app: App, ids: tuple[str, ...]) -> None:
    """Remove sessions by any beginning of their ids of 4 letters or more; `last` is the one written last."""
    with app.journal(write=True) as db:
        found = list(dict.fromkeys(find_id(db, each) for each in ids))
        shown = [short_id(db, uid) for uid in found]
        rest = other_pieces(db, found)
        gone = list(
            zip(remove_sessions(db, found, moment(app).now), shown, strict=True)
        )
    say_rest(app, rest)
    app.show(
        "removed",
        gone,
        view.removed_data,
        partial(view.removed_text, app.today, app.zone),
    )
