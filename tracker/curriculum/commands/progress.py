"""progress and skip."""

from collections.abc import Sequence

import click

from tracker.app import App, command, pass_app
from tracker.curriculum.rules.checks import check_progress
from tracker.curriculum.rules.items import Item
from tracker.curriculum.store.changes import set_progress, set_state
from tracker.curriculum.store.names import find_item
from tracker.curriculum.view import changed_text, item_data
from tracker.database.bridge import raw_connection
from tracker.database.library import library
from tracker.database.values import instant_to_seconds
from tracker.journal.store.items import choose_item
from tracker.journal.view.sessions import item_match_lines
from tracker.text.params import ProgressParam


@command(
    "progress", examples="tracker progress fastai 3/7\ntracker progress fastai 40%"
)
@click.argument("item")
@click.argument("part", type=ProgressParam(), metavar="3/7|40%")
@pass_app
def progress(app: App, item: str, part: tuple[int, int]) -> None:
    """Say how far you are with an item: parts done of all parts, or a percentage.

    Podcasts, newsletters, tools and habits never finish: they have hours, and no percentage.
    """
    with library(app, write=True) as db:
        found = choose_item(
            raw_connection(db), item, "it is of an item that one says how far one is"
        )
        before = find_item(db, found.slug)
        check_progress(before)
        set_progress(db, before, *part, app.today, instant_to_seconds(app.now))
        after = find_item(db, before.slug)
    if before.state:
        app.remark(f"It was {before.shown_status}; it is under way again.")
    if part[0] == part[1]:
        app.remark(f"All of it? Then say so: tracker done {after.slug}")
    _show_said(app, after, item_match_lines(item, found))


@command("skip", examples="tracker skip pytorch-tutorials")
@click.argument("item")
@pass_app
def skip(app: App, item: str) -> None:
    """Leave an item out because you need no more of it: what requires it, alone or as one of a group, counts it as met.

    It practises and shows nothing, and work that is asked for itself is still to do. To give an item up, `drop` it; to
    take either back, `reopen` it.
    """
    with library(app, write=True) as db:
        found = choose_item(
            raw_connection(db), item, "it is an item that can be left out"
        )
        before = find_item(db, found.slug)
        set_state(db, before, "skipped", app.today, instant_to_seconds(app.now))
        after = find_item(db, before.slug)
    _show_said(app, after, item_match_lines(item, found))


def _show_said(app: App, item: Item, read: Sequence[str]) -> None:
    """Say back how an item stands now, and how its name was read."""
    app.show(
        "item",
        item,
        lambda each: {"item": item_data(each)},
        lambda each: "\n".join([changed_text(each), *read]),
    )
