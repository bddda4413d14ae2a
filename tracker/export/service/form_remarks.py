"""What to know of a filled form before it is sent; each remark is a whole sentence."""

from collections.abc import Iterator, Mapping

from tracker.export.render.documents.form_texts import FACTS, WrittenField, WrittenForm
from tracker.export.render.slots import say_length, say_lengths
from tracker.export.rules.answer_formats import expected_format
from tracker.export.rules.forms import Funder
from tracker.export.service.request import ExportRequest
from tracker.text.columns import quoted


def form_remarks(form: WrittenForm, request: ExportRequest) -> Iterator[str]:
    """Whether it is closed, texts over their limits, and questions without a text."""
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
            yield f"{say_field_length(written)}. Nothing was cut."
    if form.total.over:
        yield f"All texts together: {say_length(form.total)}. Nothing was cut."
    if form.empty and not request.options.worksheet:
        command = request.retype("--worksheet")
        yield f"{say_empty(form).capitalize()}. To see them:\n  {command}"


def say_empty(form: WrittenForm) -> str:
    """`1 of 2 required questions is empty`."""
    verb = "is" if form.empty == 1 else "are"
    return f"{form.empty} of {form.required} required questions {verb} empty"


def say_field_length(written: WrittenField) -> str:
    """`summary: 87 of 1,000 characters`."""
    return f"{written.field.key}: {say_lengths(written.lengths)}"


def unknown_answers(form: Funder, answers: Mapping[str, str]) -> Iterator[str]:
    """Answers for which the form has no field."""
    keys = [field.key for field in form.fields]
    unused = sorted(answers.keys() - set(keys))
    for key in unused:
        yield f"{form.slug} has no field {key}; its answer is left out."
    if unused and keys:
        yield f"Its fields are {', '.join(keys)}."


def answer_remarks(written: WrittenField) -> Iterator[str]:
    """Facts that are asked for in the wrong place, and an answer of a wrong format."""
    answer = written.filled.answer
    if answer is None:
        return
    key = written.field.key
    lines = [line.strip() for line in answer.split("\n")]
    if FACTS in lines and not written.filled.sources:
        yield f"{key}: there are no facts to put in place of {FACTS}."
    if any(FACTS in line and line != FACTS for line in lines):
        yield f"{key}: {FACTS} stands for facts only on a line of its own."
    expected = expected_format(written.field, written.text)
    if written.text and expected:
        yield f"{key}: {quoted(written.text)} is not {expected}."
