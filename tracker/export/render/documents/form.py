"""A funder's form: its fields in order, each with its limits, the slot for the person's words, and the facts."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from msgspec import to_builtins

from tracker.export.render.blocks import Block, Document, Heading, Para, Slot
from tracker.export.render.documents import parts
from tracker.export.render.documents.sources import facts
from tracker.export.render.figures import count
from tracker.export.render.phrases import say
from tracker.export.render.reports import ExportReport
from tracker.export.rules.filled_form import FilledField, FilledForm
from tracker.export.rules.forms import Field

LIMITS = ("character", "word", "sentence", "paragraph", "page")


def form_report(filled: FilledForm) -> ExportReport:
    """A funder's form with facts and answers in it."""
    told = {
        "funder": filled.funder.slug,
        "title": filled.funder.title,
        "status": filled.funder.status,
        "form_as_of": filled.funder.as_of,
        "slots": {"total": filled.slots, "empty": filled.empty},
        "fields": [_told(each) for each in filled.fields],
        "facts": asdict(filled.packet),
    }
    return ExportReport(_form(filled), {"kind": "application", **told})


def _told(filled: FilledField) -> dict[str, Any]:
    field = {
        name: value
        for name, value in to_builtins(filled.field).items()
        if value is not None
    }
    counts = None if filled.slot is None else [asdict(count) for count in filled.slot]
    return {
        "number": filled.number,
        **field,
        "facts_from": filled.sources,
        "slot": counts,
        "text": filled.text,
    }


def _form(filled: FilledForm) -> Document:
    funder = filled.funder
    return Document(
        say("form", title=funder.title, kind=say(funder.kind)), tuple(_blocks(filled))
    )


def _blocks(filled: FilledForm) -> Iterator[Block]:
    funder = filled.funder
    yield Para(say("form of", by=funder.by, day=funder.as_of))
    yield from map(Para, _remarks(filled))
    if not funder.fields:
        yield Para(say("no fields", seen=funder.seen))
        return
    slots = (
        say("slots", empty=filled.empty, slots=count(filled.slots, "slot"))
        if filled.slots
        else say("no slots")
    )
    yield Para(slots)
    yield parts.kept(filled.packet.progress)
    before: dict[str, int] = {}
    for each in filled.fields:
        yield Heading(say("field", number=each.number, asks=each.field.asks))
        yield Para(_terms(each.field))
        if each.field.note:
            yield Para(say("note", said=each.field.note))
        if each.slot is not None:
            yield Slot(each.field.key, each.slot, each.text)
        yield from facts(each, filled.packet, before)


def _remarks(filled: FilledForm) -> Iterator[str]:
    """What is to be known before a word is written: whether it is open, for whom it is, what it says of words."""
    funder, titles = filled.funder, filled.titles
    to, through = funder.succeeded_by, funder.apply_through
    if funder.status == "closed":
        yield say("closed to", funder=titles.get(to, to)) if to else say("closed")
    if funder.status == "unknown":
        yield say("status unknown")
    for name, said in (
        ("apply through", titles.get(through, through) if through else None),
        ("meant for", funder.meant_for),
        ("eligible", funder.eligible),
        ("voice", funder.voice),
        ("note", funder.note),
        ("form text of", funder.text_as_of),
    ):
        if said:
            yield say(name, said=said)


def _terms(field: Field) -> str:
    """As in `Required; at most 1,000 characters; choice`."""
    told = [say("required" if field.required else "optional")]
    limits = zip(LIMITS, _limits(field), strict=True)
    told += [
        say("at most", limit=f"{limit:,} {say(unit)}")
        for unit, limit in limits
        if limit is not None
    ]
    told += [field.format] if field.format else []
    told += [say("part of", whole=field.part_of)] if field.part_of else []
    told += [field.page] if field.page else []
    return f"{'; '.join(told)}."


def _limits(field: Field) -> tuple[int | None, ...]:
    return (
        field.limit_chars,
        field.limit_words,
        field.limit_sentences,
        field.limit_paragraphs,
        field.limit_pages,
    )
