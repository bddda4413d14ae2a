"""The facts under the fields of a form, by the source they come from."""

from collections.abc import Callable, Iterator

from tracker.export.render.blocks import Block, Link, Listing, Para
from tracker.export.render.documents import money
from tracker.export.render.documents.evidence import (
    completed_list,
    letter_blocks,
    work_blocks,
)
from tracker.export.render.documents.hours import (
    hours_lines,
    hours_title,
    sessions_line,
)
from tracker.export.render.documents.notes import notes_by_title, say_note
from tracker.export.render.documents.plans import plan_blocks
from tracker.export.render.documents.promises import promise_sections
from tracker.export.render.documents.role import role_blocks
from tracker.export.render.figures import say_date
from tracker.export.render.phrases import forms as phrases
from tracker.export.render.phrases.evidence import EVIDENCE, LETTERS
from tracker.export.render.phrases.hours import HOURS
from tracker.export.render.phrases.money import APPLICATIONS, BUDGET, RAISED
from tracker.export.render.phrases.plans import PLANNED
from tracker.export.render.phrases.role import REQUIRED
from tracker.export.rules.fill_form import FilledField, profile_keys
from tracker.export.rules.packet import Packet

WITH_EVIDENCE = "milestones with evidence"


class FactBlocks:
    """The facts of a packet under the fields of one form, each fact once.

    `shown` says under which field (its number) the facts of a source already stand.
    """

    def __init__(self, packet: Packet) -> None:
        self.packet = packet
        self.shown: dict[str, int] = {}

    def under(self, filled: FilledField) -> Iterator[Block]:
        """The facts of a field; those shown before are only referred to."""
        for source in filled.sources:
            if source == "sessions" and "hours by track" in filled.sources:
                continue  # The hours name the number of sessions too.
            if source == "profile":
                yield from _profile(filled, self.packet)
            elif source in self.shown:
                yield self._reference(source)
            elif source == "links":
                yield from self._links(filled)
            else:
                self.shown[source] = filled.number
                yield from _BLOCKS[source](self.packet)

    def _reference(self, source: str) -> Para:
        title = _title(source, self.packet)
        return Para(phrases.see_field(title, self.shown[source]))

    def _links(self, filled: FilledField) -> Iterator[Block]:
        """The person's own links, and those of evidence unless a table has them.

        Such a table stands in this field or under an earlier one.
        """
        personal = (self.packet.progress.person.links or "").split()
        evidence = _evidence_links(self.packet)
        others = {"profile", WITH_EVIDENCE} & set(filled.field.source_from)
        has_table = bool(others) or WITH_EVIDENCE in self.shown
        lines = list(dict.fromkeys(personal if has_table else [*personal, *evidence]))
        if lines:
            if "profile" not in others or set(evidence) <= set(lines):
                self.shown["links"] = filled.number
            yield Listing(phrases.LINKS, tuple(map(Link, lines)))
        elif not others:
            yield self._reference(WITH_EVIDENCE)


def _evidence_links(packet: Packet) -> list[str]:
    works = packet.progress.works
    links = [link for work in works for link in work.links]
    return [link.address for link in links if link.address]


def _title(source: str, packet: Packet) -> str:
    """The title under which the facts of a source stand."""
    if source == "decisions and views":
        return "; ".join(notes_by_title(packet))
    if source == "promised against delivered":
        return "; ".join(title for title, _ in promise_sections(packet.progress))
    if source == "funding history":
        return APPLICATIONS if packet.sent else RAISED
    return _TITLES[source]


def _profile(filled: FilledField, packet: Packet) -> Iterator[Block]:
    keys = profile_keys(filled.field, packet)
    person = packet.progress.person
    if "name" in keys and person.name:
        yield Para(phrases.name(person.name))
    if "email" in keys and person.email:
        yield Para(phrases.email(person.email))


def _references(packet: Packet) -> Iterator[Block]:
    yield from letter_blocks(packet.progress.letters)


def _courses(packet: Packet) -> Iterator[Block]:
    lines = []
    for finished in packet.finished:
        day = f" ({say_date(finished.day)})" if finished.day else ""
        lines.append(f"{finished.title}{day}")
    yield Listing(phrases.COURSES, tuple(lines))


def _hours(packet: Packet) -> Iterator[Block]:
    hours = packet.progress.hours
    yield Para(f"{hours_title(hours)}.")
    yield from hours_lines(hours)


def _sessions(packet: Packet) -> Iterator[Block]:
    yield sessions_line(packet.progress.hours)


def _milestones(packet: Packet) -> Iterator[Block]:
    yield Para(f"{EVIDENCE}:")
    yield from work_blocks(packet.progress.works)
    yield from completed_list(packet.progress.unseen)


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
    yield Para(f"{money.budget_title(packet.budget)}:")
    yield from money.budget_blocks(packet.budget)


def _history(packet: Packet) -> Iterator[Block]:
    yield from money.sent_list(packet.sent)
    if packet.budget:
        yield from money.raised_list(packet.budget)


# Keyed by the source of a field, as the next one.
_TITLES = {
    "links": phrases.LINKS,
    "references": LETTERS,
    "courses done": phrases.COURSES,
    "hours by track": HOURS,
    "sessions": HOURS,
    WITH_EVIDENCE: EVIDENCE,
    "readiness gap": REQUIRED,
    "plan and forecast": PLANNED,
    "budget": BUDGET,
}
_BLOCKS: dict[str, Callable[[Packet], Iterator[Block]]] = {
    "references": _references,
    "courses done": _courses,
    "hours by track": _hours,
    "sessions": _sessions,
    WITH_EVIDENCE: _milestones,
    "readiness gap": _gap,
    "decisions and views": _notes,
    "plan and forecast": plan_blocks,
    "promised against delivered": _promised,
    "budget": _budget,
    "funding history": _history,
}
