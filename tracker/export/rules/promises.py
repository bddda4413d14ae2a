"""What was promised against what was delivered: every change of a plan with its day and its reason, late ones too."""

from collections.abc import Mapping, Sequence
from datetime import date

from tracker.export.rules.progress import Moved, Promise
from tracker.plans.rules.plans import Plan, PlanStatus, plan_statuses
from tracker.text.periods import Period


def promises(
    plans: Sequence[Plan], delivered: Mapping[str, date], period: Period
) -> tuple[Promise, ...]:
    """Each plan that stood in the period, earliest due first, with all that came of it since.

    `plans` come oldest first; `delivered` says when a subject was reached or finished. A plan that was withdrawn stays,
    as withdrawn.
    """
    spoken = {
        plan.subject
        for plan in plans
        if period.until is None or plan.day <= period.until
    }
    meant = plan_statuses(
        [plan for plan in plans if plan.subject in spoken], delivered, ()
    )
    kept = (
        promise for promise in map(_promise, meant) if not _over_before(promise, period)
    )
    return tuple(sorted(kept, key=lambda p: (p.due, p.subject)))


def _over_before(promise: Promise, period: Period) -> bool:
    """Whether a promise was kept or withdrawn before the period began."""
    if period.since is None:
        return False
    if promise.delivered:
        return promise.delivered < period.since
    last = promise.moved[-1] if promise.moved else None
    return last is not None and last.due is None and last.day < period.since


def _promise(plan: PlanStatus) -> Promise:
    """A plan against the day it was first given."""
    return Promise(
        title=plan.title,
        subject=plan.subject,
        said=plan.said,
        due=plan.first,
        moved=tuple(
            Moved(change.day, change.due, change.because) for change in plan.changes
        ),
        delivered=plan.ended,
        late=(plan.ended - plan.first).days if plan.ended else None,
        because=plan.because,
    )
