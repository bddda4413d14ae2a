"""`year`."""

from functools import partial

from tracker.app import App
from tracker.command import argument, command
from tracker.database.connect import database_exists
from tracker.database.library import library
from tracker.plans.commands.shared import check_options
from tracker.plans.rules.year import Year, last_weeks, parse_year
from tracker.plans.service.year import read_year
from tracker.plans.view.year import year_text
from tracker.plans.view.year_json import year_data


@command(
    "year",
    examples="""
    tracker year
    tracker year 2026
    tracker year -1
    """,
    takes_dashes=True,  # `-1` is a year
)
@argument("words", nargs=-1, metavar="[YEAR]")
def year(app: App, words: tuple[str, ...]) -> None:
    """Show your hours in a calendar, a sign for each day and a column for each week.

    The row Week has a sign for the hours of each week; below are those of each month.
    Without YEAR, it shows the last 52 weeks. How many hours a sign means depends on
    your own days. It creates no database.

    Without pictures (tracker config pictures none), it lists the weeks and their days
    in words.

    YEAR is a calendar year, such as 2026, or -1 or last for the one before this one.
    """
    check_options(words)
    days = parse_year(" ".join(words), app.today) if words else last_weeks(app.today)
    answer = Year(*days, {})
    if database_exists(app.path):
        with library(app) as db:
            answer = read_year(db, *days)
    app.show("year", answer, year_data, partial(year_text, app.today))
