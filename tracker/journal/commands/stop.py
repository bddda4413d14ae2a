"""`stop`: stop the timer and log the session."""

from datetime import datetime
from functools import partial

import click

from tracker.app import App, command, pass_app
from tracker.database.values import instant_to_seconds
from tracker.journal.commands.shared import moment, say_beside
from tracker.journal.rules.limits import (
    check_past,
    check_running,
    check_timer_age,
    source_of,
)
from tracker.journal.rules.pieces import split_stretch
from tracker.journal.rules.records import SessionDetails
from tracker.journal.service.sessions import write_session
from tracker.journal.service.summaries import summarise_written
from tracker.journal.store.timer import remove_timer, running_timer
from tracker.journal.view.sessions import written_data, written_text
from tracker.text.params import TimeParam
from tracker.text.stretches import Stretch


@command(
    "stop",
    examples='tracker stop -n "lesson 3"\ntracker stop --at "yesterday 22:00"',
    emptied=("note",),
)
@click.option("--at", type=TimeParam(), help="When it ended (default: now).")
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
