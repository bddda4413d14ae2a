"""One entry for each piece of work.

A piece of work is all that was reached with one item, or one milestone reached without
an item.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tracker.choices import TASK_KINDS
from tracker.export.rules.links import evidence_links, once, without_refused
from tracker.export.rules.progress import Letter, Work, WorkLink
from tracker.export.rules.subjects import Subjects, is_vouched, is_within
from tracker.export.rules.work_titles import title_of_work
from tracker.milestones.rules.evidence import is_only_claimed
from tracker.milestones.rules.figures import WorkFigures
from tracker.milestones.rules.records import Result
from tracker.readiness.rules.support import CONFIRMING_KINDS
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
    links = without_refused(
        {link for result in latest for link in _links(result, subjects)}
    )
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
        day=max((link.day for link in once(links)), default=latest[0].day),
        links=links,
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


def _links(result: Result, subjects: Subjects) -> Iterator[WorkLink]:
    """The evidence of a result; not letters that count, which have a list of their own."""
    for link in evidence_links(result, subjects.milestones[result.milestone]):
        if not (link.counts and link.kind in CONFIRMING_KINDS):
            yield link


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


def _figures(results: Iterable[Result]) -> Iterator[WorkFigures]:
    for result in results:
        if result.claimed or result.reproduced:
            yield WorkFigures.of(result.claimed, result.reproduced)
