"""`sessions`: list sessions."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.journal.completion import complete_items
from tracker.journal.rules.records import SessionFilter
from tracker.journal.service.summaries import list_sessions
from tracker.journal.store.items import choose_item, choose_track
from tracker.journal.view.session_list import session_list_data, session_list_text
from tracker.text.counts import CountParam
from tracker.text.params import DayParam

UNFILTERED = 50
ALL = -1


@command(
    "sessions",
    examples="""tracker sessions
                tracker sessions fastai --since "12 may"
                tracker sessions --tag pair --json""",
)
@click.argument("item", required=False, shell_complete=complete_items)
@click.option("--since", type=DayParam(), help="The first day.")
@click.option("--until", type=DayParam(), help="The last day, included.")
@click.option("--track", help="Only items of this track.")
@click.option("--tag", help="Only sessions with this tag.")
@click.option(
    "--limit",
    type=CountParam(),
    help=f"How many to list (default: {UNFILTERED}; all with a filter).",
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
    """List sessions, newest last. The total is of all sessions that match."""
    filtered = any((item, since, until, track, tag))
    with app.journal() as db:
        item_id = choose_item(db, item).id if item else None
        track_slug = choose_track(db, track) if track else None
        tag_name = tag.lower().lstrip("+") if tag else None
        chosen = SessionFilter(item_id, since, until, track_slug, tag_name)
        listed = list_sessions(db, chosen, limit or (ALL if filtered else UNFILTERED))
    text = partial(session_list_text, app.today, app.zone, filtered)
    app.show("sessions", listed, session_list_data, text)
