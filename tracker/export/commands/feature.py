"""`feature`: the order of works in exports."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.export.service.feature import order_works, read_works
from tracker.export.view.feature import ordered_text, works_data, works_text


@command(
    "feature",
    examples="""
    tracker feature
    tracker feature gpt2-small ppo
    tracker feature --hide python-done
    """,
)
@argument("works", nargs=-1, metavar="[WORK]...")
@option(
    "--hide",
    multiple=True,
    metavar="WORK",
    help="Leave this work out of exports.",
)
@option(
    "--show",
    multiple=True,
    metavar="WORK",
    help="Bring back a work you left out.",
)
def feature(
    app: App, works: tuple[str, ...], hide: tuple[str, ...], show: tuple[str, ...]
) -> None:
    """Put your best works first in exports, or leave some out.

    A work is all that you reached with one item, or one milestone. Name it by its item,
    a milestone or a part of its title; those that you name come first, in this order,
    the others after them. Without WORK, list the works. `export --only WORK` chooses
    works for one export alone.
    """
    if not (works or hide or show):
        with library(app) as db:
            listed = read_works(db)
        app.show("works", listed, works_data, works_text)
        return
    now_utc = instant_to_seconds(app.now)
    with library(app, write=True) as db:
        listed = order_works(db, works, hide, show, now_utc)
    app.show("works", listed, works_data, ordered_text)
