"""road."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.readiness.commands.variant import VARIANT
from tracker.readiness.rules.answers import RoadAnswer
from tracker.readiness.service.road import is_target, read_road_map
from tracker.readiness.service.role_choice import choose_role
from tracker.readiness.view.road import road_text
from tracker.readiness.view.road_json import road_data


@command("road", examples="tracker road\ntracker road professor\ntracker road --all")
@argument("role", required=False)
@VARIANT
@option(
    "--all", "show_all", is_flag=True, help="List what is only helpful in full too."
)
def road(app: App, role: str | None, variant: str | None, show_all: bool) -> None:
    """Show the whole road to a role: what is done, in progress, next and open.

    Without ROLE it is about your target. Stage by stage, each milestone stands below
    what it needs, with its items. Those marked next can be begun now; the first lines
    name those of `tracker next`. `gaps` lists only what is missing, with how to show it.
    """
    with library(app) as db:
        choice = choose_role(db, app.settings, role, variant)
        road_map = read_road_map(db, choice)
    answer = RoadAnswer(road_map, app.today, show_all, is_target(choice, app.settings))
    app.show("road", answer, road_data, road_text)
