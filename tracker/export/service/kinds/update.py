"""An update: what was produced, changed and decided in a period."""

from pathlib import Path

from tracker.export.input_files import read_budget
from tracker.export.render.documents.update import update_report
from tracker.export.rules.forms import Funder, find_form
from tracker.export.service.context import load_context
from tracker.export.service.forms import read_forms
from tracker.export.service.packet import build_packet
from tracker.export.service.request import ExportRequest, ExportResult


def build(request: ExportRequest) -> ExportResult:
    """The update; for a funder, with what was promised to them.

    Raises NotFound or Ambiguous for the funder, FileProblem for a form or the budget.
    """
    options = request.options
    forms: dict[str, Funder] = {}
    form = None
    if options.funder:
        forms = read_forms(request.database, request.remark, options.funder)
        form = find_form(options.funder, forms)
    file = Path(options.budget) if options.budget else None
    budget = read_budget(file, request.database)
    with request.open() as db:
        context = load_context(db, request, forms, form)
        packet = build_packet(db, context, budget)
    return ExportResult(update_report(packet, form))
