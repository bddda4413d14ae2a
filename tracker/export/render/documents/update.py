"""An update: what was produced with its evidence, changed thinking, against milestones, decisions; then the hours."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from tracker.export.render.blocks import Block, Document, Heading, Para
from tracker.export.render.documents import charts, money, parts, plans
from tracker.export.render.figures import iso
from tracker.export.render.phrases import say
from tracker.export.render.reports import ExportReport
from tracker.export.rules.forms import Funder
from tracker.export.rules.packet import Packet, PacketNote


def update_report(packet: Packet, funder: Funder | None) -> ExportReport:
    """An update, with the form it is for where it is for one."""
    told = (
        {"funder": funder.slug, "form_as_of": funder.as_of}
        if funder
        else {"funder": None}
    )
    return ExportReport(
        _update(packet, funder), {"kind": "update", **told, **asdict(packet)}
    )


def _update(packet: Packet, funder: Funder | None) -> Document:
    title = say("update for", funder=funder.title) if funder else say("update")
    return Document(title, tuple(_blocks(packet, funder)))


def _blocks(packet: Packet, funder: Funder | None) -> Iterator[Block]:
    report = packet.progress
    if funder:
        yield Para(say("form of", by=funder.by, day=funder.as_of))
    yield parts.kept(report)
    yield Heading(say("produced"))
    yield parts.artefacts(report.artefacts, say("produced"))
    yield from parts.unseen(report)
    yield from parts.under_way(report)
    yield from _notes(
        "changed thinking", [note for note in packet.notes if note.changed]
    )
    if report.plan or report.pledges or packet.forecasts or packet.graded.due:
        yield Heading(f"{say('against milestones')}{parts.as_of(report)}")
        yield from parts.promised(report)
        yield from plans.forecasts(packet)
    yield from _notes("decisions", [note for note in packet.notes if note.decision])
    if packet.budget:
        yield Heading(money.head(packet.budget))
        yield from money.budget(packet.budget)
    yield parts.hours_head(report.hours)
    yield from parts.hours_lines(report.hours)
    yield from charts.hours(report)
    yield from charts.ledgers(report)


def _notes(title: str, found: Sequence[PacketNote]) -> Iterator[Block]:
    if found:
        yield Heading(say(title))
        yield from (
            Para(say("on day", day=iso(note.day), text=note.text)) for note in found
        )
