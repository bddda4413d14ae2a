"""The facts under the fields of a form, by the source they come from."""

from collections.abc import Callable, Iterable, Iterator

from tracker.export.render.blocks import Block, Link, Listing, Para, TableBlock
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
from tracker.export.render.paste import without_table
from tracker.export.render.phrases import forms as phrases
from tracker.export.render.phrases.evidence import EVIDENCE
from tracker.export.rules.fill_form import (
    FilledField,
    asks_for_links,
    asks_only_for_links,
    profile_keys,
)
from tracker.export.rules.packet import Packet
from tracker.text.columns import join_words, plain, shorten

WITH_EVIDENCE = "milestones with evidence"
_ASKS = 60  # columns of a question that is referred to


class FactBlocks:
    """The facts of a packet under the fields of one form, each fact once.

    `shown` has the question under which the facts of a source already stand.
    """

    def __init__(self, packet: Packet) -> None:
        self.packet = packet
        self.shown: dict[str, str] = {}

    def under(self, filled: FilledField) -> tuple[Block, ...]:
        """The facts of a field; a reference where all of them stand in earlier ones.

        Addresses alone are given each time: a form may read them by machine.
        """
        if asks_only_for_links(filled.field):
            addresses = tuple(self._links(filled))
            if addresses:
                return addresses
        blocks: list[Block] = []
        for source in filled.sources:
            if source not in self.shown:
                blocks += self._first(source, filled)
        if filled.sources and not blocks:
            blocks = [self._reference(filled)]
        return tuple(_without_title(blocks, filled.field.asks))

    def _first(self, source: str, filled: FilledField) -> list[Block]:
        """The facts of a source that stand nowhere yet."""
        if source == "profile":
            return list(_profile(filled, self.packet))
        self.shown[source] = filled.field.asks
        if source == "hours by track":
            self.shown["sessions"] = filled.field.asks  # The hours name their number.
        if source != "links":
            return list(_without_tables(_BLOCKS[source](self.packet)))
        links = list(self._links(filled))
        if not links:
            self.shown[source] = self.shown.get(WITH_EVIDENCE, filled.field.asks)
        return links

    def _reference(self, filled: FilledField) -> Para:
        sources = [source for source in filled.sources if source != "links"]
        shown = dict.fromkeys(
            self.shown[source] for source in sources or filled.sources
        )
        questions = [f'"{shorten(plain(asks), _ASKS)}"' for asks in shown]
        return Para(phrases.see_question(join_words(questions)))

    def _links(self, filled: FilledField) -> Iterator[Block]:
        """The person's own links, and those of evidence unless it has them itself."""
        links = list(self.packet.progress.person.addresses)
        if self._wants_evidence_links(filled):
            links += _evidence_links(self.packet)
        if links:
            yield Listing(phrases.LINKS, tuple(map(Link, dict.fromkeys(links))))

    def _wants_evidence_links(self, filled: FilledField) -> bool:
        """Whether links are what a field is about, and evidence does not stand in it."""
        field = filled.field
        if asks_for_links(field) or "profile" in field.source_from:
            return asks_for_links(field)
        if WITH_EVIDENCE not in self.shown:
            return WITH_EVIDENCE not in filled.sources
        is_here = self.shown[WITH_EVIDENCE] == field.asks
        return field.source_from[0] == "links" and not is_here


def _without_title(blocks: list[Block], asks: str) -> Iterable[Block]:
    """The items alone where the title of the only list repeats the question."""
    match blocks:
        case [Listing(title, lines)] if title.casefold() == asks.casefold():
            return [
                Para(line.text if isinstance(line, Link) else line) for line in lines
            ]
    return blocks


def _without_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from without_table(block)
        else:
            yield block


def _evidence_links(packet: Packet) -> list[str]:
    works = packet.progress.works
    links = [link for work in works for link in work.links]
    return [link.address for link in links if link.address]


def _profile(filled: FilledField, packet: Packet) -> Iterator[Block]:
    """What a field asks of the person; only where it asks for more, each has a label."""
    keys = profile_keys(filled.field, packet)
    person = packet.progress.person
    is_alone = len(keys) == 1
    if "name" in keys and person.name:
        yield Para(person.name if is_alone else phrases.name(person.name))
    if "email" in keys and person.email:
        yield Para(person.email if is_alone else phrases.email(person.email))


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
    if packet.progress.works:
        yield Para(f"{EVIDENCE}:")
        yield from work_blocks(packet.progress.works)
    yield from letter_blocks(packet.progress.letters)
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
    yield from money.budget_blocks(packet.budget)


def _history(packet: Packet) -> Iterator[Block]:
    yield from money.sent_list(packet.sent)
    if packet.budget:
        yield from money.raised_list(packet.budget)


# Keyed by the source of a field.
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
