"""Sessions, each of them."""

from tracker.app import App
from tracker.database.library import library
from tracker.export.commands.making import Made
from tracker.export.render.tables import sessions
from tracker.export.rules.asking import Asked
from tracker.export.store.sessions import log


def make(app: App, asked: Asked) -> Made:
    """All sessions of the days asked for, as a table."""
    with library(app) as db:
        return Made(sessions(log(db, asked.period, redact=asked.redact), asked.form))
