"""`stop`: stop the timer and log the session."""

from shlex import join

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.shared import command_moment, show_written
from tracker.journal.service.timer import stop_timer
from tracker.limits import TIMER_TRUSTED_FOR
from tracker.text.amounts import say_hours

_TRUSTED_FOR = say_hours(TIMER_TRUSTED_FOR)


@command(
    "stop",
    examples='tracker stop -n "lesson 3"\ntracker stop --at "yesterday 22:00"',
    emptied=("note",),
)
@click.option(
    "--at", default="", metavar="TIME", help="When you stopped (default: now)."
)
@click.option("-n", "--note", default="", help="What the session was about.")
@click.option("--trust", is_flag=True, help=f"You did work longer than {_TRUSTED_FOR}.")
@pass_app
def stop(app: App, at: str, note: str, trust: bool) -> None:
    """Stop the timer and log the session.

    A timer that passes the start of a day becomes two sessions. If you forgot to stop
    it, say when with --at: 23:30 is the one since the start. A timer of more than
    6 h, or through the night, needs --at or --trust.
    """
    moment = command_moment(app)
    with app.journal(write=True) as db:
        answer = stop_timer(
            db,
            at,
            note,
            moment,
            trusted=trust,
            command="stop" if at else join(app.arguments),
        )
    show_written(app, "Logged", answer.sessions[0].item, answer, has_day=False)
