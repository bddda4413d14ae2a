"""`start`: start the timer."""

from functools import partial

from tracker.app import App
from tracker.command import argument, command, option
from tracker.journal.commands.moment import command_moment
from tracker.journal.commands.shared import note_option, show_and_remark
from tracker.journal.rules.timers import StartedTimer, TimerOptions
from tracker.journal.service.timer_start import start_timer
from tracker.journal.view.timer import started_data, started_text
from tracker.text.placeholders import check_no_placeholder


@command(
    "start",
    examples="""tracker start fastai
                tracker start ziegler 9:30 +pair "KL sweep"
                tracker start""",
    emptied=("note",),
)
@argument("words", nargs=-1, metavar="[ITEM] [WORDS]...")
@option("--at", default="", metavar="TIME", help="When you began (default: now).")
@note_option("What the session is about.", "")
def start(app: App, words: tuple[str, ...], at: str, note: str) -> None:
    """Start the timer on ITEM, or again on the last one.

    WORDS come in any order: when you began, +tags, and a note in quotes. A timer that
    runs on another item is stopped and logged; one on the same item gets the start that
    you type. Hours with a typed time are not timer hours in exports.
    """
    for word in words:
        check_no_placeholder(word)
    options = TimerOptions(at, note, then="Then type your command again.")
    with app.journal(write=True) as db:
        answer = start_timer(db, words, options, command_moment(app))
    show_started(app, answer)


def show_started(app: App, answer: StartedTimer) -> None:
    """Show what was started, and what was stopped, with the remarks on that."""
    text = partial(started_text, app.today, app.zone)
    show = partial(app.show, "status", answer, started_data, text)
    show_and_remark(app, show, answer.stopped)
