"""show and milestones."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.bridge import raw_connection
from tracker.database.library import library
from tracker.milestones.rules.role_milestones import find_role_milestones
from tracker.milestones.service.details import (
    all_statuses,
    item_details,
    milestone_details,
)
from tracker.milestones.store.names import find_shown
from tracker.milestones.store.role_milestones import read_role_milestones, role_title
from tracker.milestones.store.role_names import find_role
from tracker.milestones.view.item import item_details_data, item_details_text
from tracker.milestones.view.milestone import milestone_details_text
from tracker.milestones.view.milestone_json import milestone_details_data
from tracker.milestones.view.milestone_list import (
    milestones_data,
    milestones_text,
    role_milestones_data,
    role_milestones_text,
)


@command(
    "show", examples="tracker show fastai\ntracker show few-hundred-hour-replication"
)
@click.argument("name", metavar="ITEM-or-MILESTONE")
@pass_app
def show(app: App, name: str) -> None:
    """Show one item or milestone whole: what it is, how it stands, and what is around it."""
    with library(app) as db:
        kind, slug = find_shown(db, name)
        item = item_details(db, slug, app.today) if kind == "item" else None
        milestone = (
            milestone_details(db, slug, app.today) if kind == "milestone" else None
        )
    if item:
        app.show("item", item, item_details_data, item_details_text)
    if milestone:
        app.show("milestone", milestone, milestone_details_data, milestone_details_text)


@command(
    "milestones",
    examples="""
    tracker milestones
    tracker milestones --open
    tracker milestones --for research-contributor-empirical
    """,
)
@click.option(
    "--open",
    "only_open",
    is_flag=True,
    help="Only what is not reached, over or dropped.",
)
@click.option(
    "--for",
    "role",
    metavar="ROLE",
    help="What a role asks for, each with the line to paste.",
)
@pass_app
def milestones(app: App, only_open: bool, role: str | None) -> None:
    """List the things one can show, and which of them you have reached."""
    with library(app) as db:
        found = all_statuses(db, app.today)
        slug = find_role(raw_connection(db), role) if role else ""
        wanted, title = (
            (read_role_milestones(db, slug), role_title(db, slug)) if slug else ([], "")
        )
    if only_open:
        found = {
            name: each
            for name, each in found.items()
            if each.state in ("open", "trying")
        }
    if slug:
        app.show(
            "milestones",
            find_role_milestones(wanted, found),
            partial(role_milestones_data, slug),
            partial(role_milestones_text, title),
        )
    else:
        app.show("milestones", list(found.values()), milestones_data, milestones_text)
