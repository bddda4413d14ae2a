"""The command `show`."""

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.milestones.rules.details import ItemDetails
from tracker.milestones.service.details import find_details
from tracker.milestones.view.item import item_details_data, item_details_text
from tracker.milestones.view.milestone import milestone_details_text
from tracker.milestones.view.milestone_json import milestone_details_data


@command(
    "show", examples="tracker show fastai\ntracker show few-hundred-hour-replication"
)
@click.argument("name", metavar="ITEM-or-MILESTONE")
@pass_app
def show(app: App, name: str) -> None:
    """Show everything about one item or milestone."""
    with library(app) as db:
        details = find_details(db, name, app.today)
    if isinstance(details, ItemDetails):
        app.show("item", details, item_details_data, item_details_text)
    else:
        app.show("milestone", details, milestone_details_data, milestone_details_text)
