"""`start`: start the timer."""

from datetime import datetime

import click

from tracker.app import App, command, pass_app
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.journal.commands.shared import moment
from tracker.journal.completion import items_begun
from tracker.journal.rules.limits import (
    check_past,
    check_stopped,
)
from tracker.journal.service.summaries import timer_status
from tracker.journal.store.items import choose_item
from tracker.journal.store.timer import running_timer, start_timer
from tracker.journal.view import timer as view
from tracker.text.params import TimeParam
from tracker.text.stretches import split_tags


@command(
    "start", examples="tracker start fastai\ntracker start ziegler --at 9:30 +pair"
)
@click.argument("item", shell_complete=items_begun)
@click.argument("words", nargs=-1)
@click.option("--at", type=TimeParam(), help="When it began (default: now).")
@pass_app
def start(app: App, item: str, words: tuple[str, ...], at: datetime | None) -> None:
    """Start the timer on ITEM; WORDS that start with + are tags. There is one timer."""
    said = split_tags(words)
    if said.text:
        raise Unreadable(
            f"'{said.text}' is not a tag.",
            f"Tags begin with +; for an amount: tracker log {item} 1h30m",
        )
    began = at or app.now
    check_past(began, app.now)
    with app.journal(write=True) as db:
        check_stopped(running_timer(db))
        found = choose_item(db, item)
        timer = start_timer(
            db,
            found,
            began,
            said.tags,
            instant_to_seconds(app.now),
            by_hand=at is not None,
        )
        now = timer_status(db, moment(app))
    text = view.started_text(item, app.today, app.zone, timer, found)
    app.show("status", now, view.standing_data, lambda _: text)
