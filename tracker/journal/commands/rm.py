"""`rm`: remove sessions, and all else that has an id."""

from functools import partial

from tracker.app import App
from tracker.command import argument, command
from tracker.journal.commands.moment import command_moment
from tracker.journal.service.edits import remove_sessions
from tracker.journal.service.lines import remove_lines, split_ids
from tracker.journal.view.lines import all_removed_data, all_removed_text


@command("rm", examples="tracker rm 7k3f\ntracker rm last")
@argument("ids", nargs=-1, required=True, metavar="ID...")
def rm(app: App, ids: tuple[str, ...]) -> None:
    """Remove sessions, or anything else that a list shows with an id.

    ID is at least the first 4 letters of an id, or `last` for the session recorded
    last. A session over midnight is removed whole. The lists are: sessions, note,
    recall, rate, applications, forecast --list, and show for the evidence of a
    milestone. An item of your own is removed by its name, if you recorded nothing on
    it. A forecast is withdrawn: the track record names it.
    """
    app.bears_faults = True  # the row may be what is wrong
    now_utc = command_moment(app).now_utc
    with app.journal(write=True) as db:
        uids, lines = split_ids(db, ids, app.today)
        sessions = remove_sessions(db, uids, now_utc)
        remove_lines(db, lines, app.today, now_utc)
    text = partial(all_removed_text, app.today, app.zone)
    app.show("removed", (sessions, lines), all_removed_data, text)
