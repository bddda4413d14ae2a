"""`year`."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.plans.rules.year import last_weeks, parse_year
from tracker.plans.service.year import read_year
from tracker.plans.view.year import year_text
from tracker.plans.view.year_json import year_data


@command(
    "year",
    examples="""
    tracker year
    tracker year 2026
    """,
)
@click.argument("words", nargs=-1, metavar="[YEAR]")
@pass_app
def year(app: App, words: tuple[str, ...]) -> None:
    """Show your hours in a calendar, a sign for each day and a column for each week.

    Below it are the hours of each week and of each month. Without YEAR, it shows the
    last 52 weeks. How many hours a sign means depends on your own days.
    """
    days = parse_year(" ".join(words), app.today) if words else last_weeks(app.today)
    with library(app) as db:
        answer = read_year(db, *days)
    app.show("year", answer, year_data, partial(year_text, app.today))
