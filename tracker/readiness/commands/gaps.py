"""gaps."""

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.readiness.commands.variant import VARIANT
from tracker.readiness.service.gaps import read_gaps
from tracker.readiness.service.role_choice import choose_role
from tracker.readiness.view.gaps import gaps_text
from tracker.readiness.view.gaps_json import gaps_data


@command("gaps", examples="tracker gaps\ntracker gaps professor\ntracker gaps --steps")
@click.argument("role", required=False)
@VARIANT
@click.option(
    "--steps", is_flag=True, help="List mentor, funding and evaluation in full."
)
@pass_app
def gaps(app: App, role: str | None, variant: str | None, steps: bool) -> None:
    """List what a role still asks for, and what you can do about it.

    Without ROLE it is about your target. What you claim comes first: it only needs
    evidence. Then come work in progress and work not started. Hours are the estimates
    of the items, less what you did. Once you finished five items of a kind, they are
    multiplied by your own ratio. Hours are work, not a promised result.
    """
    with library(app) as db:
        choice = choose_role(db, app.settings, role, variant)
        answer = read_gaps(db, app.settings, choice, app.today, show_steps=steps)
    app.show("gaps", answer, gaps_data, gaps_text)
