"""The evidence that an export lists."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tracker.export.rules.progress import Artefact
from tracker.export.rules.role_status import say_skill_level
from tracker.export.rules.subjects import (
    Subjects,
    figures_of,
    is_within,
    title_of_result,
)
from tracker.milestones.rules.evidence import CLAIM, is_valid_evidence
from tracker.milestones.rules.records import Evidence, Result
from tracker.readiness.rules.records import Rating
from tracker.readiness.rules.support import is_confirmation
from tracker.text.addresses import Access, access_of, is_front_page
from tracker.text.letters import day_of_document
from tracker.text.periods import Period


def list_artefacts(
    results: Iterable[Result],
    ratings: Iterable[Rating],
    subjects: Subjects,
    period: Period,
) -> tuple[Artefact, ...]:
    """The evidence of the period that counts, or that others can open.

    Newest first; evidence of one thing stands together. Whoever vouched is not named.
    """
    artefacts = [
        artefact
        for artefact in _all_artefacts(results, ratings, subjects)
        if is_public(artefact) and is_within(artefact.day, period)
    ]
    return tuple(_in_order(artefacts))


def _in_order(artefacts: Sequence[Artefact]) -> list[Artefact]:
    """Newest first, but evidence of one thing together, where its newest stands."""
    newest: dict[tuple[str, ...], int] = {}
    for artefact in artefacts:
        latest = newest.get(artefact.shows, 0)
        newest[artefact.shows] = max(artefact.day.toordinal(), latest)

    def order(artefact: Artefact) -> tuple[object, ...]:
        return (
            -newest[artefact.shows],
            artefact.shows,
            -artefact.day.toordinal(),
            artefact.kind,
            artefact.address or "",
        )

    return sorted(artefacts, key=order)


def _all_artefacts(
    results: Iterable[Result], ratings: Iterable[Rating], subjects: Subjects
) -> Iterator[Artefact]:
    for result in results:
        for evidence in result.evidence:
            yield artefact_of_result(result, evidence, subjects)
    for rating in ratings:
        for evidence in rating.evidence:
            yield _artefact_of_rating(rating, evidence, subjects)


def _day_shown(evidence: Evidence, result: Result) -> date:
    """The result's day for evidence that was entered with it.

    Evidence added later keeps its day: nobody could open it before. A document handed
    over has the day that it names.
    """
    if named := _document_day(evidence):
        return named
    return result.day if evidence.day <= result.entered else evidence.day


def _document_day(evidence: Evidence) -> date | None:
    """The day that a document without an address names."""
    return None if _address(evidence) else day_of_document(evidence.place)


def is_public(artefact: Artefact) -> bool:
    """Whether it counts, or others can open it although it does not count."""
    if artefact.counts:
        return True
    return artefact.kind != CLAIM and artefact.address is not None


def artefact_of_result(
    result: Result, evidence: Evidence, subjects: Subjects
) -> Artefact:
    """One piece of evidence of a result."""
    milestone = subjects.milestones[result.milestone]
    return Artefact(
        title=title_of_result(result, subjects),
        milestone=result.milestone,
        skill=None,
        item=result.item,
        kind=evidence.kind,
        address=_address(evidence),
        day=_day_shown(evidence, result),
        part=result.part,
        counts=is_valid_evidence(evidence, milestone),
        **figures_of(result, milestone),
    )


def _artefact_of_rating(
    rating: Rating, evidence: Evidence, subjects: Subjects
) -> Artefact:
    return Artefact(
        title=say_skill_level(subjects.skills[rating.skill], rating.level),
        milestone=None,
        skill=rating.skill,
        item=None,
        kind=evidence.kind,
        address=_address(evidence),
        day=_document_day(evidence) or evidence.day,
        counts=is_confirmation(evidence, rating),
    )


def _address(evidence: Evidence) -> str | None:
    """The address that a reader can open; None where it is on request only."""
    place = evidence.place.strip()
    is_public = access_of(place) is Access.PUBLIC and not is_front_page(place)
    return place if is_public else None
