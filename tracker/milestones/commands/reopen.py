"""The command `reopen`."""

from tracker.app import App
from tracker.command import argument, command
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.milestones.commands.shared import show_outcomes
from tracker.milestones.service import changes


@command("reopen", examples="tracker reopen fastai\ntracker reopen arxiv-paper")
@argument("name", metavar="ITEM-or-MILESTONE")
def reopen(app: App, name: str) -> None:
    """Reopen a done, skipped or dropped item, or a reached or dropped milestone.

    A milestone's results are removed with their evidence; its attempts and hours stay.
    """
    moment = command_moment(app)
    with library(app, write=True) as db:
        outcomes = changes.reopen(db, name, moment)
    show_outcomes(app, outcomes)
