"""The command `skip`."""

from tracker.app import App
from tracker.command import argument, command
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.milestones.commands.shared import show_outcomes
from tracker.milestones.service import changes


@command("skip", examples="tracker skip pytorch-tutorials")
@argument("item")
def skip(app: App, item: str) -> None:
    """Skip an item that you do not need, for example because you know it already.

    Items that require it count it as met. It adds nothing to your skills, and a role
    still asks for the same work. Use `drop` to give an item up. Use `reopen` to undo
    either.
    """
    with library(app, write=True) as db:
        outcome = changes.skip(db, item, command_moment(app))
    show_outcomes(app, [outcome])
