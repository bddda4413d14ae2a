"""`pause`: stop the timer for a while."""

from functools import partial

from tracker.app import App
from tracker.command import command
from tracker.journal.commands.moment import command_moment
from tracker.journal.commands.shared import show_and_remark, show_nothing_logged
from tracker.journal.rules.timers import TimerOptions
from tracker.journal.service.timer_stop import stop_timer
from tracker.journal.view.timer import paused_text
from tracker.journal.view.written_sessions import written_data


@command("pause", examples="tracker pause")
def pause(app: App) -> None:
    """Stop the timer and log the session; tracker continue goes on with it."""
    with app.journal(write=True) as db:
        answer = stop_timer(db, (), TimerOptions(), command_moment(app))
    if answer is None:
        show_nothing_logged(app)
        return
    text = partial(paused_text, app.today, app.zone)
    show = partial(app.show, "session", answer, written_data, text)
    show_and_remark(app, show, answer)
