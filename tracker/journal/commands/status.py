"""`status`: the running timer, and the hours of today and this week."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.connect import database_exists
from tracker.journal.commands.shared import moment
from tracker.journal.rules.records import TimerStatus
from tracker.journal.service.summaries import timer_status
from tracker.journal.view import timer as view


@command("status", examples="tracker status\nPS1='$(tracker status --line) $ '")
@click.option(
    "--line",
    is_flag=True,
    help="What runs, short, for a shell's prompt; empty where nothing does.",
)
@pass_app
def status(app: App, line: bool) -> None:
    """What runs, and the hours of today and this week; on a first day it makes nothing."""
    if not database_exists(app.path):
        app.show(
            "status",
            TimerStatus(None, 0, 0, 0),
            view.standing_data,
            lambda _: "" if line else view.NOTHING,
        )
        return
    with app.journal() as db:
        now = timer_status(db, moment(app))
    text = view.line_text if line else partial(view.standing_text, app.today, app.zone)
    app.show("status", now, view.standing_data, text)
