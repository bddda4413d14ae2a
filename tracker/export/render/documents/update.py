"""An update: what was produced, changes of view, plans, decisions, budget, hours."""

from collections.abc import Iterator, Sequence
from typing import NotRequired, TypedDict

from tracker.export.render.blocks import Block, Document, Heading, Para
from tracker.export.render.documents import money, plans
from tracker.export.render.documents.charts import list_charts
from tracker.export.render.documents.evidence import (
    completed_list,
    in_progress_list,
    letter_blocks,
    work_blocks,
)
from tracker.export.render.documents.heads import period_line
from tracker.export.render.documents.hours import hours_lines, hours_title
from tracker.export.render.documents.notes import say_note
from tracker.export.render.documents.promises import promise_sections
from tracker.export.render.facts import facts_of
from tracker.export.render.phrases import documents as phrases
from tracker.export.render.phrases.evidence import PRODUCED
from tracker.export.render.phrases.plans import PLANNED
from tracker.export.render.reports import ExportReport
from tracker.export.rules.forms import Funder
from tracker.export.rules.packet import Packet, PacketNote


class UpdateData(TypedDict):
    """The funder whose form an update fills in, and the date of that form."""

    funder: str | None
    form_as_of: NotRequired[str]


def update_report(packet: Packet, form: Funder | None) -> ExportReport:
    """An update; for the funder of `form`, with the form's name."""
    title = phrases.UPDATE
    about: UpdateData = {"funder": None}
    if form:
        title = phrases.update_for(form.full_title)
        about = {"funder": form.slug, "form_as_of": form.as_of}
    document = Document(title, tuple(_blocks(packet)), packet.progress.person)
    return ExportReport(document, {"kind": "update", **about, **facts_of(packet)})


def _blocks(packet: Packet) -> Iterator[Block]:
    progress = packet.progress
    yield period_line(progress)
    yield Heading(PRODUCED)
    yield from work_blocks(progress.works)
    yield from letter_blocks(progress.letters)
    yield from completed_list(progress.unseen)
    yield from in_progress_list(progress)
    views = [note for note in packet.notes if note.changed]
    yield from _notes(phrases.CHANGES_OF_VIEW, views)
    yield from _plans(packet)
    decisions = [note for note in packet.notes if note.decision]
    yield from _notes(phrases.DECISIONS, decisions)
    if packet.budget:
        yield Heading(money.budget_title(packet.budget))
        yield from money.budget_blocks(packet.budget)
    yield Heading(hours_title(progress.hours))
    yield from hours_lines(progress.hours)
    yield from list_charts(progress)


def _plans(packet: Packet) -> Iterator[Block]:
    sections = dict(promise_sections(packet.progress))
    forecasts = list(plans.forecast_blocks(packet))
    if forecasts and not sections:
        sections = {PLANNED: []}
    for title, blocks in sections.items():
        yield Heading(title)
        yield from blocks
    yield from forecasts


def _notes(title: str, notes: Sequence[PacketNote]) -> Iterator[Block]:
    if notes:
        yield Heading(title)
        for note in notes:
            yield Para(say_note(note))
