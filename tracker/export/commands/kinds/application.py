"""A funder's form, filled in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tracker.app import App
from tracker.export.commands.dispatch import ExportResult
from tracker.export.commands.funder_forms import form_for, known_forms, titles
from tracker.export.commands.load_packet import load_packet
from tracker.export.render.documents.form import report
from tracker.export.render.slots import say_counts
from tracker.export.rules.filled_form import Form, fill
from tracker.export.rules.options import ExportOptions
from tracker.export.store.files import read_answers


def make(app: App, asked: ExportOptions) -> ExportResult:
    """The form with facts, and with the person's answers where there are any."""
    known = known_forms(app, asked.funder)
    form = form_for(asked, known)
    assert form
    answers = read_answers(Path(asked.answers)) if asked.answers else {}
    filled = fill(form, load_packet(app, asked, form, known), answers, titles(known))
    told = f" for {form.title}, {filled.empty} of {filled.slots} slots empty,"
    return ExportResult(report(filled), tuple(_remarks(filled, answers)), told)


def _remarks(filled: Form, answers: Mapping[str, str]) -> Iterator[str]:
    """What the person should know before sending: closed, over a limit, answers that no field asks for."""
    if filled.funder.status == "closed":
        to = filled.funder.succeeded_by
        yield f"{filled.funder.title} is closed{f'; it went over to {to}' if to else ''}."
    for each, count in filled.over:
        yield f"{each.field.key}: {say_counts((count,))}, {count.over:,} over; nothing was cut."
    keys = [each.field.key for each in filled.fields]
    unasked = sorted(answers.keys() - set(keys))
    for key in unasked:
        yield f"{filled.funder.slug} has no field {key}; its answer is left out."
    if unasked and keys:
        yield f"Its fields are {', '.join(keys)}."
