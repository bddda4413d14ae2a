"""`cancel`: discard the running timer."""

from functools import partial

from tracker.app import App, command, pass_app
from tracker.database.values import instant_to_seconds
from tracker.journal.rules.limits import (
    check_running,
)
from tracker.journal.store.timer import remove_timer, running_timer
from tracker.journal.view import timer as view


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
