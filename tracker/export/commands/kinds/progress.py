"""A progress report."""

from tracker.app import App
from tracker.database.library import library
from tracker.export.commands.dispatch import ExportResult
from tracker.export.commands.funder_forms import known_forms, titles
from tracker.export.render.documents.progress import report
from tracker.export.rules.options import ExportOptions
from tracker.export.service.progress import build_progress
from tracker.export.store.applications import read_applications
from tracker.readiness.store.facts import read_facts


def make(app: App, asked: ExportOptions) -> ExportResult:
    """The facts of the days asked for; no form is read while nothing went out to anybody."""
    with library(app) as db:
        sent = read_applications(db)
        named = titles(known_forms(app)) if sent else {}
        told = build_progress(
            db,
            read_facts(db),
            sent,
            asked.period,
            app.today,
            app.settings,
            named,
            redact=asked.redact,
        )
    return ExportResult(report(told))
