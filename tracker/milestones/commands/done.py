"""The command `done`."""

from datetime import date

import click

from tracker.app import App, command, pass_app
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
@click.argument("names", nargs=-1, required=True, metavar="ITEM-or-MILESTONE...")
@click.option(
    "--on", "day", type=DayParam(), help="The day it was done (default: today)."
)
@pass_app
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
