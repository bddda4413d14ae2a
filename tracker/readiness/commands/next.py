"""next."""

from tracker.app import App
from tracker.command import command
from tracker.database.library import library
from tracker.readiness.service.gaps import read_next
from tracker.readiness.view.gaps_json import next_data
from tracker.readiness.view.next_actions import next_text


@command("next", examples="tracker next")
def next(app: App) -> None:
    """List up to five things to do next.

    Where you can apply now comes first. Then come work in progress, what only needs
    evidence, and the next steps on the road to your target. The whole road: tracker gaps
    """
    with library(app) as db:
        answer = read_next(db, app.settings)
    app.show("next", answer, next_data, next_text)
