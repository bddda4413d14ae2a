"""The command `show`."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.milestones.rules.details import ItemDetails, MilestoneDetails
from tracker.milestones.view.item import item_details_text
from tracker.milestones.view.item_json import item_details_data
from tracker.milestones.view.milestone import milestone_details_text
from tracker.milestones.view.milestone_json import milestone_details_data
from tracker.readiness.rules.answers import SkillLine
from tracker.readiness.rules.role_answers import RoleAnswer
from tracker.readiness.service.details import find_any_details
from tracker.readiness.view.role import named_bars_text, whole_role_text
from tracker.readiness.view.role_json import named_bars_data, whole_role_data
from tracker.readiness.view.skills import skill_data, skill_text


@command(
    "show",
    examples="""
    tracker show fastai
    tracker show few-hundred-hour-replication
    tracker show software-engineer
    tracker show research-lead-theoretical --variant mathematical
    tracker show redwood-bar
    """,
)
@argument("name", metavar="NAME")
@option("--variant", metavar="VARIANT", help="Show only this variant of a role.")
def show(app: App, name: str, variant: str | None) -> None:
    """Show everything about one item, milestone, skill or role.

    A role is shown with the guide's words for each requirement, what employers said,
    and how to apply. `redwood-bar` shows what one employer said.
    """
    with library(app) as db:
        details = find_any_details(db, name, variant, app.today)
    if isinstance(details, ItemDetails):
        app.show("item", details, item_details_data, item_details_text)
    elif isinstance(details, MilestoneDetails):
        app.show("milestone", details, milestone_details_data, milestone_details_text)
    elif isinstance(details, SkillLine):
        app.show("skills", details, skill_data, skill_text)
    elif isinstance(details, RoleAnswer):
        app.show("role", details, whole_role_data, whole_role_text)
    else:
        app.show("bar", details, named_bars_data, named_bars_text)
