"""`report`: hours by item, track, tag, day, week or month."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.journal.rules.report_period import chosen_period
from tracker.journal.service.summaries import hours_report as report_of
from tracker.journal.view.report import report_data, report_text
from tracker.text.choices import GROUPINGS
from tracker.text.params import DayParam, PeriodParam
from tracker.text.periods import Period


@command(
    "report",
    examples="""tracker report
                tracker report --month --by day
                tracker report --period 2026Q2 --by track""",
)
@click.option("-w", "--week", is_flag=True, help="This week (the default).")
@click.option("-m", "--month", is_flag=True, help="This month.")
@click.option("-y", "--year", is_flag=True, help="This year.")
@click.option("-a", "--all", "whole", is_flag=True, help="All time.")
@click.option("--since", type=DayParam(), help="From this day on.")
@click.option("--until", type=DayParam(), help="Up to this day, included.")
@click.option(
    "--period",
    type=PeriodParam(),
    help='A period: 2026-05, 2026-W24, 2026Q2, "last week".',
)
@click.option(
    "--by",
    type=click.Choice(GROUPINGS),
    default="item",
    show_default=True,
    help="What to sum by.",
)
@pass_app
def report(
    app: App,
    week: bool,
    month: bool,
    year: bool,
    whole: bool,
    since: date | None,
    until: date | None,
    period: Period | None,
    by: str,
) -> None:
    """Totals of this week, or of the days named.

    The total is what the clock shows: time that two sessions share counts once, and is named.
    """
    flags = {"week": week, "month": month, "year": year, "all": whole}
    spans = [name for name, given in flags.items() if given]
    asked = chosen_period(spans, since, until, period, app.today)
    with app.journal() as db:
        found = report_of(db, asked, by, app.today)
    app.show("report", found, report_data, partial(report_text, app.today))
