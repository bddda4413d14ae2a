"""An export of a demo database says that it is one."""

from dataclasses import replace

from tracker.export.render.blocks import Para
from tracker.export.render.phrases.documents import DEMO
from tracker.export.render.reports import ExportReport


def add_demo_notice(report: ExportReport) -> ExportReport:
    """The report with the notice before all else, and as the key `invented` in JSON."""
    blocks = (Para(DEMO), *report.document.blocks)
    document = replace(report.document, blocks=blocks)
    return ExportReport(document, {**report.facts, "invented": True})
