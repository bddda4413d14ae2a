"""`report`: hours by item, track, tag, day, week or month."""

from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.journal.commands.filters import session_filters
from tracker.journal.commands.groupings import GroupingsParam
from tracker.journal.rules.report_period import TypedFilter
from tracker.journal.service.chosen_timer import chosen_timer
from tracker.journal.service.reports import hours_report
from tracker.journal.service.session_choice import read_filter
from tracker.journal.view.report import report_data, report_text
from tracker.journal.view.session_filter import say_options
from tracker.text.periods import week_of


@command(
    "report",
    examples="""tracker report
                tracker report fastai last month
                tracker report --month --by day
                tracker report last week --by day,item""",
)
@session_filters
@click.option(
    "--by",
    type=GroupingsParam(),
    default="item",
    show_default=True,
    help="One row for each of these, or two of them: day,item.",
)
@pass_app
def report(app: App, typed: TypedFilter, by: tuple[str, ...]) -> None:
    """Total the hours of this week, or of another period.

    ITEM and PERIOD may come in any order. The total is the hours on the clock: time
    that two sessions share counts once, and the report names it.
    """
    with app.journal() as db:
        chosen = read_filter(db, typed, app.today, week_of(app.today))
        running = chosen_timer(db, chosen, app.now, app.today)
        hours = hours_report(db, chosen, by, app.today, running)
    if not hours.total.sessions and (chosen.since or chosen.until):
        app.remark(f"For all time: tracker report{say_options(chosen)} --all")
    app.show("report", hours, report_data, partial(report_text, app.today, app.zone))
