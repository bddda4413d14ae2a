"""The command `milestones`."""

from functools import partial

from tracker.app import App
from tracker.command import command, option
from tracker.database.library import library
from tracker.milestones.service.milestone_lists import (
    list_milestones,
    list_role_milestones,
)
from tracker.milestones.view.milestone_list import milestones_text, role_milestones_text
from tracker.milestones.view.milestone_list_json import (
    milestones_data,
    role_milestones_data,
)


@command(
    "milestones",
    examples="""
    tracker milestones
    tracker milestones --open
    tracker milestones --for research-contributor-empirical
    """,
)
@option("--open", "only_open", is_flag=True, help="Only those not reached or dropped.")
@option(
    "--for",
    "role",
    metavar="ROLE",
    help="Only those that count towards a role, each with the command to type.",
)
def milestones(app: App, only_open: bool, role: str | None) -> None:
    """List milestones: results you can show to others, and which you have reached."""
    if role is None:
        with library(app) as db:
            statuses = list_milestones(db, app.today, only_open=only_open)
        app.show("milestones", statuses, milestones_data, milestones_text)
        return
    with library(app) as db:
        listed = list_role_milestones(db, role, app.today, only_open=only_open)
    app.show(
        "milestones",
        listed.matches,
        partial(role_milestones_data, listed.role),
        partial(role_milestones_text, listed.title),
    )
