"""A progress report: evidence, role requirements, plans, hours; then all pictures."""

from collections.abc import Iterator

from tracker.export.render.blocks import Block, Document, Heading
from tracker.export.render.documents.charts import list_charts
from tracker.export.render.documents.evidence import (
    completed_list,
    in_progress_list,
    letter_blocks,
    work_blocks,
)
from tracker.export.render.documents.heads import period_line, with_date
from tracker.export.render.documents.hours import hours_lines, hours_title
from tracker.export.render.documents.promises import promise_sections
from tracker.export.render.documents.role import role_blocks
from tracker.export.render.facts import facts_of
from tracker.export.render.phrases import documents as phrases
from tracker.export.render.phrases.evidence import EVIDENCE
from tracker.export.render.phrases.role import REQUIREMENTS
from tracker.export.render.reports import ExportReport
from tracker.export.rules.progress import Progress


def progress_report(progress: Progress) -> ExportReport:
    """A progress report."""
    facts = {"kind": "progress", **facts_of(progress)}
    return ExportReport(progress_document(progress), facts)


def progress_document(progress: Progress) -> Document:
    """The whole of it, block by block."""
    title = phrases.PROGRESS
    if progress.standing:
        title = phrases.progress_toward(progress.standing.title)
    return Document(title, tuple(_blocks(progress)), progress.person)


def _blocks(progress: Progress) -> Iterator[Block]:
    yield period_line(progress)
    yield Heading(EVIDENCE)
    yield from work_blocks(progress.works)
    yield from letter_blocks(progress.letters)
    yield from completed_list(progress.unseen)
    yield from in_progress_list(progress)
    yield Heading(with_date(REQUIREMENTS, progress))
    yield from role_blocks(progress.standing)
    for title, blocks in promise_sections(progress):
        yield Heading(title)
        yield from blocks
    yield Heading(hours_title(progress.hours))
    yield from hours_lines(progress.hours)
    yield from list_charts(progress)
