"""`start`: start the timer."""

from functools import partial
from shlex import quote

import click

from tracker.app import App, command, pass_app
from tracker.errors import Unreadable
from tracker.journal.commands.shared import command_moment
from tracker.journal.completion import complete_items
from tracker.journal.service.timer import start_timer
from tracker.journal.view.timer import started_text, status_data
from tracker.text.columns import quoted
from tracker.text.stretches import split_tags


@command(
    "start", examples="tracker start fastai\ntracker start ziegler --at 9:30 +pair"
)
@click.argument("item", shell_complete=complete_items)
@click.argument("typed_words", nargs=-1, metavar="[WORDS]...")
@click.option("--at", default="", metavar="TIME", help="When you began (default: now).")
@pass_app
def start(app: App, item: str, typed_words: tuple[str, ...], at: str) -> None:
    """Start the timer on ITEM. WORDS that start with + are tags.

    Only one timer runs at a time.
    """
    parsed = split_tags(typed_words)
    if parsed.text:
        raise Unreadable(
            f"{quoted(parsed.text)} is not a tag. Tags begin with +.",
            f"To log an amount: tracker log {quote(item)} 1h30m",
        )
    moment = command_moment(app)
    with app.journal(write=True) as db:
        chosen, status = start_timer(db, item, parsed.tags, at, moment)
    text = partial(started_text, item, app.today, app.zone, chosen)
    app.show("status", status, status_data, text)
