"""When a command of the journal runs."""

from tracker.app import App
from tracker.journal.rules.pieces import LocalMoment


def command_moment(app: App) -> LocalMoment:
    """When this command runs, as the rules need it."""
    return LocalMoment(app.now, app.today, app.zone, app.settings.day_starts)
