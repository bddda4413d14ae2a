"""`continue`: start the timer on the last item again."""

from tracker.app import App, command, pass_app
from tracker.journal.commands.shared import command_moment, show_started
from tracker.journal.service.timer_start import continue_timer


@command("continue", examples="tracker continue")
@pass_app
def continue_(app: App) -> None:
    """Start the timer on the last item again, with the same tags and note."""
    with app.journal(write=True) as db:
        answer = continue_timer(db, command_moment(app))
    show_started(app, answer)
