"""`week`, which bare `tracker` shows too."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from tracker.app import App
from tracker.command import argument, command
from tracker.database.connect import database_exists
from tracker.database.library import library
from tracker.modules import load_module
from tracker.plans.commands.shared import read_week_words
from tracker.plans.rules.week import Outlook, empty_week
from tracker.plans.service.week import read_week
from tracker.plans.view.week import week_text
from tracker.plans.view.week_json import week_data


@command(
    "week",
    examples="""
    tracker week
    tracker week -1
    tracker week 2026-W40
    tracker week "3 oct"
    """,
    takes_dashes=True,  # `-1` is a week
)
@argument("words", nargs=-1, metavar="[WEEK]")
def week(app: App, words: tuple[str, ...] = ()) -> None:
    """Show this week beside earlier ones, with plans and what to do next.

    `usually` is the mean of your last eight whole weeks, weeks of breaks left out, once
    you have four. It creates no database.

    WEEK is an earlier one: -1 or last, -2, 2026-W40, or a day in it. It is shown with
    what changed: milestones, evidence, progress, plans and notes.
    """
    answer = empty_week(app.today)
    monday = read_week_words(words, app.today)
    if monday != answer.hours.since:
        _show_earlier(app, monday)
        return
    if database_exists(app.path):
        with library(app) as db:
            answer = read_week(db, app.now, app.today, app.settings, _find_outlooks)
    app.show("week", answer, week_data, partial(week_text, app.zone))


def _show_earlier(app: App, monday: date) -> None:
    """Show a week that is over; its modules wait until one is asked for."""
    look = load_module("tracker.plans.rules.week_look").empty_look(monday, app.today)
    if database_exists(app.path):
        service = load_module("tracker.plans.service.week_look")
        with library(app) as db:
            look = service.read_week_look(db, monday, app.today)
    view = load_module("tracker.plans.view.week_look")
    app.show("week", look, view.week_look_data, view.week_look_text)


def _find_outlooks(*facts: Any) -> Iterable[Outlook]:
    """Plans with their forecasts, whose modules wait until something is planned."""
    module = load_module("tracker.plans.service.week_outlooks")
    outlooks: Iterable[Outlook] = module.find_outlooks(*facts)
    return outlooks
