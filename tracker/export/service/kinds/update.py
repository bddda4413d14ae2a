"""An update: what was produced, changed and decided since the last one."""

from collections.abc import Mapping

from tracker.errors import Unreadable
from tracker.export.render.documents.update import update_report
from tracker.export.rules.forms import BUDGET, Funder, find_form
from tracker.export.rules.options import form_options
from tracker.export.rules.report_start import report_forms
from tracker.export.service.budget import read_told_budget
from tracker.export.service.context import load_context, since_last_sent
from tracker.export.service.form_export import build_form
from tracker.export.service.forms import read_forms
from tracker.export.service.packet import build_packet
from tracker.export.service.redaction import remark_links
from tracker.export.service.request import ExportRequest, ExportResult


def build(request: ExportRequest) -> ExportResult:
    """The update; a form for progress reports is filled in by its own questions.

    For a funder it has what was promised to them, and the budget. Raises NotFound or
    Ambiguous for the funder, FileProblem for a file it reads, Unreadable for answers
    without questions.
    """
    typed = request.options.funder
    forms = read_forms(request.database, request.remark, typed)
    form = find_form(typed, forms) if typed else None
    if form and form.is_report:
        return build_form(request, forms, form)
    of_form = form_options(request.options)
    if of_form:
        raise Unreadable(
            f"This update asks no questions, so it has no {of_form[0]}.",
            "Leave it out, or name a form for progress reports with --for.",
            without=[" ".join(of_form)],
        )
    return _build_update(request, forms, form)


def _build_update(
    request: ExportRequest, forms: Mapping[str, Funder], form: Funder | None
) -> ExportResult:
    options = request.options
    budget = None
    if options.budget or form:
        budget = read_told_budget(request, {BUDGET}, is_report=True, has_notes=False)
    with request.open() as db:
        context = load_context(db, request, forms, form)
        context = since_last_sent(context, request, forms, form)
        packet = build_packet(db, context, budget)
    remark_links(request, packet.progress)
    reports = report_forms(form, forms) if form else []
    if form and reports:
        request.remark(_say_reports(form, reports, request))
    return ExportResult(update_report(packet, form))


def _say_reports(form: Funder, reports: list[Funder], request: ExportRequest) -> str:
    """The forms for progress reports that a funder has, each with its command."""
    lines = [f"{form.by} has forms for progress reports. To fill one in:"]
    for report in reports:
        command = request.retype("--for", report.slug, without=["--for"])
        lines.append(f"  {command}")
    return "\n".join(lines)
