"""`continue`: start the timer on the last item again."""

from tracker.app import App
from tracker.command import argument, command
from tracker.errors import Unreadable
from tracker.journal.commands.moment import command_moment
from tracker.journal.commands.start import show_started
from tracker.journal.service.timer_start import continue_timer
from tracker.system import join


@command("continue", examples="tracker continue")
@argument("words", nargs=-1, metavar="")
def continue_(app: App, words: tuple[str, ...]) -> None:
    """Start the timer on the last item again, with the same tags and note."""
    if words:
        message = "continue is for the last item; it takes no words."
        raise Unreadable(message, f"To start with these: tracker start {join(words)}")
    with app.journal(write=True) as db:
        answer = continue_timer(db, command_moment(app))
    show_started(app, answer)
