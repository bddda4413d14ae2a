"""The evidence of results as a reader meets it: its address, its day, and each once."""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.export.rules.progress import WorkLink
from tracker.milestones.rules.evidence import CLAIM, is_valid_evidence
from tracker.milestones.rules.records import Evidence, Milestone, Result
from tracker.text.addresses import Access, access_of, address_key, is_front_page
from tracker.text.letters import day_of_document


def evidence_links(result: Result, milestone: Milestone) -> Iterator[WorkLink]:
    """The evidence of a result that counts or that others can open, letters too."""
    for evidence in result.evidence:
        counts = is_valid_evidence(evidence, milestone)
        address = evidence_address(evidence)
        if evidence.kind != CLAIM and (counts or address):
            day = day_shown(evidence, result)
            yield WorkLink(evidence.kind, address, day, counts)


def without_refused(links: Iterable[WorkLink]) -> tuple[WorkLink, ...]:
    """The links in order; an address that counts is not refused too."""
    counted = {_link_key(link) for link in links if link.counts}
    shown = [link for link in links if link.counts or _link_key(link) not in counted]
    return tuple(sorted(shown, key=link_order))


def once(links: Iterable[WorkLink]) -> tuple[WorkLink, ...]:
    """The first link to each address."""
    first: dict[str, WorkLink] = {}
    for link in links:
        first.setdefault(_link_key(link), link)
    return tuple(first.values())


def _link_key(link: WorkLink) -> str:
    """The same for links to one address; without one, each kind and day is its own."""
    return address_key(link.address or "") or f"{link.kind} {link.day}"


def link_order(link: WorkLink) -> tuple[bool, int, str, str]:
    """Evidence that counts first, then by the days."""
    return not link.counts, link.day.toordinal(), link.kind, link.address or ""


def day_shown(evidence: Evidence, result: Result) -> date:
    """The result's day for evidence that was entered with it.

    Evidence added later keeps its day: nobody could open it before. A document handed
    over has the day that it names.
    """
    if named := document_day(evidence):
        return named
    return result.day if evidence.day <= result.entered else evidence.day


def document_day(evidence: Evidence) -> date | None:
    """The day that a document without an address names."""
    return None if evidence_address(evidence) else day_of_document(evidence.place)


def evidence_address(evidence: Evidence) -> str | None:
    """The address that a reader can open; None where it is on request only."""
    place = evidence.place.strip()
    is_public = access_of(place) is Access.PUBLIC and not is_front_page(place)
    return place if is_public else None
