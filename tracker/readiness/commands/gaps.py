"""gaps."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.readiness.commands.variant import VARIANT
from tracker.readiness.service.gaps import read_gaps
from tracker.readiness.service.role_choice import choose_role
from tracker.readiness.view.gaps import gaps_text
from tracker.readiness.view.gaps_json import gaps_data


@command("gaps", examples="tracker gaps\ntracker gaps professor\ntracker gaps --all")
@argument("role", required=False)
@VARIANT
@option(
    "--all",
    "show_all",
    is_flag=True,
    help="List helpful lines in full too, with mentor, funding and evaluation.",
)
def gaps(app: App, role: str | None, variant: str | None, show_all: bool) -> None:
    """Show the road to a role: what is missing, in the order in which to do it.

    Without ROLE it is about your target. What you claim comes first: it only needs
    evidence. Then comes work in progress, then what you have not started, stage by
    stage. In a stage, required comes before expected, and what other rows depend on
    comes before them. Where you need an offer, the first step is to apply.

    Hours are the estimates of the items, less what you did. Once you have finished five
    items of a kind, your own ratio multiplies them. Hours are work; no result is
    promised.
    """
    with library(app) as db:
        choice = choose_role(db, app.settings, role, variant)
        answer = read_gaps(db, app.settings, choice, app.today, show_all=show_all)
    app.show("gaps", answer, gaps_data, gaps_text)
