"""gaps and next."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.readiness.commands.role_choice import role_meant
from tracker.readiness.rules.gaps import find_gaps, plan_required
from tracker.readiness.rules.next_actions import next_actions
from tracker.readiness.rules.readiness import judge_readiness
from tracker.readiness.rules.strengths import find_strengths
from tracker.readiness.store.facts import read_facts as read_facts
from tracker.readiness.store.facts import read_roles as read_roles
from tracker.readiness.store.pace import pace
from tracker.readiness.view.gaps import GapsAnswer, gaps_text
from tracker.readiness.view.gaps_json import gaps_data, next_data
from tracker.readiness.view.next_actions import next_text


@command("gaps", examples="tracker gaps\ntracker gaps professor\ntracker gaps --steps")
@click.argument("role", required=False)
@click.option(
    "--variant",
    metavar="V",
    help="One of its variants, where it has some (default: the first).",
)
@click.option(
    "--steps", is_flag=True, help="Unfold the steps: a mentor, funding, an evaluation."
)
@pass_app
def gaps(app: App, role: str | None, variant: str | None, steps: bool) -> None:
    """What a role (default: your target) still asks for, and what closes it.

    What you have and nobody can look at comes first, at the hours of showing it; then what is under way; then what is
    not begun, with the items on the way. An item takes its estimate, times your own ratio once five are finished, less
    what you said is done of it, else less the hours you logged. The result itself nobody can promise.
    """
    with library(app) as db:
        roles, facts, weekly = (
            read_roles(db),
            read_facts(db),
            pace(db, app.settings, app.today),
        )
    meant, own = role_meant(app, roles, role, variant), find_strengths(facts)
    found = find_gaps(judge_readiness(*meant, facts, own), facts, own)
    app.show(
        "gaps",
        GapsAnswer(found, plan_required(found), weekly, steps),
        gaps_data,
        gaps_text,
    )


@command("next", examples="tracker next")
@pass_app
def next(app: App) -> None:
    """A few things to do next: what is under way, what is quickly shown, and first steps toward your target."""
    with library(app) as db:
        roles, facts = read_roles(db), read_facts(db)
    own, found = find_strengths(facts), None
    if app.settings.get("target"):
        meant = role_meant(app, roles, None, None)
        found = find_gaps(judge_readiness(*meant, facts, own), facts, own)
    app.show(
        "next",
        next_actions(facts, own, found),
        next_data,
        partial(next_text, gaps=found),
    )
