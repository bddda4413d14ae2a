"""`week`, which bare `tracker` shows too."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.connect import database_exists
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.plans.rules.week import empty_week
from tracker.plans.service.week import read_week
from tracker.plans.view.week import week_data, week_text


@command("week", examples="tracker week\ntracker week --json")
@pass_app
def week(app: App) -> None:
    """Show this week: hours by day and item, the timer, plans and what to do next.

    It creates no database.
    """
    answer = empty_week(app.today)
    if database_exists(app.path):
        with library(app) as db:
            answer = read_week(db, app.today, instant_to_seconds(app.now), app.settings)
    app.show("week", answer, week_data, partial(week_text, app.zone))
