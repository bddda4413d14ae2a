"""`sessions` and `report`."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.journal.completion import items_begun
from tracker.journal.rules.records import SessionFilter
from tracker.journal.rules.report_period import chosen_period
from tracker.journal.service.summaries import hours_report as report_of
from tracker.journal.service.summaries import list_sessions
from tracker.journal.store.items import choose_item, choose_track
from tracker.journal.view.report import report_data, report_text
from tracker.journal.view.sessions import listed_data, listed_text
from tracker.text.counts import CountParam
from tracker.text.params import DayParam, PeriodParam
from tracker.text.periods import Period

UNFILTERED = 50
BY = ("item", "track", "tag", "day", "week", "month")


@command(
    "sessions",
    examples="""tracker sessions
                tracker sessions fastai --since "12 may"
                tracker sessions --tag pair --json""",
)
@click.argument("item", required=False, shell_complete=items_begun)
@click.option("--since", type=DayParam(), help="From this day on.")
@click.option("--until", type=DayParam(), help="Up to this day, included.")
@click.option("--track", help="Of items of this track.")
@click.option("--tag", help="With this tag.")
@click.option(
    "--limit",
    type=CountParam(),
    help="The newest so many (default: 50, all where filtered).",
)
@pass_app
def sessions(
    app: App,
    item: str | None,
    since: date | None,
    until: date | None,
    track: str | None,
    tag: str | None,
    limit: int | None,
) -> None:
    """List sessions, newest last. The total is of all that match."""
    filtered = any((item, since, until, track, tag))
    with app.journal() as db:
        item_id = choose_item(db, item).id if item else None
        track = choose_track(db, track) if track else None
        chosen = SessionFilter(
            item_id, since, until, track, tag.lower().lstrip("+") if tag else None
        )
        found = list_sessions(db, chosen, limit or (-1 if filtered else UNFILTERED))
    app.show(
        "sessions",
        found,
        listed_data,
        partial(listed_text, app.today, app.zone, filtered),
    )


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
    type=click.Choice(BY),
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
