"""`sessions`: list sessions."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.journal.completion import items_begun
from tracker.journal.rules.records import SessionFilter
from tracker.journal.service.summaries import list_sessions
from tracker.journal.store.items import choose_item, choose_track
from tracker.journal.view.sessions import listed_data, listed_text
from tracker.text.counts import CountParam
from tracker.text.params import DayParam

UNFILTERED = 50


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
