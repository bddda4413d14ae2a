"""`status`: the running timer, and the hours of today and this week."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.connect import database_exists
from tracker.journal.commands.moment import command_moment
from tracker.journal.rules.timers import TimerStatus
from tracker.journal.service.timer import read_timer_status
from tracker.journal.view.timer import (
    first_day_text,
    status_data,
    status_line,
    status_text,
)


@command("status", examples="tracker status\nPS1='$(tracker status --line) $ '")
@click.option(
    "--line",
    is_flag=True,
    help="One short line for a shell prompt; empty if no timer runs.",
)
@pass_app
def status(app: App, line: bool) -> None:
    """Show the timer, and the hours of today and this week. It creates no database."""
    if not database_exists(app.path):
        text = status_line if line else first_day_text
        app.show("status", TimerStatus(None, 0, 0, 0), status_data, text)
        return
    with app.journal() as db:
        current = read_timer_status(db, command_moment(app))
    text = status_line if line else partial(status_text, app.today, app.zone)
    app.show("status", current, status_data, text)
