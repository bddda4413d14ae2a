"""`cancel`: discard the running timer."""

from functools import partial

from tracker.app import App
from tracker.command import command
from tracker.journal.commands.moment import command_moment
from tracker.journal.service.timer import cancel_timer
from tracker.journal.view.status import timer_data
from tracker.journal.view.timer import cancelled_text


@command("cancel", examples="tracker cancel")
def cancel(app: App) -> None:
    """Discard the running timer. Nothing is logged; tracker undo brings it back."""
    app.bears_faults = True  # the timer may be what is wrong
    now_utc = command_moment(app).now_utc
    with app.journal(write=True) as db:
        timer, elapsed = cancel_timer(db, now_utc)
    text = partial(cancelled_text, app.today, app.zone, elapsed)
    app.show("cancelled", timer, lambda _: timer_data(timer, elapsed), text)
