"""`week`, which bare `tracker` shows too."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from tracker.app import App, command, load_module, pass_app
from tracker.database.connect import database_exists
from tracker.database.library import library
from tracker.plans.rules.week import Outlook, empty_week
from tracker.plans.service.week import read_week
from tracker.plans.view.week import week_text
from tracker.plans.view.week_json import week_data


@command("week", examples="tracker week\ntracker week --json")
@pass_app
def week(app: App) -> None:
    """Show this week beside earlier ones, with plans and what to do next.

    `usually` is the mean of your last eight whole weeks, weeks of breaks left out, once
    you have four. It creates no database.
    """
    answer = empty_week(app.today)
    if database_exists(app.path):
        with library(app) as db:
            answer = read_week(db, app.now, app.today, app.settings, _find_outlooks)
    app.show("week", answer, week_data, partial(week_text, app.zone))


def _find_outlooks(*facts: Any) -> Iterable[Outlook]:
    """Plans with their forecasts, whose modules wait until something is planned."""
    module = load_module("tracker.plans.service.week_outlooks")
    outlooks: Iterable[Outlook] = module.find_outlooks(*facts)
    return outlooks
