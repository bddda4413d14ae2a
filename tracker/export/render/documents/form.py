"""A funder's form: its fields in order, each with its limits, answer and facts."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from msgspec import to_builtins

from tracker.export.render.blocks import Block, Document, Heading, Para, Slot
from tracker.export.render.documents.form_blocks import FactBlocks
from tracker.export.render.documents.heads import period_line
from tracker.export.render.phrases import forms as phrases
from tracker.export.render.reports import ExportReport
from tracker.export.rules.fill_form import FilledField, FilledForm
from tracker.export.rules.forms import Field


def form_report(filled: FilledForm) -> ExportReport:
    """A funder's form with facts and answers."""
    funder = filled.funder
    title = phrases.form_title(funder.title, phrases.KINDS[funder.kind])
    facts = {
        "kind": "application",
        "funder": funder.slug,
        "title": funder.title,
        "status": funder.status,
        "form_as_of": funder.as_of,
        "slots": {"total": filled.slots, "empty": filled.empty},
        "fields": [_field_data(field) for field in filled.fields],
        "facts": asdict(filled.packet),
    }
    return ExportReport(
        Document(title, tuple(_blocks(filled)), filled.packet.progress.person), facts
    )


def _field_data(filled: FilledField) -> dict[str, Any]:
    field = to_builtins(filled.field)
    slot = None
    if filled.slot is not None:
        slot = [asdict(length) for length in filled.slot]
    return {
        "number": filled.number,
        **{name: value for name, value in field.items() if value is not None},
        "facts_from": filled.sources,
        "slot": slot,
        "text": filled.text,
    }


def _blocks(filled: FilledForm) -> Iterator[Block]:
    funder = filled.funder
    yield Para(phrases.form_of(funder.by, funder.as_of))
    yield from map(Para, _remarks(filled))
    if not funder.fields:
        yield Para(phrases.no_fields(funder.seen))
        return
    answers = phrases.NO_ANSWERS_NEEDED
    if filled.slots:
        answers = phrases.answers_empty(filled.empty, filled.slots)
    yield Para(answers)
    yield period_line(filled.packet.progress)
    facts = FactBlocks(filled.packet)
    for field in filled.fields:
        yield from _field_blocks(field)
        yield from facts.under(field)


def _field_blocks(filled: FilledField) -> Iterator[Block]:
    field = filled.field
    yield Heading(phrases.field(filled.number, field.asks))
    yield Para(_terms(field))
    if field.note:
        yield Para(phrases.note(field.note))
    if filled.slot is not None:
        yield Slot(field.key, filled.slot, filled.text)


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


def _terms(field: Field) -> str:
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
