"""All sessions, as a table."""

from collections.abc import Iterator

from tracker.export.render.session_table import session_table
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.export.service.sessions import build_session_log


def build(request: ExportRequest) -> ExportResult:
    """The sessions of the days asked for, laid out when they are asked for."""
    return ExportResult(_parts(request))


def _parts(request: ExportRequest) -> Iterator[str]:
    options = request.options
    with request.open(meanwhile=True) as db:
        log = build_session_log(
            db, options.period, request.settings, redact=options.redact
        )
        yield from session_table(log, options.form)
