"""The facts under the fields of a form, by the source they come from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tracker.export.render.blocks import (
    Block,
    Link,
    Listing,
    Para,
    TableBlock,
    cell_text,
)
from tracker.export.render.documents.form_facts import SOURCE_BLOCKS
from tracker.export.render.documents.hours import (
    hours_title,
    record_lines,
    tracks_line,
)
from tracker.export.render.documents.plans import plan_blocks
from tracker.export.render.paste import without_table
from tracker.export.render.phrases import forms as phrases
from tracker.export.rules.fill_form import (
    FilledField,
    FilledForm,
    asks_for_links,
    asks_only_for_links,
    profile_keys,
)
from tracker.export.rules.forms import (
    EVIDENCE,
    HOURS,
    PLANS,
    PROMISED,
)
from tracker.export.rules.packet import Packet
from tracker.text.columns import join_words, shorten
from tracker.text.marks import clean_text

_ASKS = 60  # columns of a question that is referred to


class FactBlocks:
    """The facts of one form under its fields, each fact once.

    `_shown` has the question in whose text the facts of a source already stand.
    """

    def __init__(self, form: FilledForm, shown: Mapping[str, str] = {}) -> None:
        self.form, self.packet = form, form.packet
        self.is_report = form.funder.is_report
        self._shown = dict(shown)

    def beside(self, filled: FilledField, *, has_reference: bool) -> tuple[Block, ...]:
        """The facts of a field as `under` has them; later fields may have them too."""
        copy = FactBlocks(self.form, self._shown)
        return copy.under(filled, has_reference=has_reference)

    def under(self, filled: FilledField, *, has_reference: bool) -> tuple[Block, ...]:
        """The facts of a field that stand in no earlier one.

        Where all do, with `has_reference`, it is a reference to those. Addresses alone
        are given each time: a form may read them by machine.
        """
        if asks_only_for_links(filled.field):
            addresses = tuple(self._links(filled))
            if addresses:
                return addresses
        blocks: list[Block] = []
        for source in filled.sources:
            if source not in self._shown:
                blocks += self._first(source, filled)
        if filled.sources and not blocks and has_reference:
            blocks = [self._reference(filled)]
        return tuple(_without_title(blocks, filled.field.asks))

    def _first(self, source: str, filled: FilledField) -> list[Block]:
        """The facts of a source that stand nowhere yet."""
        if source == "profile":
            return list(_profile(filled, self.packet))
        self._shown[source] = filled.field.asks
        if source == HOURS:
            self._shown["sessions"] = filled.field.asks  # They are the same hours.
            return list(self._hours(filled))
        if source == PLANS and PROMISED in filled.sources:
            return list(plan_blocks(_without_promised(self.packet)))
        if source != "links":
            return list(_without_tables(SOURCE_BLOCKS[source](self.packet)))
        links = list(self._links(filled))
        if not links:
            self._shown[source] = self._shown.get(EVIDENCE, filled.field.asks)
        return links

    def _hours(self, filled: FilledField) -> Iterator[Block]:
        """The total and the tracks; how they were recorded, in a report.

        A field that asks for hours before all else has their shares by source.
        """
        hours = self.packet.progress.hours
        yield Para(f"{hours_title(hours)}.")
        yield tracks_line(hours)
        shares, changes = record_lines(hours)
        if self.is_report or filled.field.source_from[0] == HOURS:
            yield shares
        if self.is_report:
            yield changes

    def _reference(self, filled: FilledField) -> Para:
        sources = [source for source in filled.sources if source != "links"]
        shown = dict.fromkeys(
            self._shown[source] for source in sources or filled.sources
        )
        questions = [f'"{shorten(clean_text(asks), _ASKS)}"' for asks in shown]
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
        if EVIDENCE not in self._shown:
            return EVIDENCE not in filled.sources
        is_here = self._shown[EVIDENCE] == field.asks
        return field.source_from[0] == "links" and not is_here


def _without_title(blocks: list[Block], asks: str) -> Iterable[Block]:
    """The items alone where the title of the only list repeats the question."""
    match blocks:
        case [Listing(title, lines)] if title.casefold() == asks.casefold():
            return [Para(cell_text(line)) for line in lines]
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


def _without_promised(packet: Packet) -> Packet:
    """The packet without the open plans that stand among promises."""
    progress = packet.progress
    promises = [*progress.plan]
    for pledge in progress.pledges:
        promises += pledge.promises
    subjects = {promise.subject for promise in promises}
    due = tuple(plan for plan in packet.due if plan.subject not in subjects)
    return replace(packet, due=due)
