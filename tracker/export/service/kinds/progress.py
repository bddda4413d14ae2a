"""A progress report."""

from tracker.export.render.documents.progress import progress_report
from tracker.export.service.context import load_context
from tracker.export.service.progress import build_progress
from tracker.export.service.redaction import remark_links
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.readiness.store.facts import read_facts


def build(request: ExportRequest) -> ExportResult:
    """The report over the days asked for."""
    with request.open() as db:
        context = load_context(db, request, forms={})
        progress = build_progress(db, read_facts(db), context)
    remark_links(request, progress)
    return ExportResult(progress_report(progress))
