"""`week`, which bare `tracker` shows too."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.connect import is_there
from tracker.database.library import library
from tracker.database.values import instant_in
from tracker.outlook.rules.week import Week, empty_week
from tracker.outlook.store import week as store
from tracker.outlook.view.week import week_data, week_text


@command("week", examples="tracker week\ntracker week --json")
@pass_app
def week(app: App) -> None:
    """Hours of this week by day and item, what runs, is planned, and is next.

    Where there is no database yet, it makes none.
    """
    answer = _week(app) if is_there(app.path) else empty_week(app.today)
    app.show("week", answer, week_data, partial(week_text, app.zone))


def _week(app: App) -> Week:
    with library(app) as db:
        return store.week(db, app.today, instant_in(app.now), app.settings)
