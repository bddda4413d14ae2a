"""`start`, `stop`, `cancel` and `status`: the one timer."""

from datetime import datetime
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.connect import database_exists
from tracker.database.values import instant_to_seconds
from tracker.errors import Unreadable
from tracker.journal.commands.shared import moment, say_beside
from tracker.journal.completion import items_begun
from tracker.journal.rules.limits import (
    check_past,
    check_running,
    check_stopped,
    check_timer_age,
    source_of,
)
from tracker.journal.rules.pieces import split_stretch
from tracker.journal.rules.records import SessionDetails, TimerStatus
from tracker.journal.service.sessions import write_session
from tracker.journal.service.summaries import summarise_written, timer_status
from tracker.journal.store.items import choose_item
from tracker.journal.store.timer import remove_timer, running_timer, start_timer
from tracker.journal.view import timer as view
from tracker.journal.view.sessions import written_data, written_text
from tracker.text.params import SpokenParam
from tracker.text.stretches import Stretch, parse_words


@command(
    "start", examples="tracker start fastai\ntracker start ziegler --at 9:30 +pair"
)
@click.argument("item", shell_complete=items_begun)
@click.argument("words", nargs=-1)
@click.option("--at", type=SpokenParam(), help="When it began (default: now).")
@pass_app
def start(app: App, item: str, words: tuple[str, ...], at: datetime | None) -> None:
    """Start the timer on ITEM; WORDS that start with + are tags. There is one timer."""
    said = parse_words(words)
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


@command(
    "stop",
    examples='tracker stop -n "lesson 3"\ntracker stop --at "yesterday 22:00"',
    emptied=("note",),
)
@click.option("--at", type=SpokenParam(), help="When it ended (default: now).")
@click.option("-n", "--note", default="", help="What it was about.")
@click.option("--trust", is_flag=True, help="It did run past 12 h.")
@pass_app
def stop(app: App, at: datetime | None, note: str, trust: bool) -> None:
    """Stop the timer and log the session; one that passes the start of a day becomes two.

    A timer that ran past 12 h is asked about: --at says when it ended, --trust that it is right.
    """
    when, ended = moment(app), at or app.now
    with app.journal(write=True) as db:
        timer = check_running(running_timer(db))
        seconds = instant_to_seconds(ended) - timer.started_at
        check_past(ended, app.now)
        began = datetime.fromtimestamp(timer.started_at, app.zone)
        if at is None:
            check_timer_age(seconds, timer.item, began, app.today, trusted=trust)
        pieces = split_stretch(Stretch(began.date(), began, seconds), None, when)
        typed = timer.by_hand or at is not None
        source = source_of(pieces[-1].day, app.today) if typed else "live"
        remove_timer(db, timer, when.now)
        entry = SessionDetails(
            timer.item_id, note.strip(), timer.tags, source, when.now
        )
        logged = summarise_written(
            db, write_session(db, entry, pieces, when, overlap=True), app.today
        )
    say_beside(app, logged)
    app.show(
        "session",
        logged,
        written_data,
        partial(written_text, "Logged", timer.item, app.today, app.zone),
    )


@command("cancel", examples="tracker cancel")
@pass_app
def cancel(app: App) -> None:
    """Throw the running timer away; nothing is logged."""
    with app.journal(write=True) as db:
        timer = check_running(running_timer(db))
        elapsed = instant_to_seconds(app.now) - timer.started_at
        remove_timer(db, timer, instant_to_seconds(app.now))
    app.show(
        "cancelled",
        timer,
        lambda _: view.timer_data(timer, elapsed),
        partial(view.cancelled_text, elapsed),
    )


@command("status", examples="tracker status\nPS1='$(tracker status --line) $ '")
@click.option(
    "--line",
    is_flag=True,
    help="What runs, short, for a shell's prompt; empty where nothing does.",
)
@pass_app
def status(app: App, line: bool) -> None:
    """What runs, and the hours of today and this week; on a first day it makes nothing."""
    if not database_exists(app.path):
        app.show(
            "status",
            TimerStatus(None, 0, 0, 0),
            view.standing_data,
            lambda _: "" if line else view.NOTHING,
        )
        return
    with app.journal() as db:
        now = timer_status(db, moment(app))
    text = view.line_text if line else partial(view.standing_text, app.today, app.zone)
    app.show("status", now, view.standing_data, text)
