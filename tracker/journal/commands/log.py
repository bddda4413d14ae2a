"""`log`: write a session down."""

from datetime import date
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.errors import Unreadable
from tracker.journal.commands.shared import moment, say_beside
from tracker.journal.completion import items_begun
from tracker.journal.rules.limits import source_of
from tracker.journal.rules.pieces import split_stretch
from tracker.journal.rules.records import SessionDetails, SessionFilter
from tracker.journal.service.sessions import write_session
from tracker.journal.service.summaries import list_sessions, summarise_written
from tracker.journal.store.items import choose_item
from tracker.journal.view import sessions as view
from tracker.text.amounts import parse_amount
from tracker.text.params import DayParam
from tracker.text.stretches import Stretch, parse_from_to, parse_stretch, split_tags

LATEST = 10


@command(
    "log",
    examples="""tracker log fastai 1h30m
                tracker log fastai 9am - 10:30 +pair -n "lesson 3"
                tracker log fastai 45m --on yesterday
                tracker log""",
    emptied=("note",),
)
@click.argument("item", required=False, shell_complete=items_begun)
@click.argument("words", nargs=-1)
@click.option("--on", "day", type=DayParam(), help="The day studied (default: today).")
@click.option(
    "--from",
    "start",
    metavar="TIME",
    help="When it began; with --to, or with an amount.",
)
@click.option(
    "--to", "end", metavar="TIME", help="When it ended; with --from, or with an amount."
)
@click.option("-n", "--note", default="", help="What it was about.")
@click.option(
    "--overlap",
    is_flag=True,
    help="Both ran at once: log it although another session has that time.",
)
@pass_app
def log(
    app: App,
    item: str | None,
    words: tuple[str, ...],
    day: date | None,
    start: str | None,
    end: str | None,
    note: str,
    overlap: bool,
) -> None:
    """Log a session on ITEM.

    WORDS are an amount (1h30m, 90m, 1.5h) or a range (9am-10:30, "yesterday 20:15-22:00"); those that start with +
    are tags. Without ITEM it lists the latest sessions.
    """
    if item is None:
        _latest(app, bool(day or start or end or note))
        return
    said = split_tags(words)
    when = moment(app)
    stretch = _stretch(app, item, said.text, start, end, day)
    pieces = split_stretch(stretch, day, when)
    with app.journal(write=True) as db:
        found = choose_item(db, item)
        entry = SessionDetails(
            found.id,
            note.strip(),
            said.tags,
            source_of(pieces[-1].day, app.today),
            when.now,
        )
        logged = summarise_written(
            db,
            write_session(db, entry, pieces, when, overlap=overlap),
            app.today,
            item=found,
        )
    say_beside(app, logged)
    app.show(
        "session",
        logged,
        view.written_data,
        partial(view.written_text, "Logged", item, app.today, app.zone),
    )


def _stretch(
    app: App, item: str, text: str, start: str | None, end: str | None, day: date | None
) -> Stretch:
    if start or end:
        amount = parse_amount(text) if text else None
        return parse_from_to(start, end, amount, app.now, app.today, app.zone, day)
    if not text:
        raise Unreadable(
            "That says no amount of time.",
            f"Type it after the item: tracker log {item} 1h30m, or a range, 9:00-10:30.",
        )
    return parse_stretch(text, app.now, app.today, app.zone, day)


def _latest(app: App, more: bool) -> None:
    if more:
        raise Unreadable(
            "That names no item.",
            "Type it first: tracker log fastai 1h30m --on yesterday",
        )
    with app.journal() as db:
        found = list_sessions(db, SessionFilter(), LATEST)
    app.show(
        "sessions",
        found,
        view.listed_data,
        partial(view.listed_text, app.today, app.zone, False),
    )
