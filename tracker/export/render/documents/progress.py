"""A progress report: what can be looked at, where it stands against the role, what was promised, then the hours.

All that is drawn comes after all that is said.
"""

from collections.abc import Iterator
from dataclasses import asdict

from tracker.export.render.blocks import Block, Document, Heading
from tracker.export.render.documents import charts, parts
from tracker.export.render.phrases import say
from tracker.export.render.reports import ExportReport
from tracker.export.rules.progress import Progress


def progress_report(packet: Progress) -> ExportReport:
    """A progress report."""
    return ExportReport(progress(packet), {"kind": "progress", **asdict(packet)})


def progress(packet: Progress) -> Document:
    """The whole of it, block by block."""
    role = packet.standing.title if packet.standing else ""
    return Document(
        say("progress toward", role=role) if role else say("progress"),
        tuple(_blocks(packet)),
    )


def _blocks(packet: Progress) -> Iterator[Block]:
    yield parts.kept(packet)
    yield Heading(say("looked at"))
    yield parts.artefacts(packet.artefacts, say("looked at"))
    yield from parts.unseen(packet)
    yield from parts.under_way(packet)
    yield Heading(f"{say('role')}{parts.as_of(packet)}")
    yield parts.standing(packet.standing)
    if packet.plan or packet.pledges:
        yield Heading(f"{say('promised')}{parts.as_of(packet)}")
        yield from parts.promised(packet)
    yield parts.hours_head(packet.hours)
    yield from parts.hours_lines(packet.hours)
    yield from charts.strengths(packet)
    yield from charts.hours(packet)
    yield from charts.ledgers(packet)
