"""A progress report."""

from tracker.app import App
from tracker.database.library import library
from tracker.export.commands.known import known_forms, titles
from tracker.export.commands.making import Made
from tracker.export.render.documents.progress import report
from tracker.export.rules.asking import Asked
from tracker.export.store.applications import applications
from tracker.export.store.progress import progress
from tracker.readiness.store.reading import facts


def make(app: App, asked: Asked) -> Made:
    """The facts of the days asked for; no form is read while nothing went out to anybody."""
    with library(app) as db:
        sent = applications(db)
        named = titles(known_forms(app)) if sent else {}
        told = progress(db, facts(db), sent, asked.period, app.today, app.settings, named, redact=asked.redact)
    return Made(report(told))
