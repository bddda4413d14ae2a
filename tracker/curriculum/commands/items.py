"""items."""

import click

from tracker.app import App, command, pass_app
from tracker.curriculum.rules.item_filter import filter_items
from tracker.curriculum.rules.items import STATUSES
from tracker.curriculum.store.items import read_items
from tracker.curriculum.view import items_data, items_text
from tracker.database.bridge import raw_connection
from tracker.database.library import library
from tracker.journal.store.items import choose_track


@command(
    "items",
    examples="""
    tracker items
    tracker items --track math
    tracker items --status doing
    tracker items --search "deep learning"
    """,
)
@click.option("--track", metavar="T", help="Only those of one track.")
@click.option("--status", type=click.Choice(STATUSES), help="Only those that stand so.")
@click.option(
    "--search", metavar="WORD", help="Only those with it in name, title or author."
)
@pass_app
def items(app: App, track: str | None, status: str | None, search: str | None) -> None:
    """List items, track by track: name, title, estimate, and how each stands.

    Without options all are listed, but those shipped no more that you never began.
    """
    with library(app) as db:
        of = choose_track(raw_connection(db), track) if track else None
        found = filter_items(read_items(db), of, status, search)
    app.show("items", found, items_data, items_text)
