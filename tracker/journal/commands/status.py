"""`status`: the running timer, and the hours of today and this week."""

from contextlib import suppress
from functools import partial

from tracker.app import App
from tracker.command import command, option
from tracker.database.connect import database_exists
from tracker.database.locks import LOCK_WAIT
from tracker.database.open import open_unmigrated
from tracker.database.revisions import revisions
from tracker.journal.commands.moment import command_moment
from tracker.journal.rules.timers import TimerStatus
from tracker.journal.service.timer import read_timer_status
from tracker.journal.view.status import (
    first_day_text,
    status_data,
    status_line,
    status_text,
)

_NOTHING = TimerStatus(None, 0, 0, 0)


@command("status", examples="tracker status\ntracker status --line")
@option(
    "--line",
    is_flag=True,
    help="One short line for a shell prompt; empty if no timer runs.",
)
def status(app: App, line: bool) -> None:
    """Show the timer, and the hours of today and this week. It creates no database.

    To see a running timer in your prompt, add these lines to ~/.bashrc, ~/.zshrc or
    ~/.config/fish/config.fish. They never wait for long and print no errors.

      bash:
        PS1='$(s=$?; t=$(tracker status --line); echo "${t:+$t }"; exit $s)'"$PS1"
      zsh:
        setopt PROMPT_SUBST
        PS1='$(s=$?; t=$(tracker status --line); echo "${t:+$t }"; exit $s)'"$PS1"
      fish:
        function fish_right_prompt; tracker status --line; end
    """
    if line:
        with suppress(Exception, KeyboardInterrupt):  # nothing is better in a prompt
            _show_line(app)
    elif database_exists(app.path):
        text = partial(status_text, app.today, app.zone)
        app.show("status", _read_status(app), status_data, text)
    else:
        app.show("status", _NOTHING, status_data, first_day_text)


def _show_line(app: App) -> None:
    """Show the line without waiting, updating or checking: a shell waits for it."""
    LOCK_WAIT.for_prompt = True
    current = _NOTHING
    if database_exists(app.path):
        db, revision = open_unmigrated(app.path)
        app.use(db)
        if revision == revisions()[-1]:
            current = _read_status(app)
    app.show("status", current, status_data, status_line)


def _read_status(app: App) -> TimerStatus:
    with app.journal() as db:
        return read_timer_status(db, command_moment(app))
