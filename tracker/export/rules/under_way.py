"""What is in progress."""

from collections.abc import Iterable, Sequence

from tracker.choices import LASTING_KINDS
from tracker.export.rules.progress import BoundHours, UnderWay
from tracker.export.rules.subjects import Subjects
from tracker.export.rules.work_titles import title_of_item
from tracker.milestones.rules.ledger import is_spent
from tracker.milestones.rules.records import Attempt, Milestone, Result
from tracker.text.periods import Period


def list_under_way(
    attempts: Iterable[Attempt],
    results: Iterable[Result],
    subjects: Subjects,
    worked_on: Iterable[str],
) -> tuple[UnderWay, ...]:
    """Open attempts, then started items; within each, those with the most hours first.

    `worked_on` are the slugs of items with hours in the period.
    """
    reached = {(result.milestone, result.item) for result in results}
    running = [attempt for attempt in attempts if attempt.dropped is None]
    attempted = {item for attempt in running for item in attempt.items}
    open_attempts = [
        attempt
        for attempt in running
        if (attempt.milestone, attempt.item) not in reached
    ]
    attempted |= {item for _, item in reached if item}
    items = _items(sorted(set(worked_on) - attempted), subjects)
    tries = [_attempt(attempt, subjects) for attempt in open_attempts]
    return (*sorted(tries, key=_order), *sorted(items, key=_order))


def _order(work: UnderWay) -> tuple[int, str, str]:
    return -work.spent, work.title, work.milestone or ""


def _items(slugs: Sequence[str], subjects: Subjects) -> list[UnderWay]:
    items = (subjects.items[slug] for slug in slugs)
    always = Period(None, None)
    return [
        UnderWay(
            title=title_of_item(item),
            milestone=None,
            item=item.slug,
            since=None,
            spent=item.seconds,
            low=item.low,
            high=item.high,
            part=item.part,
            whole=item.whole,
            agent=subjects.agent_seconds([item.slug], always),
        )
        for item in items
        if item.status == "doing" and item.kind in LASTING_KINDS
    ]


def _attempt(attempt: Attempt, subjects: Subjects) -> UnderWay:
    milestone = subjects.milestones[attempt.milestone]
    item = subjects.items[attempt.item]
    has_phases = attempt.item in milestone.phase_items
    low, high = milestone.within or (attempt.low, attempt.high)
    days = Period(attempt.since, attempt.dropped)
    agent = subjects.agent_seconds(attempt.items, days)
    return UnderWay(
        title=milestone.title if has_phases else title_of_item(item),
        milestone=milestone.slug,
        item=attempt.item,
        since=attempt.since,
        spent=attempt.spent,
        low=low,
        high=high,
        ledger=_ledger(attempt, milestone, agent),
        part=None if has_phases else item.part,
        whole=None if has_phases else item.whole,
        agent=agent,
    )


def _ledger(attempt: Attempt, milestone: Milestone, agent: int) -> BoundHours | None:
    if not milestone.within:
        return None
    over = is_spent(attempt.spent, milestone)
    return BoundHours(attempt.spent, *milestone.within, over, agent)
