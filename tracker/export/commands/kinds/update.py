"""An update: what was produced, changed and decided since the last one."""

from tracker.app import App
from tracker.export.commands.dispatch import ExportResult
from tracker.export.commands.funder_forms import form_for, known_forms
from tracker.export.commands.load_packet import load_packet
from tracker.export.render.documents.update import report
from tracker.export.rules.options import ExportOptions


def make(app: App, asked: ExportOptions) -> ExportResult:
    """The facts of the days asked for; for a funder, with what was promised to them."""
    known = known_forms(app, asked.funder) if asked.funder else {}
    form = form_for(asked, known)
    return ExportResult(report(load_packet(app, asked, form, known), form))
