"""A funder's form, filled in: whole, as a worksheet, or one field of it."""

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tracker.errors import FileProblem, NotFound, Refused
from tracker.export.answers_file import check_draft, draft_answers
from tracker.export.input_files import input_files, read_answers
from tracker.export.render.documents.form import field_data, form_report
from tracker.export.render.documents.form_texts import (
    WrittenField,
    WrittenForm,
    write_field,
    write_form,
)
from tracker.export.render.phrases.documents import DEMO
from tracker.export.render.reports import as_json
from tracker.export.render.slots import say_length, say_lengths
from tracker.export.rules.fill_form import FilledForm, fill_form
from tracker.export.rules.forms import HISTORY, Funder
from tracker.export.rules.options import ExportOptions
from tracker.export.service.answer_remarks import answer_remarks
from tracker.export.service.budget import read_told_budget
from tracker.export.service.context import load_context, since_last_sent
from tracker.export.service.forms import titles_of
from tracker.export.service.packet import build_packet
from tracker.export.service.redaction import remark_links
from tracker.export.service.request import ExportRequest, ExportResult
from tracker.text.columns import join_words, quoted
from tracker.text.misspellings import find_nearest
from tracker.text.placeholders import check_no_placeholder


def build_form(
    request: ExportRequest, forms: Mapping[str, Funder], form: Funder
) -> ExportResult:
    """The form with facts, and with the person's answers; a missing file is drafted.

    A report covers the days since the last one, unless days were named.
    Raises NotFound for the key of a field, Refused for an empty one and for a place
    where no file may be drafted, FileProblem for a file it reads or writes.
    """
    options = request.options
    place = Path(options.answers) if options.answers else None
    is_draft = place is not None and not place.exists()
    if options.field:
        _check_field(options.field, form)
    if place and is_draft and options.field:
        raise FileProblem(
            f"There is no file {place}.",
            "Check its name. To create it, print the whole form:",
            without=["--field"],
        )
    if place and is_draft:
        others = input_files(replace(options, answers=None), request.database)
        check_draft(place, request.database, others)
    answers = read_answers(place) if place and not is_draft else {}
    budget = read_told_budget(
        request,
        form.sources,
        is_report=form.is_report,
        has_notes=not options.redact,
    )
    with request.open() as db:
        context = load_context(
            db, request, forms, form, asks_history=HISTORY in form.sources
        )
        if form.is_report:
            context = since_last_sent(context, request, forms, form)
        packet = build_packet(db, context, budget)
    remark_links(request, packet.progress)
    filled = fill_form(form, packet, answers, titles_of(forms))
    for remark in _unknown_answers(form, answers):
        request.remark(remark)
    if options.field:
        return _export_field(write_field(filled, options.field), filled, request)
    written = write_form(filled)
    if place and is_draft:
        draft_answers(place, written)
        request.remark(_say_draft(place, written, options))
    return ExportResult(
        report=form_report(written, worksheet=options.worksheet),
        remarks=tuple(_remarks(written, options)),
        summary=f" for {form.title} ({_say_empty(written)})",
    )


def _check_field(key: str, form: Funder) -> None:
    """Raises NotFound where the form has no field of that key."""
    check_no_placeholder(key)
    keys = [field.key for field in form.fields]
    if key not in keys:
        known = f"Its fields are {join_words(keys)}." if keys else "It has no fields."
        raise NotFound(
            f"{form.slug} has no field {quoted(key)}.",
            f"{known}\nTo see its questions: tracker funders {form.slug}",
            typed=key,
            instead=find_nearest(key, keys),
        )


def _export_field(
    written: WrittenField, form: FilledForm, request: ExportRequest
) -> ExportResult:
    """The text of one field alone; raises Refused where it has none."""
    options = request.options
    for remark in answer_remarks(written):
        request.remark(remark)
    if not written.text:
        raise Refused(
            f"{written.field.key} is empty: you have not answered it yet.",
            _say_where_to_answer(options),
        )
    notices = (DEMO,) if request.settings.is_demo else ()
    lengths = (_say_length(written),) if written.lengths else ()
    remarks = (*notices, *lengths)
    if options.form != "json":
        return ExportResult(written.text, remarks)
    facts: dict[str, Any] = {
        "schema": 1,
        "kind": "field",
        "funder": form.funder.slug,
        "key": written.field.key,
        "asks": written.field.asks,
        **field_data(written),
    }
    if request.settings.is_demo:
        facts["invented"] = True
    return ExportResult(as_json(facts), remarks)


def _say_length(written: WrittenField) -> str:
    return f"{written.field.key}: {say_lengths(written.lengths)}"


def _remarks(form: WrittenForm, options: ExportOptions) -> Iterator[str]:
    """What to know before sending: closed, over a limit, still empty."""
    funder = form.filled.funder
    if funder.status == "closed":
        successor = funder.succeeded_by
        replaced = f"; {successor} replaced it" if successor else ""
        yield f"{funder.title} is closed{replaced}."
    if not funder.fields:
        yield f"{funder.title} has no form to fill in: {funder.seen}."
    for written in form.fields:
        yield from answer_remarks(written)
        if written.is_over:
            yield f"{_say_length(written)}. Nothing was cut."
    if form.total.over:
        yield f"All texts together: {say_length(form.total)}. Nothing was cut."
    if form.empty and not options.worksheet:
        command = _command(options, "--worksheet")
        yield f"{_say_empty(form).capitalize()}. To see them:\n  {command}"


def _say_empty(form: WrittenForm) -> str:
    return f"{form.empty} of {form.required} required questions are empty"


def _unknown_answers(form: Funder, answers: Mapping[str, str]) -> Iterator[str]:
    """Answers without a field."""
    keys = [field.key for field in form.fields]
    unused = sorted(answers.keys() - set(keys))
    for key in unused:
        yield f"{form.slug} has no field {key}; its answer is left out."
    if unused and keys:
        yield f"Its fields are {', '.join(keys)}."


def _say_draft(place: Path, form: WrittenForm, options: ExportOptions) -> str:
    with_facts = sum(bool(written.text) for written in form.fields)
    return (
        f"Created {place} with {len(form.fields)} questions; facts answer {with_facts}.\n"
        f"Write your answers in it, then:\n  {_command(options)}"
    )


def _say_where_to_answer(options: ExportOptions) -> str:
    """The hint for an empty field: the file to write, or how to get one."""
    if options.answers:
        return (
            f"Write your answer in {options.answers}. To see the question:\n"
            f"  {_command(options, '--worksheet')}"
        )
    file = f"{options.funder}.toml"
    command = _command(replace(options, answers=file))
    return f"Write your answer in a file; this creates one:\n  {command}"


def _command(options: ExportOptions, *more: str) -> str:
    """The command that exports the whole form, to paste."""
    words = ["tracker", "export", options.kind, "--for", options.funder or ""]
    for name in ("answers", "budget"):
        if file := getattr(options, name):
            words += [f"--{name}", file]
    for work in options.only:
        words += ["--only", work]
    return shlex.join([*words, *more])
