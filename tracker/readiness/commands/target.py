"""target."""

from tracker.app import App
from tracker.command import argument, command
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.readiness.commands.variant import VARIANT
from tracker.readiness.service.target import read_target, set_target
from tracker.readiness.view.ready_json import target_data
from tracker.readiness.view.roles import target_text


@command(
    "target",
    examples="""
    tracker target research-contributor-empirical
    tracker target research-lead-theoretical --variant mathematical
    tracker target
    """,
)
@argument("role", required=False)
@VARIANT
def target(app: App, role: str | None, variant: str | None) -> None:
    """Choose the role that you want. Without ROLE, show it.

    ready, gaps and next are then about this role.
    """
    with library(app, write=bool(role)) as db:
        if role:
            now_utc = instant_to_seconds(app.now)
            answer = set_target(db, app.settings, role, variant, now_utc)
        else:
            answer = read_target(db, app.settings, variant)
    app.show("target", answer, target_data, target_text)
