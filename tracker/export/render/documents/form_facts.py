"""The facts of a source, as they stand in a field of a form."""

from collections.abc import Callable, Iterator

from tracker.export.render.blocks import Block, Listing, Para
from tracker.export.render.documents import money
from tracker.export.render.documents.evidence import (
    completed_list,
    in_progress_list,
    letter_blocks,
    work_blocks,
)
from tracker.export.render.documents.hours import sessions_line
from tracker.export.render.documents.notes import notes_by_title, say_note
from tracker.export.render.documents.plans import plan_blocks
from tracker.export.render.documents.promises import promise_sections
from tracker.export.render.documents.role import role_blocks
from tracker.export.render.figures import say_date
from tracker.export.render.phrases import forms as phrases
from tracker.export.render.phrases.evidence import (
    AUTHORS_WORD,
)
from tracker.export.render.phrases.evidence import (
    EVIDENCE as EVIDENCE_TITLE,
)
from tracker.export.rules.forms import (
    BUDGET,
    EVIDENCE,
    HISTORY,
    PLANS,
    PROMISED,
    RAISED,
)
from tracker.export.rules.packet import Packet


def _references(packet: Packet) -> Iterator[Block]:
    yield from letter_blocks(packet.progress.letters)


def _courses(packet: Packet) -> Iterator[Block]:
    lines = []
    for finished in packet.finished:
        day = f" ({say_date(finished.day)})" if finished.day else ""
        claim = f"; {AUTHORS_WORD}" if finished.claimed else ""
        lines.append(f"{finished.title}{claim}{day}")
    yield Listing(phrases.COURSES, tuple(lines))


def _sessions(packet: Packet) -> Iterator[Block]:
    yield sessions_line(packet.progress.hours)


def _milestones(packet: Packet) -> Iterator[Block]:
    if packet.progress.works:
        yield Para(f"{EVIDENCE_TITLE}:")
        yield from work_blocks(packet.progress.works)
    yield from letter_blocks(packet.progress.letters)
    yield from completed_list(packet.progress.unseen)


def _in_progress(packet: Packet) -> Iterator[Block]:
    yield from in_progress_list(packet.progress)


def _gap(packet: Packet) -> Iterator[Block]:
    yield from role_blocks(packet.progress.standing)


def _notes(packet: Packet) -> Iterator[Block]:
    for title, notes in notes_by_title(packet).items():
        yield Listing(title, tuple(map(say_note, notes)))


def _promised(packet: Packet) -> Iterator[Block]:
    for title, blocks in promise_sections(packet.progress):
        yield Para(f"{title}:")
        yield from blocks


def _budget(packet: Packet) -> Iterator[Block]:
    assert packet.budget
    yield from money.budget_blocks(packet.budget)


def _raised(packet: Packet) -> Iterator[Block]:
    assert packet.budget
    yield from money.raised_list(packet.budget)


def _history(packet: Packet) -> Iterator[Block]:
    yield from money.sent_list(packet.sent)


# Keyed by the source of a field; links, hours and the profile depend on the field.
SOURCE_BLOCKS: dict[str, Callable[[Packet], Iterator[Block]]] = {
    "references": _references,
    "courses done": _courses,
    "sessions": _sessions,
    EVIDENCE: _milestones,
    "work in progress": _in_progress,
    "readiness gap": _gap,
    "decisions and views": _notes,
    PLANS: plan_blocks,
    PROMISED: _promised,
    BUDGET: _budget,
    RAISED: _raised,
    HISTORY: _history,
}
