"""One entry for each piece of work, and letters and reviews apart from it.

A piece of work is all that was reached with one item, or one milestone reached without
an item.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.choices import TASK_KINDS
from tracker.export.rules.progress import Letter, Work, WorkLink
from tracker.export.rules.role_status import say_skill_level
from tracker.export.rules.subjects import Subjects, is_vouched, is_within
from tracker.export.rules.work_titles import title_of_work
from tracker.milestones.rules.evidence import (
    CLAIM,
    is_only_claimed,
    is_valid_evidence,
)
from tracker.milestones.rules.figures import WorkFigures
from tracker.milestones.rules.records import Evidence, Result
from tracker.readiness.rules.records import Rating
from tracker.readiness.rules.support import CONFIRMING_KINDS, is_confirmation
from tracker.text.addresses import Access, access_of, address_key, is_front_page
from tracker.text.letters import day_of_document
from tracker.text.periods import Period


def list_works(results: Iterable[Result], subjects: Subjects) -> tuple[Work, ...]:
    """Every piece of work with results, also those without evidence or left out.

    Those with a rank come first, in its order, then the newest.
    """
    by_work: dict[str, list[Result]] = {}
    for result in results:
        by_work.setdefault(result.item or result.milestone, []).append(result)
    works = (_work(same, subjects) for same in by_work.values())
    return tuple(sorted(works, key=_order))


def _order(work: Work) -> tuple[bool, int, int, str]:
    day = (work.day or date.min).toordinal()
    return work.rank is None, work.rank or 0, -day, work.title


def _work(results: Sequence[Result], subjects: Subjects) -> Work:
    """The results of one piece of work as one entry; the latest words count."""
    latest = sorted(results, key=lambda result: (result.day, result.entered))[::-1]
    links = {link for result in latest for link in _links(result, subjects)}
    item, milestones = latest[0].item, tuple(result.milestone for result in latest)
    shown = [result for result in latest if not _is_claimed(result, subjects)]
    told = [result.milestone for result in shown or latest]
    titles = [result.title for result in latest if result.title]
    ranks = [result.rank for result in latest if result.rank is not None]
    default = title_of_work(item, milestones, subjects)
    return Work(
        title=titles[0] if titles else default,
        item=item,
        milestones=milestones,
        day=max([latest[0].day, *(link.day for link in links)]),
        links=without_refused(links),
        summary=next((r.summary for r in latest if r.summary), None),
        part=next((r.part for r in latest if r.part), None),
        figures=tuple(dict.fromkeys(_figures(latest))),
        ledger=next(subjects.ledgers(latest), None),
        rank=min(ranks, default=None),
        counts_as=tuple(_counts_as(item, told, default, subjects)),
        claimed=not shown,
        has_hours=subjects.has_hours(results),
        vouched=all(is_vouched(subjects.milestones[slug]) for slug in milestones),
    )


def _is_claimed(result: Result, subjects: Subjects) -> bool:
    return is_only_claimed(result.evidence, subjects.milestones[result.milestone])


def _counts_as(
    item: str | None, milestones: Sequence[str], title: str, subjects: Subjects
) -> Iterator[str]:
    """The titles of milestones that say what came of a task.

    Not those with a limit, nor those of replications: hours and links tell these. Nor
    those that only others can confirm: letters tell them.
    """
    if item is None or subjects.items[item].kind not in TASK_KINDS:
        return
    for slug in milestones:
        reached = subjects.milestones[slug]
        is_shown = reached.within or reached.ladder == "replication"
        is_shown = is_shown or is_vouched(reached)
        if not is_shown and reached.title != title:
            yield reached.title


def works_within(
    works: Iterable[Work], letters: Sequence[Letter], period: Period
) -> tuple[Work, ...]:
    """The works with evidence in a period, each with its links of that period.

    A letter or review of the period is evidence of the work that it is about. `letters`
    come newest first.
    """
    confirmed = {letter.key: letter.day for letter in reversed(letters)}
    within = []
    for work in works:
        links = once(link for link in work.links if is_within(link.day, period))
        days = [link.day for link in links]
        is_confirmed = work.key in confirmed
        if (links or is_confirmed) and not work.vouched:
            day = max(days, default=work.day)
            if not is_within(day, period):
                day = confirmed[work.key]
            within.append(replace(work, links=links, day=day))
    return tuple(sorted(within, key=_order))


def without_refused(links: Iterable[WorkLink]) -> tuple[WorkLink, ...]:
    """The links in order; an address that counts is not told as not counted too."""
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


def _figures(results: Iterable[Result]) -> Iterator[WorkFigures]:
    for result in results:
        if result.claimed or result.reproduced:
            yield WorkFigures.of(result.claimed, result.reproduced)


def _links(result: Result, subjects: Subjects) -> Iterator[WorkLink]:
    """The evidence of a result that counts or that others can open; not letters."""
    milestone = subjects.milestones[result.milestone]
    for evidence in result.evidence:
        counts = is_valid_evidence(evidence, milestone)
        address = evidence_address(evidence)
        if evidence.kind == CLAIM or not (counts or address):
            continue
        if not (counts and evidence.kind in CONFIRMING_KINDS):
            day = day_shown(evidence, result)
            yield WorkLink(evidence.kind, address, day, counts)


def list_letters(
    works: Iterable[Work],
    results: Iterable[Result],
    ratings: Iterable[Rating],
    subjects: Subjects,
) -> tuple[Letter, ...]:
    """The letters and reviews on these works and on skills that count, newest first.

    Who wrote them is not named.
    """
    titles = {work.key: work.title for work in works}
    letters = [
        *_of_results(results, titles, subjects),
        *_of_ratings(ratings, subjects),
    ]

    def order(letter: Letter) -> tuple[int, str, str]:
        return -letter.day.toordinal(), letter.about, letter.kind

    return tuple(sorted(letters, key=order))


def _of_results(
    results: Iterable[Result], titles: Mapping[str, str], subjects: Subjects
) -> Iterator[Letter]:
    seen: set[tuple[str, ...]] = set()  # one letter may be evidence of two results
    for result in results:
        work = result.item or result.milestone
        title = titles.get(work)
        milestone = subjects.milestones[result.milestone]
        vouched = is_vouched(milestone)
        for evidence in result.evidence:
            counts = is_valid_evidence(evidence, milestone)
            if not (title and counts and evidence.kind in CONFIRMING_KINDS):
                continue
            about = milestone.title if vouched else title
            letter = work, about, evidence.kind, evidence.place.casefold()
            if letter not in seen:
                seen.add(letter)
                yield Letter(
                    about=about,
                    milestone=result.milestone,
                    skill=None,
                    kind=evidence.kind,
                    address=evidence_address(evidence),
                    day=day_shown(evidence, result),
                    item=result.item,
                    vouched=vouched,
                )


def _of_ratings(ratings: Iterable[Rating], subjects: Subjects) -> Iterator[Letter]:
    for rating in ratings:
        for evidence in rating.evidence:
            if is_confirmation(evidence, rating):
                yield Letter(
                    about=say_skill_level(subjects.skills[rating.skill], rating.level),
                    milestone=None,
                    skill=rating.skill,
                    kind=evidence.kind,
                    address=evidence_address(evidence),
                    day=_document_day(evidence) or evidence.day,
                )


def day_shown(evidence: Evidence, result: Result) -> date:
    """The result's day for evidence that was entered with it.

    Evidence added later keeps its day: nobody could open it before. A document handed
    over has the day that it names.
    """
    if named := _document_day(evidence):
        return named
    return result.day if evidence.day <= result.entered else evidence.day


def _document_day(evidence: Evidence) -> date | None:
    """The day that a document without an address names."""
    return None if evidence_address(evidence) else day_of_document(evidence.place)


def evidence_address(evidence: Evidence) -> str | None:
    """The address that a reader can open; None where it is on request only."""
    place = evidence.place.strip()
    is_public = access_of(place) is Access.PUBLIC and not is_front_page(place)
    return place if is_public else None
