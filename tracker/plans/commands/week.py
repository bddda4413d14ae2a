"""`week`, which bare `tracker` shows too."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.connect import database_exists
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.plans.rules.week import Week, empty_week
from tracker.plans.service import week as store
from tracker.plans.view.week import week_data, week_text


@command("week", examples="tracker week\ntracker week --json")
@pass_app
def week(app: App) -> None:
    """Hours of this week by day and item, what runs, is planned, and is next.

    Where there is no database yet, it makes none.
    """
    answer = _week(app) if database_exists(app.path) else empty_week(app.today)
    app.show("week", answer, week_data, partial(week_text, app.zone))


def _week(app: App) -> Week:
    with library(app) as db:
        return store.read_week(db, app.today, instant_to_seconds(app.now), app.settings)
