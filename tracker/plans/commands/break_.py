"""break."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.plans.rules.breaks import Break, check_known, check_new
from tracker.plans.store.breaks import add_break, read_breaks, remove_break
from tracker.plans.view.breaks import added_text, breaks_data, breaks_text, removed_text
from tracker.text.params import DayParam


@command(
    "break",
    examples="""
    tracker break "24 dec" "3 jan"
    tracker break
    tracker break 2026-12-24 2027-01-03 --remove
    """,
)
@click.argument("since", required=False, type=DayParam(ahead=True), metavar="[FROM")
@click.argument("until", required=False, type=DayParam(ahead=True), metavar="TO]")
@click.option("--remove", is_flag=True, help="Take back a break of just these days.")
@pass_app
def break_(app: App, since: date | None, until: date | None, remove: bool) -> None:
    """Plan days off, both days included. Such a break is no gap, and no part of your pace; forecasts step over it.

    Without days it lists the breaks. To end one early, take it back and plan it again with the days it was.
    """
    if since is None:
        _list(app, remove)
        return
    if until is None:
        raise Unreadable(
            "A break needs its last day too.", f"Type both: tracker break {since} DAY"
        )
    each, now = Break(since, until), instant_to_seconds(app.now)
    with library(app, write=True) as db:
        if remove:
            check_known(each, read_breaks(db))
            remove_break(db, each, now)
        else:
            check_new(each, read_breaks(db))
            add_break(db, each, now)
    app.show(
        "break",
        [each],
        breaks_data,
        partial(removed_text if remove else added_text, app.today),
    )


def _list(app: App, remove: bool) -> None:
    if remove:
        raise Unreadable(
            "--remove needs the days of the break.", "tracker break lists them."
        )
    with library(app) as db:
        found = read_breaks(db)
    app.show("break", found, breaks_data, partial(breaks_text, app.today))
