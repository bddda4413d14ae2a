"""All sessions, as a table."""

from tracker.export.render.tables import session_table
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.export.service.sessions import build_session_log


def build(request: ExportRequest) -> ExportResult:
    """The sessions of the days asked for."""
    options = request.options
    with request.open() as db:
        log = build_session_log(
            db, options.period, request.settings, redact=options.redact
        )
        return ExportResult(session_table(log, options.form))
