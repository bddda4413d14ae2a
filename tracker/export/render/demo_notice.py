"""An export of a demo: the same, saying that nobody is meant by it."""

from tracker.export.render.blocks import Document, Para
from tracker.export.render.phrases import say
from tracker.export.render.reports import ExportReport


def add_demo_notice(report: ExportReport) -> ExportReport:
    """The report of an invented person, which says so before all else, and as a key of its JSON."""
    document = Document(
        report.document.title, (Para(say("invented")), *report.document.blocks)
    )
    return ExportReport(document, {**report.facts, "invented": True})
