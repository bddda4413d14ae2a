"""Which plans were completed as the person's claim alone."""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.milestones.rules.evidence import is_valid_evidence
from tracker.milestones.rules.ledger import find_attempt
from tracker.milestones.rules.status import milestone_statuses
from tracker.plans.rules.plans import PlanStatus
from tracker.readiness.rules.records import Facts


def mark_claims(plans: Iterable[PlanStatus], facts: Facts) -> Iterator[PlanStatus]:
    """The plans; a completed one is `claimed` where no evidence counts for it."""
    # No status of evidence depends on the day.
    statuses = milestone_statuses(
        facts.milestones, facts.attempts, facts.results, facts.dropped, date.max
    )
    shown = set(_shown_items(facts))
    shown |= {slug for slug, status in statuses.items() if not status.is_unshown}
    for plan in plans:
        yield plan._replace(claimed=bool(plan.ended) and plan.subject not in shown)


def _shown_items(facts: Facts) -> Iterator[str]:
    """The items that evidence was given with."""
    milestones = {each.slug: each for each in facts.milestones}
    for result in facts.results:
        milestone = milestones[result.milestone]
        if any(is_valid_evidence(piece, milestone) for piece in result.evidence):
            attempt = find_attempt(result.milestone, result.item, facts.attempts)
            items = attempt.items if attempt else (result.item,)
            yield from filter(None, items)
