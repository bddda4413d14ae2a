"""The command `drop`."""

from tracker.app import App
from tracker.command import argument, command
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.milestones.commands.shared import show_outcomes
from tracker.milestones.service import changes


@command("drop", examples="tracker drop mit-6006\ntracker drop arxiv-paper")
@argument("name", metavar="ITEM-or-MILESTONE")
def drop(app: App, name: str) -> None:
    """Drop an item, or a milestone with its attempts.

    Hours stay in the log. Use `reopen` to undo this.
    """
    moment = command_moment(app)
    with library(app, write=True) as db:
        outcomes = changes.drop(db, name, moment)
    show_outcomes(app, outcomes)
