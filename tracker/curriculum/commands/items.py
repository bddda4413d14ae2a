"""The command `items`."""

from tracker.app import App
from tracker.choices import ITEM_STATUSES
from tracker.command import command, option
from tracker.curriculum.rules.item_filter import filter_items
from tracker.curriculum.store.items import read_items
from tracker.curriculum.view.items import items_data, items_text
from tracker.database.library import library
from tracker.journal.store.items import choose_track
from tracker.text.columns import join_words


@command(
    "items",
    examples="""
    tracker items
    tracker items --track math
    tracker items --status doing
    tracker items --search "deep learning"
    """,
)
@option("--track", metavar="TRACK", help="Only items of this track.")
@option(
    "--status",
    choices=ITEM_STATUSES,
    metavar="STATUS",
    help=f"Only items with this status: {join_words(ITEM_STATUSES, 'or')}.",
)
@option(
    "--search", metavar="TEXT", help="Only items with this in name, title or author."
)
def items(app: App, track: str | None, status: str | None, search: str | None) -> None:
    """List items by track: name, estimate, status and title.

    Items removed from the curriculum are left out, unless you started them.
    In --status, `planned` means not started and `doing` means in progress.
    """
    with library(app) as db:
        slug = choose_track(db, track) if track else None
        listed = filter_items(read_items(db), slug, status, search)
    app.show("items", listed, items_data, items_text)
