"""A funder's form, filled in: whole, as a worksheet, or one field of it."""

from collections.abc import Mapping

from tracker.export.render.documents.form import form_report
from tracker.export.render.documents.form_texts import write_form
from tracker.export.rules.fill_form import fill_form
from tracker.export.rules.forms import HISTORY, Funder
from tracker.export.rules.packet import Packet
from tracker.export.service.answers import draft_answers, load_answers
from tracker.export.service.budget import read_told_budget
from tracker.export.service.context import load_context, since_last_sent
from tracker.export.service.form_field import check_field, export_field
from tracker.export.service.form_remarks import (
    form_remarks,
    say_empty,
    unknown_answers,
)
from tracker.export.service.forms import titles_of
from tracker.export.service.packet import build_packet
from tracker.export.service.redaction import remark_links
from tracker.export.service.request import ExportRequest, ExportResult


def build_form(
    request: ExportRequest, forms: Mapping[str, Funder], form: Funder
) -> ExportResult:
    """The form with facts, and with the person's answers; a missing file is drafted.

    Raises NotFound for the key of a field, Refused for an empty one and for a place
    where no file may be drafted, FileProblem for a file it reads or writes, Unreadable
    for answers to no questions.
    """
    options = request.options
    if options.field:
        check_field(options.field, form)
    answers = load_answers(request, form)
    packet = _build_packet(request, forms, form)
    remark_links(request, packet.progress)
    filled = fill_form(form, packet, answers or {}, titles_of(forms))
    for remark in unknown_answers(form, answers or {}):
        request.remark(remark)
    if options.field:
        return export_field(filled, options.field, request)
    written = write_form(filled)
    if answers is None:
        draft_answers(written, request)
    for remark in form_remarks(written, request):
        request.remark(remark)
    report = form_report(written, worksheet=options.worksheet)
    return ExportResult(report, summary=f" for {form.title} ({say_empty(written)})")


def _build_packet(
    request: ExportRequest, forms: Mapping[str, Funder], form: Funder
) -> Packet:
    """The facts for a form; a report has the days since the last one, or those named."""
    budget = read_told_budget(
        request,
        form.sources,
        is_report=form.is_report,
        has_notes=not request.options.redact,
    )
    with request.open() as db:
        context = load_context(
            db, request, forms, form, asks_history=HISTORY in form.sources
        )
        if form.is_report:
            context = since_last_sent(context, request, forms, form)
        return build_packet(db, context, budget)
