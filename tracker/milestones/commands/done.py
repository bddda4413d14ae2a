"""The command `done`."""

from datetime import date

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.milestones.commands.shared import show_outcomes
from tracker.milestones.service.changes import mark_done
from tracker.text.days import check_not_future
from tracker.text.params import DayParam


@command(
    "done",
    examples="""
    tracker done fastai
    tracker done learnpython python-done --on "last friday"
    """,
)
@argument("names", nargs=-1, required=True, metavar="ITEM-or-MILESTONE...")
@option("--on", "day", kind=DayParam(), help="The day it was done (default: today).")
def done(app: App, names: tuple[str, ...], day: date | None) -> None:
    """Mark items or milestones as done; the first day you recorded stays.

    A milestone marked as done is only claimed: use `reach` to add evidence.
    """
    if day:
        hint = "Type --on with today or an earlier day."
        check_not_future(day, app.today, hint, without=["--on"])
    moment = command_moment(app)
    with library(app, write=True) as db:
        outcomes = mark_done(db, names, day, moment)
    show_outcomes(app, outcomes)
