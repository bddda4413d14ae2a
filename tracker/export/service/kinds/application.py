"""A funder's form, filled in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tracker.export.input_files import read_answers, read_budget
from tracker.export.render.documents.form import form_report
from tracker.export.render.slots import say_lengths
from tracker.export.rules.fill_form import FilledForm, fill_form
from tracker.export.rules.forms import HISTORY, Funder, asks_for, find_form
from tracker.export.service.context import load_context, since_last_sent
from tracker.export.service.forms import read_forms, titles_of
from tracker.export.service.packet import build_packet
from tracker.export.service.request import ExportRequest, ExportResult


def build(request: ExportRequest) -> ExportResult:
    """The form with facts, and with the person's answers where there are any.

    Raises NotFound or Ambiguous for the funder, FileProblem for a file it reads.
    """
    options = request.options
    assert options.funder
    forms = read_forms(request.database, request.remark, options.funder)
    form = find_form(options.funder, forms)
    if form.is_report:
        command = f"tracker export update --for {form.slug}"
        request.remark(f"{form.title} is a progress report. Its command: {command}")
    return build_form(request, forms, form)


def build_form(
    request: ExportRequest, forms: Mapping[str, Funder], form: Funder
) -> ExportResult:
    """One form; a report covers the days since the last one, unless days were named."""
    options = request.options
    answers = read_answers(Path(options.answers)) if options.answers else {}
    file = Path(options.budget) if options.budget else None
    budget = read_budget(file, request.database)
    with request.open() as db:
        context = load_context(
            db, request, forms, form, asks_history=asks_for(HISTORY, form)
        )
        if form.is_report:
            context = since_last_sent(context, request, forms, form)
        packet = build_packet(db, context, budget)
    filled = fill_form(form, packet, answers, titles_of(forms))
    return ExportResult(
        report=form_report(filled),
        remarks=tuple(_remarks(filled, answers)),
        summary=f" for {form.title} ({filled.empty} of {filled.slots} answers empty)",
    )


def _remarks(filled: FilledForm, answers: Mapping[str, str]) -> Iterator[str]:
    """What to know before sending: closed, over a limit, answers without a field."""
    funder = filled.funder
    if funder.status == "closed":
        successor = funder.succeeded_by
        replaced = f"; {successor} replaced it" if successor else ""
        yield f"{funder.title} is closed{replaced}."
    for field, length in filled.over:
        lengths = say_lengths((length,))
        yield f"{field.field.key}: {lengths}, {length.over:,} over. Nothing was cut."
    keys = [field.field.key for field in filled.fields]
    unused = sorted(answers.keys() - set(keys))
    for key in unused:
        yield f"{funder.slug} has no field {key}; its answer is left out."
    if unused and keys:
        yield f"Its fields are {', '.join(keys)}."
