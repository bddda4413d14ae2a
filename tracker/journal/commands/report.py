"""`report`: hours by item, track, tag, day, week or month."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.choices import GROUPINGS
from tracker.journal.rules.report_period import choose_period
from tracker.journal.service.summaries import hours_report
from tracker.journal.view.report import report_data, report_text
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
@click.option("--since", type=DayParam(), help="The first day.")
@click.option("--until", type=DayParam(), help="The last day, included.")
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
    help="One row for each of these.",
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
    """Total the hours of this week, or of another period.

    The total is the hours on the clock: time that two sessions share counts once, and
    the report names it.
    """
    flags = {"week": week, "month": month, "year": year, "all": whole}
    spans = [name for name, is_set in flags.items() if is_set]
    chosen = choose_period(spans, since, until, period, app.today)
    with app.journal() as db:
        hours = hours_report(db, chosen, by, app.today)
    app.show("report", hours, report_data, partial(report_text, app.today))
