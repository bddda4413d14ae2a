"""A funder's form: its questions with their texts, or a worksheet to fill it in from."""

from collections.abc import Iterator
from typing import Annotated, Any, TypedDict

from msgspec import to_builtins

from tracker.export.render.blocks import (
    Block,
    Document,
    Heading,
    Link,
    Listing,
    Para,
)
from tracker.export.render.documents.form_texts import WrittenField, WrittenForm
from tracker.export.render.documents.heads import period_line, say_days
from tracker.export.render.documents.hours import record_lines
from tracker.export.render.facts import facts_of
from tracker.export.render.form_dates import say_form_date
from tracker.export.render.phrases import forms as phrases
from tracker.export.render.reports import ExportReport
from tracker.export.render.slots import field_slot, say_length
from tracker.export.rules.fill_form import FilledForm
from tracker.export.rules.forms import HOURS, Field, Funder
from tracker.export.rules.packet import Packet
from tracker.export.rules.text_length import TextLength


class RequiredFieldsData(TypedDict):
    """How many required fields there are, and how many are empty."""

    total: int
    empty: int


class FieldTextData(TypedDict):
    """The text of a field, and its lengths."""

    text: str
    lengths: list[Annotated[dict[str, Any], TextLength]]


class FieldData(FieldTextData):
    """A field beside what the form says of it: its number, and where its facts are from."""

    number: int
    facts_from: tuple[str, ...]


class FilledFormData(TypedDict):
    """A form with the texts of all its fields, and the facts of an update."""

    kind: Annotated[str, ("application", "update")]
    funder: str
    title: str
    status: str
    form_as_of: str
    required: RequiredFieldsData
    total: Annotated[dict[str, Any], TextLength]
    fields: list[Annotated[FieldData, Field]]
    facts: Annotated[dict[str, Any], Packet]


def form_report(form: WrittenForm, *, worksheet: bool) -> ExportReport:
    """A funder's form: what has a text, or as a worksheet all that it asks."""
    funder = form.filled.funder
    blocks = _worksheet(form) if worksheet else _texts(form)
    document = Document(
        title=form_title(funder),
        blocks=tuple(blocks),
        person=form.filled.packet.progress.person,
    )
    facts: FilledFormData = {
        "kind": "update" if funder.is_report else "application",
        "funder": funder.slug,
        "title": funder.title,
        "status": funder.status,
        "form_as_of": funder.as_of,
        "required": {"total": form.required, "empty": form.empty},
        "total": facts_of(form.total),
        "fields": [_field_data(written) for written in form.fields],
        "facts": facts_of(form.filled.packet),
    }
    return ExportReport(document, facts)


def form_title(funder: Funder) -> str:
    """The title of a form with its funder: an application says that it is one."""
    title = funder.full_title
    return title if funder.is_report else phrases.application_to(title)


def field_data(written: WrittenField) -> FieldTextData:
    """The text of a field and its lengths, as JSON has them."""
    return {
        "text": written.text,
        "lengths": [facts_of(length) for length in written.lengths],
    }


def _field_data(written: WrittenField) -> FieldData:
    field = to_builtins(written.field)
    form_keys = {name: value for name, value in field.items() if value is not None}
    data: FieldData = {
        "number": written.filled.number,
        **form_keys,
        "facts_from": written.filled.sources,
        **field_data(written),
    }
    return data


def _texts(form: WrittenForm) -> Iterator[Block]:
    """The days of a report; then each question that has a text, with it."""
    if form.filled.funder.is_report:
        progress = form.filled.packet.progress
        yield Para(f"{say_days(progress.since, progress.until)}.")
    for written in form.fields:
        if written.text:
            yield Heading(written.field.asks)
            yield written.content


def _worksheet(form: WrittenForm) -> Iterator[Block]:
    """What to know first, then each question with its terms, text and facts."""
    funder = form.filled.funder
    yield Para(phrases.form_of(funder.by, say_form_date(funder)))
    if funder.address:
        yield Listing(phrases.FORM, (Link(funder.address),))
    yield from map(Para, _remarks(form.filled))
    if not funder.fields:
        yield Para(phrases.no_fields(funder.seen))
        return
    yield Para(phrases.required_empty(form.empty, form.required))
    yield Para(phrases.in_all(say_length(form.total)))
    yield from _record(form.filled)
    for written in form.fields:
        yield from _question(written)


def _record(filled: FilledForm) -> Iterator[Para]:
    """The days covered, and how hours were recorded where no text says so."""
    progress = filled.packet.progress
    yield period_line(progress)
    has_hours = HOURS in filled.funder.sources and progress.hours.sessions
    if has_hours and not filled.funder.is_report:
        yield from record_lines(progress.hours)


def _question(written: WrittenField) -> Iterator[Block]:
    field = written.field
    yield Heading(phrases.field(written.filled.number, field.asks))
    yield Para(say_terms(field))
    if field.note:
        yield Para(phrases.note(field.note))
    yield field_slot(field.key, written.text, written.lengths)
    if written.text:
        yield written.content
    if written.material:
        yield Para(f"{phrases.MATERIAL}:")
        yield from written.material


def _remarks(filled: FilledForm) -> Iterator[str]:
    """What to know first: whether it is open, whom it is for, who should write it."""
    yield from _status(filled)
    funder = filled.funder
    if funder.meant_for:
        yield phrases.meant_for(funder.meant_for)
    if funder.eligible:
        yield phrases.eligible(funder.eligible)
    if funder.voice:
        yield phrases.on_style(funder.voice)
    if funder.note:
        yield phrases.note(funder.note)
    if funder.text_as_of:
        yield phrases.text_of(funder.text_as_of)


def _status(filled: FilledForm) -> Iterator[str]:
    """Where the form is not open or not to be filled in itself: what to do instead."""
    funder, titles = filled.funder, filled.titles
    successor, other = funder.succeeded_by, funder.apply_through
    if funder.status == "closed" and successor:
        yield phrases.replaced_by(titles.get(successor, successor))
    elif funder.status == "closed":
        yield phrases.CLOSED
    elif funder.status == "unknown":
        yield phrases.STATUS_UNKNOWN
    if other:
        yield phrases.apply_through(titles.get(other, other))


def say_terms(field: Field) -> str:
    """`Required; at most 1,000 characters; choice.`."""
    terms = [phrases.REQUIRED if field.required else phrases.OPTIONAL]
    for unit, limit in field.limits.items():
        terms.append(phrases.at_most(f"{limit:,}", phrases.UNITS[unit]))
    if field.format:
        terms.append(field.format)
    if field.part_of:
        terms.append(phrases.part_of(field.part_of))
    if field.page:
        terms.append(field.page)
    return f"{'; '.join(terms)}."
