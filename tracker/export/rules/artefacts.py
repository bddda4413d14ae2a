"""What can be looked at, what is done unseen, and what is under way: chosen from what the other folders know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tracker.curriculum.rules.items import Item
from tracker.export.rules.addresses import address
from tracker.export.rules.progress import (
    Artefact,
    BoundHours,
    FigureDifference,
    UnderWay,
    Unseen,
)
from tracker.export.rules.role_status import at_level
from tracker.milestones.rules.evidence import OWN_WORD, is_valid_evidence
from tracker.milestones.rules.figures import find_difference, read_figure
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Evidence, Milestone, Result
from tracker.readiness.rules.records import Rating
from tracker.readiness.rules.strengths import is_confirmation
from tracker.text.periods import Period

# Kinds of items that leave something to speak of; forty articles read would bury it.
LASTING = frozenset({"replication", "project", "programme", "course", "book"})

Items = Mapping[str, Item]
Milestones = Mapping[str, Milestone]
Figures = tuple[
    str | None, str | None, BoundHours | None, str | None, FigureDifference | None
]


def within(day: date | None, period: Period) -> bool:
    """Whether `day` lies in a period; a day that is not known does in a whole one only."""
    if day is None:
        return period.since is None
    return (period.since is None or period.since <= day) and (
        period.until is None or day <= period.until
    )


def artefacts(
    results: Iterable[Result],
    ratings: Iterable[Rating],
    milestones: Milestones,
    items: Items,
    skills: Mapping[str, str],
    period: Period,
) -> tuple[Artefact, ...]:
    """The evidence of the period that counts, or that somebody else could look at; `skills` are titles by slug.

    Newest first, but what shows one thing stands together. Whoever gave their word on a skill is not named.
    """
    told = map(_dated, results)
    found = [
        _artefact(result, evidence, milestones, items)
        for result in told
        for evidence in result.evidence
    ]
    found += [
        _word(rating, evidence, skills)
        for rating in ratings
        for evidence in rating.evidence
    ]
    found = [each for each in found if _is_seen(each) and within(each.day, period)]
    newest: dict[tuple[str, ...], int] = {}
    for each in found:
        newest[each.shows] = max(each.day.toordinal(), newest.get(each.shows, 0))
    return tuple(
        sorted(
            found,
            key=lambda a: (
                -newest[a.shows],
                a.shows,
                -a.day.toordinal(),
                a.kind,
                a.address or "",
            ),
        )
    )


def _dated(result: Result) -> Result:
    """A result whose evidence is as old as itself, where both were entered together: that day is no day of the work's.

    What was given later came later: it could not be looked at before.
    """
    given = (
        replace(e, day=result.day) if e.day <= result.entered else e
        for e in result.evidence
    )
    return replace(result, evidence=tuple(given))


def _is_seen(found: Artefact) -> bool:
    """Whether it counts, or can be looked at although it does not: what is neither is the person's own word."""
    return found.counts or (found.kind != OWN_WORD and found.address is not None)


def unseen(
    results: Sequence[Result], milestones: Milestones, items: Items, period: Period
) -> tuple[Unseen, ...]:
    """What was done in the period and nobody else can look at, newest first."""
    done = [result for result in results if within(result.day, period)]
    silent = [
        r
        for r in done
        if not any(_is_seen(_artefact(r, e, milestones, items)) for e in r.evidence)
    ]
    found = [_unseen(result, milestones, items) for result in silent]
    told = {result.item for result in results}
    finished = (
        i
        for i in items.values()
        if i.state == "done" and i.kind in LASTING and i.slug not in told
    )
    found += [
        Unseen(i.title, None, i.slug, i.state_day)
        for i in finished
        if within(i.state_day, period)
    ]
    return tuple(
        sorted(found, key=lambda u: (-(u.day or date.min).toordinal(), u.title))
    )


def under_way(
    attempts: Iterable[Attempt],
    results: Iterable[Result],
    milestones: Milestones,
    items: Items,
    worked_on: Iterable[str],
) -> tuple[UnderWay, ...]:
    """The tries that still go on, then the items begun and `worked_on`; each with its hours, the most first."""
    ended = {(r.milestone, r.item) for r in results}
    going = [
        a for a in attempts if a.dropped is None and (a.milestone, a.item) not in ended
    ]
    tries = [_trying(a, milestones[a.milestone], items) for a in going]
    tried = {a.item for a in going} | {item for _, item in ended}
    begun = [items[slug] for slug in set(worked_on) - tried]
    studied = [
        UnderWay(i.title, None, i.slug, None, i.seconds, i.low, i.high)
        for i in begun
        if i.status == "doing" and i.kind in LASTING
    ]
    return (*_most_first(tries), *_most_first(studied))


def _most_first(found: Iterable[UnderWay]) -> list[UnderWay]:
    return sorted(found, key=lambda u: (-u.spent, u.title, u.milestone or ""))


def _title(result: Result, milestones: Milestones, items: Items) -> str:
    title = milestones[result.milestone].title
    return f"{title}: {items[result.item].title}" if result.item else title


def _ledger(result: Result, milestone: Milestone) -> BoundHours | None:
    return (
        BoundHours(result.spent, *milestone.within, result.over)
        if milestone.within
        else None
    )


def _figures(result: Result, milestone: Milestone) -> Figures:
    """What was claimed and reproduced, the ledger, the conditions and the difference, in the order of their records."""
    own, found = (
        read_figure(result.reproduced),
        find_difference(result.claimed, result.reproduced),
    )
    conditions = own.conditions or None if own else None
    apart = FigureDifference(*found.numbers) if found else None
    return (
        result.claimed,
        result.reproduced,
        _ledger(result, milestone),
        conditions,
        apart,
    )


def _artefact(
    result: Result, evidence: Evidence, milestones: Milestones, items: Items
) -> Artefact:
    milestone = milestones[result.milestone]
    return Artefact(
        _title(result, milestones, items),
        result.milestone,
        None,
        result.item,
        evidence.kind,
        address(evidence.place),
        evidence.day,
        result.part,
        *_figures(result, milestone),
        is_valid_evidence(evidence, milestone),
    )


def _word(rating: Rating, evidence: Evidence, skills: Mapping[str, str]) -> Artefact:
    title = at_level(skills[rating.skill], rating.level)
    where = address(evidence.place)
    counted = is_confirmation(evidence, rating)
    return Artefact(
        title,
        None,
        rating.skill,
        None,
        evidence.kind,
        where,
        evidence.day,
        counts=counted,
    )


def _unseen(result: Result, milestones: Milestones, items: Items) -> Unseen:
    figures = _figures(result, milestones[result.milestone])
    return Unseen(
        _title(result, milestones, items),
        result.milestone,
        result.item,
        result.day,
        *figures,
    )


def _trying(attempt: Attempt, milestone: Milestone, items: Items) -> UnderWay:
    item, bound = items[attempt.item], milestone.within
    low, high = bound or (attempt.low, attempt.high)
    ledger = (
        BoundHours(attempt.spent, *bound, is_spent(attempt.spent, milestone))
        if bound
        else None
    )
    title = f"{milestone.title}: {item.title}"
    return UnderWay(
        title,
        milestone.slug,
        item.slug,
        attempt.since,
        attempt.spent,
        low,
        high,
        ledger,
    )
