"""Sessions, each of them."""

from tracker.app import App
from tracker.database.library import library
from tracker.export.commands.dispatch import ExportResult
from tracker.export.render.tables import sessions
from tracker.export.rules.options import ExportOptions
from tracker.export.service.sessions import build_session_log


def make(app: App, asked: ExportOptions) -> ExportResult:
    """All sessions of the days asked for, as a table."""
    with library(app) as db:
        return ExportResult(
            sessions(
                build_session_log(db, asked.period, redact=asked.redact), asked.form
            )
        )
