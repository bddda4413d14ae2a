"""`stop`: stop the timer and log the session."""

from tracker.app import App
from tracker.command import argument, command, option
from tracker.journal.commands.moment import command_moment
from tracker.journal.commands.shared import (
    note_option,
    show_nothing_logged,
    show_written,
)
from tracker.journal.rules.timers import TimerOptions
from tracker.journal.service.timer_stop import stop_timer
from tracker.limits import TIMER_TRUSTED_FOR
from tracker.system import join
from tracker.text.amounts import say_hours

_TRUSTED_FOR = say_hours(TIMER_TRUSTED_FOR)


@command(
    "stop",
    examples="""tracker stop
                tracker stop "lesson 3" +pair
                tracker stop 23:30""",
    emptied=("note",),
)
@argument("words", nargs=-1, metavar="[WORDS]...")
@option("--at", default="", metavar="TIME", help="When you stopped (default: now).")
@note_option("What the session was about; '' for no note.", None)
@option("--trust", is_flag=True, help=f"You did work longer than {_TRUSTED_FOR}.")
def stop(
    app: App, words: tuple[str, ...], at: str, note: str | None, trust: bool
) -> None:
    """Stop the timer and log the session.

    WORDS come in any order: when you stopped (23:30 is the one since the start), +tags,
    and a note in quotes. A timer of more than 6 h, or through the night, needs a time
    or --trust. Hours with a typed time are not timer hours in exports.
    """
    options = TimerOptions(at, note, trusted=trust, command=join(app.arguments))
    with app.journal(write=True) as db:
        answer = stop_timer(db, words, options, command_moment(app))
    if answer is None:
        show_nothing_logged(app)
        return
    last = answer.sessions[-1]
    show_written(app, "Logged", last.item, answer, has_day=False, word_note=last.note)
