"""The command `progress`."""

from tracker.app import App
from tracker.command import argument, command
from tracker.curriculum.service.item_changes import record_progress
from tracker.curriculum.view.messages import (
    item_change_data,
    item_change_text,
    progress_remarks,
)
from tracker.database.library import library
from tracker.journal.commands.moment import command_moment
from tracker.text.fractions import parse_progress


@command(
    "progress", examples="tracker progress fastai 3/7\ntracker progress fastai 40%"
)
@argument("item")
@argument("words", nargs=-1, required=True, metavar="3/7|40%")
def progress(app: App, item: str, words: tuple[str, ...]) -> None:
    """Record your progress with an item: parts done of all parts, or a percentage.

    Podcasts, newsletters, tools and habits never finish: log their hours instead.
    """
    part = parse_progress(" ".join(words))
    with library(app, write=True) as db:
        change = record_progress(db, item, part, command_moment(app))
    for remark in progress_remarks(change):
        app.remark(remark)
    app.show("item", change, item_change_data, item_change_text)
